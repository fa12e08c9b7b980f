/** The questionnaires about low mood, worry and wellbeing over the last two weeks. */
import { added, ranges, upTo, whole, type Bands, type Instrument, type Norm } from "../instrument.ts";
import { joined, wordsOf } from "../wording.ts";

const kroenke2001 = "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613";
const kroenke2009 = "Kroenke, Spitzer, Williams & Löwe 2009, Psychosomatics 50:613-621";
const spitzer2006 = "Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092-1097";
const openRows = "open rows of 403 people whom nobody treated, asked twice";

/** A half of the PHQ-4 from 3 up is a positive screen. */
const half = (scale: string, source: string): Bands => ranges(scale, "published", source, [2, "below"], [6, "screen"]);

/** Adults online, scoring higher than most: what the app compares with, because the same rows gave the retest. */
const norm = (mean: number, sd: number): Norm => ({
  scale: "total",
  mean,
  sd,
  n: 403,
  who: "adults online who score higher than most",
  source: openRows,
});

const reliabilities = (alpha: number, retest: number): Instrument["reliabilities"] => [
  { scale: "total", value: retest, kind: "retest", days: null, source: openRows },
  { scale: "total", value: alpha, kind: "alpha", days: null, source: openRows },
];

const phq = wordsOf("phq9", upTo(9), 4);
const gad = wordsOf("gad7", upTo(7), 4);
const total = (items: number): Instrument["scales"] => [added({ name: "total", items: upTo(items), better: "lower" })];
/** Missing answers: the score stays empty, and nothing is prorated (measures page 1.6; the PHQ manual would allow two). */
const common = { answers: whole(0, 3), credit: "measures.credit.phq" } as const;

/** PHQ-9. Any answer above 0 to item 9 comes before the score, and item 9 is in no default set (safety page 4.2). */
export const phq9: Instrument = {
  ...common,
  id: "phq9",
  name: "Patient Health Questionnaire, 9 items",
  items: 9,
  scales: total(9),
  least: 9,
  bands: [
    ranges(
      "total",
      "published",
      kroenke2001,
      [4, "minimal"],
      [9, "mild"],
      [14, "moderate"],
      [19, "more"],
      [27, "severe"],
    ),
  ],
  norms: [norm(7.48, 5.96)],
  reliabilities: reliabilities(0.9, 0.783),
  words: phq,
};

/** PHQ-8: the PHQ-9 without item 9. */
export const phq8: Instrument = {
  ...phq9,
  id: "phq8",
  name: "Patient Health Questionnaire, 8 items",
  items: 8,
  scales: total(8),
  least: 8,
  bands: [
    ranges(
      "total",
      "published",
      "Kroenke et al. 2009, J Affect Disord 114:163-173",
      [4, "minimal"],
      [9, "mild"],
      [14, "moderate"],
      [19, "more"],
      [24, "severe"],
    ),
  ],
  norms: [norm(7.19, 5.55)],
  reliabilities: reliabilities(0.896, 0.775),
  words: wordsOf("phq9", upTo(8), 4),
};

/** PHQ-2: the first two items of the PHQ-9. */
export const phq2: Instrument = {
  ...phq9,
  id: "phq2",
  name: "Patient Health Questionnaire, 2 items",
  items: 2,
  scales: total(2),
  least: 2,
  bands: [half("total", "Kroenke, Spitzer & Williams 2003, Med Care 41:1284-1292")],
  norms: [],
  reliabilities: [],
  words: wordsOf("phq9", [1, 2], 4),
};

/** GAD-7. */
export const gad7: Instrument = {
  ...common,
  id: "gad7",
  name: "Generalised Anxiety Disorder scale, 7 items",
  items: 7,
  scales: total(7),
  least: 7,
  bands: [ranges("total", "published", spitzer2006, [4, "minimal"], [9, "mild"], [14, "moderate"], [21, "severe"])],
  norms: [norm(6.21, 4.96)],
  reliabilities: reliabilities(0.899, 0.753),
  words: gad,
};

/** GAD-2: the first two items of the GAD-7. */
export const gad2: Instrument = {
  ...gad7,
  id: "gad2",
  name: "Generalised Anxiety Disorder scale, 2 items",
  items: 2,
  scales: total(2),
  least: 2,
  bands: [half("total", "Kroenke et al. 2007, Ann Intern Med 146:317-325")],
  norms: [],
  reliabilities: [],
  words: wordsOf("gad7", [1, 2], 4),
};

/** PHQ-4: the two items of the GAD-2, then the two of the PHQ-2, in the order in which it was published. */
export const phq4: Instrument = {
  ...common,
  id: "phq4",
  name: "Patient Health Questionnaire, 4 items",
  items: 4,
  scales: [
    added({ name: "total", items: upTo(4), better: "lower" }),
    added({ name: "anxiety", items: [1, 2], better: "lower" }),
    added({ name: "depression", items: [3, 4], better: "lower" }),
  ],
  least: 4,
  bands: [
    ranges("total", "published", kroenke2009, [2, "minimal"], [5, "mild"], [8, "moderate"], [12, "severe"]),
    half("anxiety", kroenke2009),
    half("depression", kroenke2009),
  ],
  norms: [norm(3.67, 2.97)],
  reliabilities: reliabilities(0.841, 0.747),
  words: joined(wordsOf("gad7", [1, 2], 4), wordsOf("phq9", [1, 2], 4)),
};

/** WHO-5: the raw sum times 4, 0 to 100. Its words are shown unaltered, and only where nobody earns by them. */
export const who5: Instrument = {
  id: "who5",
  name: "WHO-5 Well-Being Index",
  items: 5,
  answers: whole(0, 5),
  scales: [added({ name: "total", items: upTo(5), times: 4, better: "higher" })],
  least: 5,
  bands: [
    ranges(
      "total",
      "published",
      "Topp, Østergaard, Søndergaard & Bech 2015, Psychother Psychosom 84:167-176",
      [28, "very-low"],
      [50, "low"],
      [100, "usual"],
    ),
  ],
  norms: [{ scale: "total", mean: 70, sd: 20, n: null, who: "general populations", source: "measures page 1.6" }],
  reliabilities: [
    { scale: "total", value: 0.86, kind: "alpha", days: null, source: "two public measure banks, .85 to .86" },
  ],
  words: wordsOf("who5", upTo(5), 6),
  credit: "measures.credit.who5",
};
