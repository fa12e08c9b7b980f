/** The questionnaires about the support that is there. */
import { added, averaged, ranges, upTo, whole, type Instrument } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

const kocalevent = "Kocalevent et al. 2018, BMC Psychology 6:31";

/** OSSS-3: for context only; 3.7 points are needed for a change that stands out. */
export const osss3: Instrument = {
  id: "osss3",
  name: "Oslo Social Support Scale, 3 items",
  items: 3,
  answers: [
    { from: 1, to: 4, step: 1 },
    { from: 1, to: 5, step: 1 },
    { from: 1, to: 5, step: 1 },
  ],
  scales: [added({ name: "total", items: upTo(3), better: "higher" })],
  least: 3,
  bands: [ranges("total", "published", kocalevent, [8, "poor"], [11, "moderate"], [14, "strong"])],
  norms: [{ scale: "total", mean: 10.15, sd: 2.25, n: 2524, who: "adults in Germany", source: kocalevent }],
  reliabilities: [{ scale: "total", value: 0.64, kind: "alpha", days: null, source: kocalevent }],
  words: wordsOf("osss3", upTo(3), [4, 5, 5]),
  credit: "measures.credit.osss3",
};

const zimet = "Zimet, Dahlem, Zimet & Farley 1988, J Pers Assess 52:30-41";

/** MSPSS: means of twelve and of three times four items. Its author says that there are no norms. */
export const mspss: Instrument = {
  id: "mspss",
  name: "Multidimensional Scale of Perceived Social Support",
  items: 12,
  answers: whole(1, 7),
  scales: [
    averaged({ name: "total", items: upTo(12), better: "higher" }),
    averaged({ name: "significantOther", items: [1, 2, 5, 10], better: "higher" }),
    averaged({ name: "family", items: [3, 4, 8, 11], better: "higher" }),
    averaged({ name: "friends", items: [6, 7, 9, 12], better: "higher" }),
  ],
  least: 12,
  bands: [],
  norms: [{ scale: "total", mean: 5.8, sd: 0.86, n: 275, who: "students", source: zimet }],
  reliabilities: [
    { scale: "total", value: 0.85, kind: "retest", days: null, source: zimet },
    { scale: "significantOther", value: 0.72, kind: "retest", days: null, source: zimet },
    { scale: "family", value: 0.85, kind: "retest", days: null, source: zimet },
    { scale: "friends", value: 0.75, kind: "retest", days: null, source: zimet },
    { scale: "total", value: 0.88, kind: "alpha", days: null, source: zimet },
  ],
  words: null,
  credit: null,
};
