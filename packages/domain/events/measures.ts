/** Facts about measures: questionnaires, one's own counts of a week, sources of help, and what was brought along. */
import * as v from "valibot";
import { day, id, line, note, ten } from "./fields.ts";

/** Where a questionnaire was answered: in one of the three sets, or by itself. */
export const measureSets = ["weekly", "four-weekly", "baseline", "alone"] as const;
/** One set's name. */
export type MeasureSet = (typeof measureSets)[number];

/** JSON knows a minus zero that it cannot write back; here it is zero. */
const plainZero = v.transform((value: number) => value + 0);

/** A raw answer on whatever scale, far wider than any; null where none was given. */
const answer = v.nullable(v.pipe(v.number(), v.minValue(-1000), v.maxValue(1000), plainZero));

/** Raw answers in the published order, 1 to 60 of them; scored when read. That one at least is given is decided. */
const rawAnswers = v.pipe(v.array(answer), v.minLength(1), v.maxLength(60));

/** A questionnaire was answered. `about`: the person of the circle it asks about; null where it asks about none. */
export const measureAnswered = v.strictObject({
  instrument: id,
  about: v.nullable(id),
  set: v.picklist(measureSets),
  answers: rawAnswers,
});

/** A number of times in a week; more is a slip of the finger. */
const times = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99), plainZero));

/** One's own counts of the last seven days; each may be left out, but not all of them. `lonely`: 1 never to 5 always. */
export const measuresCounted = v.strictObject({
  asked: times,
  accepted: times,
  told: times,
  offered: times,
  alone: v.nullable(ten),
  missed: v.nullable(v.boolean()),
  reason: v.pipe(note, v.maxLength(400)),
  lonely: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
});

/** How likely each source of help is, 0 to 10, and whether it could be reached. */
export const sourcesRated = v.strictObject({
  answers: v.pipe(
    v.array(v.strictObject({ source: id, likely: v.nullable(ten), reachable: v.nullable(v.boolean()) })),
    v.minLength(1),
    v.maxLength(20),
  ),
});

const isScore = ([name, value]: readonly [string, unknown]): boolean =>
  /^[a-z][A-Za-z0-9-]{0,39}$/.test(name) && typeof value === "number" && Math.abs(value) <= 10_000;

/** Scores by name, in points, from -10,000 to 10,000; at most 12. */
const scores = v.custom<Readonly<Record<string, number>>>((given) => {
  const named = Object.entries(given ?? {});
  return typeof given === "object" && named.length <= 12 && named.every(isScore);
});

/** Sittings in one fact, at most; a longer list is recorded as several facts. */
export const sittingsMost = 100;

/** Sittings from elsewhere: their own days, and answers, scores or both. `name`: what they came out of. */
export const measuresImported = v.strictObject({
  name: v.pipe(line, v.maxLength(80)),
  sittings: v.pipe(
    v.array(v.strictObject({ instrument: id, on: day, answers: v.nullable(rawAnswers), scores: v.nullable(scores) })),
    v.minLength(1),
    v.maxLength(sittingsMost),
  ),
});

/** What is asked besides the four counts; everything is off until it is switched on. */
export const measuresChosen = v.strictObject({
  weekly: v.boolean(),
  fourWeekly: v.boolean(),
  baseline: v.boolean(),
  /** PHQ-8 and GAD-7. */
  mood: v.boolean(),
  /** PHQ-9 in place of the PHQ-8. */
  item9: v.boolean(),
  /** ECR-RS about people of the circle. */
  people: v.boolean(),
});
