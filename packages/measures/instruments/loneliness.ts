/** The questionnaires about loneliness. The direct single question stands with the app's own ones. */
import { added, ranges, upTo, whole, type Instrument, type Scale } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

const hughes = "Hughes, Waite, Hawkley & Cacioppo 2004, Res Aging 26:655-672";

/** UCLA-3: three questions, three answers. Four-point answers are another instrument and are refused. */
export const ucla3: Instrument = {
  id: "ucla3",
  name: "Three-item loneliness scale",
  items: 3,
  answers: whole(1, 3),
  scales: [added({ name: "total", items: upTo(3), better: "lower" })],
  least: 3,
  bands: [ranges("total", "convention", "in wide use; not from the authors", [5, "below"], [9, "lonely"])],
  norms: [{ scale: "total", mean: 3.89, sd: 1.34, n: null, who: "older adults in the US", source: hughes }],
  reliabilities: [{ scale: "total", value: 0.72, kind: "alpha", days: null, source: hughes }],
  words: wordsOf("ucla3", upTo(3), 3),
  credit: "measures.credit.ucla3",
};

const lonely20 = (reversed: readonly number[]): readonly Scale[] => [
  added({ name: "total", items: upTo(20), reversed, better: "lower" }),
];

/** UCLA loneliness scale, version 3 (1996): nine of the twenty are turned. */
export const ucla20v3: Instrument = {
  id: "ucla20-v3",
  name: "UCLA loneliness scale, version 3",
  items: 20,
  answers: whole(1, 4),
  scales: lonely20([1, 5, 6, 9, 10, 15, 16, 19, 20]),
  least: 20,
  bands: [],
  norms: [{ scale: "total", mean: null, sd: 9.72, n: 108, who: "people in a trial", source: "open rows, n 108" }],
  reliabilities: [
    { scale: "total", value: 0.68, kind: "retest", days: 28, source: "open rows of a trial, n 108" },
    { scale: "total", value: 0.73, kind: "retest", days: 182, source: "open rows of a trial" },
    { scale: "total", value: 0.93, kind: "alpha", days: null, source: "open rows of a trial" },
  ],
  words: null,
  credit: null,
};

/** The revised scale of 1980: as version 3, and item 4 turned as well. */
export const ucla20of1980: Instrument = {
  id: "ucla20-1980",
  name: "UCLA loneliness scale, revised 1980",
  items: 20,
  answers: whole(1, 4),
  scales: lonely20([1, 4, 5, 6, 9, 10, 15, 16, 19, 20]),
  least: 20,
  bands: [],
  norms: [],
  reliabilities: [{ scale: "total", value: 0.8, kind: "retest", days: 70, source: "open rows, n 37" }],
  words: null,
  credit: null,
};

const manual = "de Jong Gierveld & van Tilburg, Manual of the Loneliness Scale, chapters 7 and 8";
/** In the order in which the manual prints the six (its items 3, 4, 7, 9, 8, 10): emotional 1, 4, 6; social 2, 3, 5. */
const [emotional, social] = [[1, 4, 6] as const, [2, 3, 5] as const];
const counted = (name: string, items: readonly number[], reversed: readonly number[]): Scale => ({
  name,
  items,
  reversed,
  how: "count",
  times: 1,
  better: "lower",
});

/**
 * De Jong Gierveld, 6 items: 1 no, 2 more or less, 3 yes, as the manual codes them. "More or less" counts as lonely
 * either way round.
 */
export const dejong6: Instrument = {
  id: "dejong6",
  name: "De Jong Gierveld loneliness scale, 6 items",
  items: 6,
  answers: whole(1, 3),
  scales: [counted("total", upTo(6), social), counted("emotional", emotional, []), counted("social", social, social)],
  least: 6,
  bands: [ranges("total", "published", manual, [1, "not"], [4, "moderate"], [6, "severe"])],
  norms: [],
  reliabilities: [],
  words: null,
  credit: null,
};
