/** The questionnaires about how somebody treats and sees themselves. */
import { added, averaged, ranges, upTo, whole, type Instrument } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

/**
 * Rosenberg's self-esteem scale, in the order and coding of the open rows: 1 strongly disagree to 4 strongly agree,
 * 3, 5, 8, 9 and 10 turned, 10 to 40.
 */
export const rses: Instrument = {
  id: "rses",
  name: "Rosenberg Self-Esteem Scale",
  items: 10,
  answers: whole(1, 4),
  scales: [added({ name: "total", items: upTo(10), reversed: [3, 5, 8, 9, 10], better: "higher" })],
  least: 10,
  bands: [],
  norms: [],
  reliabilities: [],
  words: null,
  credit: null,
};

const raes = "Raes, Pommier, Neff & Van Gucht 2011, Clin Psychol Psychother 18:250-255";
const [kind, hard] = [[2, 3, 5, 6, 7, 10] as const, [1, 4, 8, 9, 11, 12] as const];

/**
 * SCS-SF. Both halves are given beside the total, because several studies find two factors: `positive`, and
 * `negativeReversed`, turned so that more is kinder in all three.
 */
export const scsSf: Instrument = {
  id: "scs-sf",
  name: "Self-Compassion Scale, short form",
  items: 12,
  answers: whole(1, 5),
  scales: [
    averaged({ name: "total", items: upTo(12), reversed: hard, better: "higher" }),
    averaged({ name: "positive", items: kind, better: "higher" }),
    averaged({ name: "negativeReversed", items: hard, reversed: hard, better: "higher" }),
  ],
  least: 12,
  bands: [ranges("total", "convention", "the owner's loose guide", [2.5, "low"], [3.5, "moderate"], [5, "high"])],
  norms: [],
  reliabilities: [{ scale: "total", value: 0.86, kind: "alpha", days: null, source: `${raes} (at least)` }],
  words: wordsOf("scs-sf", upTo(12), 5),
  credit: "measures.credit.neff",
};

/** SSCS-S: self-compassion at this moment. */
export const sscsS: Instrument = {
  id: "sscs-s",
  name: "State Self-Compassion Scale, short form",
  items: 6,
  answers: whole(1, 5),
  scales: [averaged({ name: "total", items: upTo(6), reversed: [2, 4, 5], better: "higher" })],
  least: 6,
  bands: [],
  norms: [],
  reliabilities: [],
  words: wordsOf("sscs-s", upTo(6), 5),
  credit: "measures.credit.neff",
};
