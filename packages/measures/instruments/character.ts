/** The public-domain items of the International Personality Item Pool: keeping to oneself, trust, showing feelings. */
import { averaged, upTo, whole, type Instrument } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

const online = "self-selected adults online, mostly English-speaking";
/** Keep-to-myself, 8 items; 2 and 8 are turned. An experimental composite, and called so where it is shown. */
export const keep8: Instrument = {
  id: "keep8",
  name: "Keep to myself, 8 items (experimental)",
  items: 8,
  answers: whole(1, 7),
  scales: [averaged({ name: "total", items: upTo(8), reversed: [2, 8], better: "lower" })],
  least: 8,
  bands: [],
  norms: [{ scale: "total", mean: 4.36, sd: 1.23, n: 2017, who: online, source: "open rows, N 2,017" }],
  reliabilities: [{ scale: "total", value: 0.799, kind: "alpha", days: null, source: "open rows, N 2,017" }],
  words: wordsOf("keep8", upTo(8), 7),
  credit: "measures.credit.ipip",
};

/** The same without items 1 (distrust) and 5 (left alone); in its own counting 1 and 6 are turned. */
export const keep6: Instrument = {
  ...keep8,
  id: "keep6",
  name: "Keep to myself, 6 items (experimental)",
  items: 6,
  scales: [averaged({ name: "total", items: upTo(6), reversed: [1, 6], better: "lower" })],
  least: 6,
  norms: [{ scale: "total", mean: 4.27, sd: 1.33, n: 2017, who: online, source: "open rows, N 2,017" }],
  reliabilities: [{ scale: "total", value: 0.76, kind: "alpha", days: null, source: "open rows, N 2,017" }],
  words: wordsOf("keep8", [2, 3, 4, 6, 7, 8], 7),
};

/** SPI Trust: item 5 is turned. */
export const trust5: Instrument = {
  id: "trust5",
  name: "SPI Trust, 5 items",
  items: 5,
  answers: whole(1, 6),
  scales: [averaged({ name: "total", items: upTo(5), reversed: [5], better: "higher" })],
  least: 5,
  bands: [],
  norms: [{ scale: "total", mean: 3.76, sd: 1.1, n: 4000, who: online, source: "open rows, N 4,000" }],
  reliabilities: [{ scale: "total", value: 0.871, kind: "alpha", days: null, source: "open rows, N 4,000" }],
  words: wordsOf("trust5", upTo(5), 6),
  credit: "measures.credit.ipip",
};

/** SPI Emotional expressiveness: items 2 and 4 are turned. */
export const expressiveness5: Instrument = {
  ...trust5,
  id: "expressiveness5",
  name: "SPI Emotional expressiveness, 5 items",
  scales: [averaged({ name: "total", items: upTo(5), reversed: [2, 4], better: "higher" })],
  norms: [{ scale: "total", mean: 3.48, sd: 1.15, n: 4000, who: online, source: "open rows, N 4,000" }],
  reliabilities: [{ scale: "total", value: 0.803, kind: "alpha", days: null, source: "open rows, N 4,000" }],
  words: wordsOf("expressiveness5", upTo(5), 6),
};
