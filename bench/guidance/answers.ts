/** Reads what a policy answered, whatever it is, into what the bench can score. */
import type { Answer, Interval, Pick, Prediction } from "./messages.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const fieldOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

const intervalOf = (value: unknown): Interval | null => {
  if (!Array.isArray(value)) return null;
  const [mean, low, high] = value.map(numberOf);
  if (mean === undefined || low === undefined || high === undefined) return null;
  return mean === null || low === null || high === null ? null : [mean, low, high];
};

/** A pick, or null where it is none; a wrong shape of something meant as a pick is illegal later, not rest. */
const pickOf = (value: unknown): Pick | null => {
  if (value === null || value === undefined) return null;
  const [step, person, context] = ["step", "person", "context"].map((name) => fieldOf(value, name));
  return {
    step: typeof step === "string" ? step : "",
    person: typeof person === "string" ? person : null,
    context: typeof context === "string" ? context : "",
  };
};

const predictionOf = (value: unknown): Prediction => {
  const names = ["done", "yes", "peak", "peakLo", "peakHi", "over"] as const;
  const said = names.flatMap((name) => {
    const number = numberOf(fieldOf(value, name));
    return number === null ? [] : [[name, number] as const];
  });
  return Object.fromEntries(said);
};

const yesOf = (value: unknown): ReadonlyMap<string, Interval> =>
  new Map(
    (isObject(value) ? Object.entries(value) : []).flatMap(([person, said]) => {
      const interval = intervalOf(said);
      return interval === null ? [] : [[person, interval] as const];
    }),
  );

const reportOf = (value: unknown): Answer["report"] =>
  isObject(value)
    ? {
        brier: numberOf(value["brier"]),
        violation: numberOf(value["violation"]),
        yesRate: intervalOf(value["yesRate"]),
      }
    : null;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The answer as the bench scores it. Anything that does not carry the ask's `id` is broken, and a day of rest. */
export const answerFrom = (value: unknown, id: number): Answer => {
  const broken = fieldOf(value, "id") !== id;
  const est = fieldOf(value, "est");
  return {
    broken,
    pick: broken ? null : pickOf(fieldOf(value, "pick")),
    pred: predictionOf(fieldOf(value, "pred")),
    fallback: listOf(fieldOf(value, "fallback"))
      .slice(0, 2)
      .flatMap((each) => {
        const pick = pickOf(fieldOf(each, "pick"));
        return pick === null ? [] : [{ pick, pred: predictionOf(fieldOf(each, "pred")) }];
      }),
    swapAbove: numberOf(fieldOf(value, "swapAbove")),
    reach: intervalOf(fieldOf(est, "reach")),
    trend28: numberOf(fieldOf(est, "trend28")),
    yes: yesOf(fieldOf(est, "yes")),
    probes: listOf(fieldOf(value, "probes")).map(predictionOf),
    report: reportOf(fieldOf(value, "report")),
  };
};
