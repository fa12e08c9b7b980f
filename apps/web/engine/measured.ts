/** Reads the questionnaires that the rules of care go by out of the log, scored and set against the time before. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { sittings, type MeasureSitting, type State } from "@belay/domain";
import type { Measured } from "@belay/guidance";
import {
  instruments,
  meanOf,
  minimalDetectable,
  normOf,
  reliabilitiesOf,
  score,
  sittingsForBaseline,
} from "@belay/measures";

type Scale = Measured["scale"];

/**
 * Days for which an answer says something about now: three rounds of four weeks (design choice). What was brought along
 * from years ago is drawn, and holds nobody back.
 */
const saysNow = 84;

/** The raw answers on the scale's own items: a PHQ-9 is a PHQ-8 once item 9 is left out, so that no one item decides. */
const answersOn = (scale: Scale, { instrument, answers }: MeasureSitting): readonly (number | null)[] | null => {
  if (instrument === "phq9" && scale === "phq8") return answers?.slice(0, 8) ?? null;
  return instrument === scale ? answers : null;
};

/** The total, from the answers, or as it was brought along; null where a question was left. */
const totalOf = (scale: Scale, sitting: MeasureSitting): number | null => {
  const answers = answersOn(scale, sitting);
  if (answers === null) return sitting.instrument === scale ? (sitting.scores?.["total"] ?? null) : null;
  const scored = score(instruments[scale], answers);
  return scored.ok ? (scored.value["total"] ?? null) : null;
};

/** Points from which a change is more than noise: 1.96 standard errors of the difference (Jacobson & Truax 1991). */
const noiseOf = (scale: Scale): number => {
  const [reliability] = reliabilitiesOf(instruments[scale], "total");
  const norm = normOf(instruments[scale], "total");
  return reliability === undefined || norm === null ? Infinity : minimalDetectable(norm.sd, reliability.value);
};

/**
 * Whether the newest of `scores` lies above the wobble of the first three, as Evidence draws their band, or above that of
 * the one before: a rise from sitting to sitting is seen before there are three to compare with.
 */
const isWorse = (scores: readonly number[], noise: number): boolean => {
  const [newest = 0, before] = scores.toReversed();
  const first = scores.slice(0, sittingsForBaseline);
  const after = scores.length > sittingsForBaseline;
  return (
    (before !== undefined && newest - before >= noise) ||
    (after && newest - meanOf(first) >= (noise / Math.SQRT2) * Math.sqrt(1 + 1 / sittingsForBaseline))
  );
};

/** One number a day, since two of a day would be "twice running" within the hour: the last of those with a total. */
const courseOf = (scale: Scale, all: readonly MeasureSitting[]): readonly Measured[] => {
  const noise = noiseOf(scale);
  const totals = all.flatMap((sitting): readonly (readonly [LocalDay, number])[] => {
    const total = totalOf(scale, sitting);
    return total === null ? [] : [[sitting.day, total]];
  });
  const days = [...new Map(totals)];
  const scores = days.map(([, score]) => score);
  return days.map(([day, score], at) => ({ scale, day, score, worse: isWorse(scores.slice(0, at + 1), noise) }));
};

/** PHQ-4, PHQ-8 and GAD-7 of the last twelve weeks, each oldest first; empty for whoever answered none. */
export const measuredOf = (state: State, today: LocalDay): readonly Measured[] => {
  const all = sittings(state);
  return (["phq4", "phq8", "gad7"] as const)
    .flatMap((scale) => courseOf(scale, all))
    .filter(({ day }) => dayNumber(today) - dayNumber(day) <= saysNow);
};
