/** The attachment questionnaires: closeness that is kept away (avoidance) and closeness that is feared for (anxiety). */
import { added, averaged, upTo, whole, type Instrument, type Scale } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

const even = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36] as const;
const odd = even.map((item) => item - 1);

/** Brennan, Clark & Shaver 1998, in Simpson & Rholes, Attachment theory and close relationships, 46-76. */
const ecrScales: readonly Scale[] = [
  averaged({ name: "avoidance", items: odd, reversed: [3, 15, 19, 25, 27, 29, 31, 33, 35], better: "lower" }),
  averaged({ name: "anxiety", items: even, reversed: [22], better: "lower" }),
];

const ecr36 = {
  items: 36,
  scales: ecrScales,
  least: 36,
  bands: [],
  norms: [],
  words: null,
  credit: null,
} as const;

/** ECR, 36 items answered 1 to 5: the form of the open rows. Its scores do not convert to the 1 to 7 form. */
export const ecr36of5: Instrument = {
  ...ecr36,
  id: "ecr36-5",
  name: "Experiences in Close Relationships, 36 items, answers 1 to 5",
  answers: whole(1, 5),
  reliabilities: [
    { scale: "avoidance", value: 0.94, kind: "alpha", days: null, source: "open rows, N 46,610" },
    { scale: "anxiety", value: 0.92, kind: "alpha", days: null, source: "open rows, N 46,610" },
  ],
};

/** ECR, 36 items answered 1 to 7: the published form. */
export const ecr36of7: Instrument = {
  ...ecr36,
  id: "ecr36-7",
  name: "Experiences in Close Relationships, 36 items, answers 1 to 7",
  answers: whole(1, 7),
  reliabilities: [],
};

const wei = "Wei, Russell, Mallinckrodt & Vogel 2007, J Pers Assess 88:187-204";

/** ECR-S: 12 of the 36 items. Its authors add them up (6 to 42), as we do. */
export const ecrS: Instrument = {
  id: "ecr-s",
  name: "Experiences in Close Relationships, short form",
  items: 12,
  answers: whole(1, 7),
  scales: [
    added({ name: "avoidance", items: [1, 3, 5, 7, 9, 11], reversed: [1, 5, 9], better: "lower" }),
    added({ name: "anxiety", items: [2, 4, 6, 8, 10, 12], reversed: [8], better: "lower" }),
  ],
  least: 12,
  bands: [],
  norms: [
    { scale: "avoidance", mean: 14.97, sd: 6.4, n: null, who: "US students", source: wei },
    { scale: "anxiety", mean: 22.45, sd: 7.14, n: null, who: "US students", source: wei },
  ],
  reliabilities: [
    { scale: "avoidance", value: 0.83, kind: "retest", days: 30, source: wei },
    { scale: "anxiety", value: 0.8, kind: "retest", days: 30, source: wei },
    { scale: "avoidance", value: 0.84, kind: "alpha", days: null, source: wei },
    { scale: "anxiety", value: 0.78, kind: "alpha", days: null, source: wei },
  ],
  words: null,
  credit: null,
};

const fraley = "Fraley, Heffernan, Vicary & Brumbaugh 2011, Psychol Assess 23:615-625";
const teens = { n: 94, who: "adolescents", source: "open rows, N 94" } as const;

/** ECR-RS, 9 items about one person or about others in general. No cut-off and no styles. */
export const ecrRs: Instrument = {
  id: "ecr-rs",
  name: "Experiences in Close Relationships, Relationship Structures",
  items: 9,
  answers: whole(1, 7),
  scales: [
    averaged({ name: "avoidance", items: upTo(6), reversed: [1, 2, 3, 4], better: "lower" }),
    averaged({ name: "anxiety", items: [7, 8, 9], better: "lower" }),
  ],
  least: 9,
  bands: [],
  norms: [
    { scale: "avoidance", mean: 3.34, sd: 1.14, ...teens },
    { scale: "anxiety", mean: 2.17, sd: 1.21, ...teens },
  ],
  // The lower of the two that are published (.65 partner, .80 parent): the app does not know who is meant.
  reliabilities: [
    { scale: "avoidance", value: 0.65, kind: "retest", days: 30, source: `${fraley} (partner)` },
    { scale: "anxiety", value: 0.65, kind: "retest", days: 30, source: `${fraley} (partner)` },
    { scale: "avoidance", value: 0.72, kind: "alpha", days: null, source: "open rows, N 94" },
    { scale: "anxiety", value: 0.58, kind: "alpha", days: null, source: "open rows, N 94" },
  ],
  words: wordsOf("ecr-rs", upTo(9), 7),
  credit: "measures.credit.ecr-rs",
};

/** ECR-R, 36 items: anxiety 1 to 18, avoidance 19 to 36, as the author lists them. */
export const ecrR: Instrument = {
  id: "ecr-r",
  name: "Experiences in Close Relationships, Revised",
  items: 36,
  answers: whole(1, 7),
  scales: [
    averaged({
      name: "avoidance",
      items: upTo(36).slice(18),
      reversed: [20, 22, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36],
      better: "lower",
    }),
    averaged({ name: "anxiety", items: upTo(18), reversed: [9, 11], better: "lower" }),
  ],
  least: 36,
  bands: [],
  norms: [
    { scale: "avoidance", mean: 2.92, sd: 1.19, n: null, who: "adults online", source: "the author's page" },
    { scale: "anxiety", mean: 3.56, sd: 1.12, n: null, who: "adults online", source: "the author's page" },
  ],
  // Sibley, Fischer & Liu 2005 give the stability of latent variables, which is not that of scores: left out.
  reliabilities: [],
  words: null,
  credit: null,
};
