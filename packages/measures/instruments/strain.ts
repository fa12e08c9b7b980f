/** The questionnaires about stress, exhaustion and what a problem keeps somebody from. */
import { added, averaged, ranges, upTo, whole, type Instrument } from "../instrument.ts";
import { wordsOf } from "../wording.ts";

/** PSS-4: items 2, 4, 5 and 10 of the PSS-10; the two in the middle are turned. */
export const pss4: Instrument = {
  id: "pss4",
  name: "Perceived Stress Scale, 4 items",
  items: 4,
  answers: whole(0, 4),
  scales: [added({ name: "total", items: upTo(4), reversed: [2, 3], better: "lower" })],
  least: 4,
  bands: [],
  norms: [],
  reliabilities: [],
  words: null,
  credit: null,
};

/** PSS-10. */
export const pss10: Instrument = {
  id: "pss10",
  name: "Perceived Stress Scale, 10 items",
  items: 10,
  answers: whole(0, 4),
  scales: [added({ name: "total", items: upTo(10), reversed: [4, 5, 7, 8], better: "lower" })],
  least: 10,
  bands: [],
  norms: [{ scale: "total", mean: 17.98, sd: 6.96, n: null, who: "students", source: "open rows" }],
  reliabilities: [
    { scale: "total", value: 0.64, kind: "retest", days: 70, source: "open rows of students" },
    { scale: "total", value: 0.89, kind: "alpha", days: null, source: "open rows of students" },
  ],
  words: null,
  credit: null,
};

const kristensen = "Kristensen, Borritz, Villadsen & Christensen 2005, Work Stress 19:192-207";

/** CBI, personal burnout: the mean of what was answered, and no score below three answers. */
export const cbiPersonal: Instrument = {
  id: "cbi-personal",
  name: "Copenhagen Burnout Inventory, personal burnout",
  items: 6,
  answers: [{ from: 0, to: 100, step: 25 }],
  scales: [averaged({ name: "total", items: upTo(6), better: "lower" })],
  least: 3,
  bands: [ranges("total", "convention", "in wide use; the authors set no cut-off", [49.999, "below"], [100, "high"])],
  norms: [{ scale: "total", mean: 35.9, sd: 16.5, n: 1914, who: "employees in Denmark", source: kristensen }],
  reliabilities: [{ scale: "total", value: 0.87, kind: "alpha", days: null, source: kristensen }],
  words: wordsOf("cbi-personal", upTo(6), 5),
  credit: "measures.credit.cbi",
};

const mundt = "Mundt, Marks, Shear & Greist 2002, Br J Psychiatry 180:461-464";

/** WSAS: how far a problem gets in the way of work, home, leisure alone and with others, and closeness. */
export const wsas: Instrument = {
  id: "wsas",
  name: "Work and Social Adjustment Scale",
  items: 5,
  answers: whole(0, 8),
  scales: [added({ name: "total", items: upTo(5), better: "lower" })],
  least: 5,
  bands: [ranges("total", "published", mundt, [9, "below"], [20, "marked"], [40, "severe"])],
  norms: [],
  reliabilities: [{ scale: "total", value: 0.73, kind: "retest", days: 14, source: mundt }],
  words: null,
  credit: null,
};
