/**
 * Reckons the figures of the evidence a second time, straight from the events of a log.
 *
 * It shares no code with the domain's views or the guidance, and is written for being read: the slow way where there is
 * one. It knows only what the ninety days hold (one outcome an experiment, one ask).
 */
import type { WrittenLog } from "./ninety-days.ts";

/** One try as the events tell it; numbers as they were given. */
export interface PlainTry {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly help: number | null;
  readonly bad: number | null;
  readonly felt: number | null;
  readonly status: string;
  /** What came back: yes, partly, no, silence, hurtful, or nothing. */
  readonly came: string | null;
  readonly burden: number | null;
  readonly glad: number | null;
}

type Body = Readonly<Record<string, unknown>>;

const text = (body: Body, name: string): string => String(body[name]);
const number = (body: Body | undefined, name: string): number | null =>
  typeof body?.[name] === "number" ? body[name] : null;

/** Every try that came to something, in the order in which the last thing about it was noted. */
export const plainTries = ({ events }: WrittenLog): readonly PlainTry[] => {
  const of = (kind: string) =>
    events.filter(({ k }) => k === kind).map(({ b, d, t }) => ({ body: b as Body, day: d, at: t[0] }));
  const sent = of("asks/sent@1");
  return of("steps/outcome-noted@1")
    .toSorted((a, b) => a.at - b.at)
    .map(({ body, day }) => {
      const id = text(body, "experiment");
      const plan = of("steps/planned@1").find((one) => text(one.body, "experiment") === id)?.body ?? {};
      const guess = of("steps/predicted@1").find((one) => text(one.body, "experiment") === id)?.body;
      const ask = sent.find((one) => text(one.body, "experiment") === id)?.body;
      const answer = of("asks/answered@1").find((one) => ask !== undefined && one.body["ask"] === ask["ask"])?.body;
      const outcome = body["outcome"];
      return {
        id,
        title: text(plan, "title"),
        day,
        help: number(guess, "help"),
        bad: number(guess, "bad"),
        felt: number(body, "bad"),
        status: text(body, "status"),
        came: typeof outcome === "string" ? outcome : null,
        burden: number(answer, "burden"),
        glad: number(answer, "glad"),
      };
    });
};

const meanOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

const helped = ({ came }: PlainTry): boolean => came === "yes" || came === "partly";

/** The middle of all slopes between two of the points, whose x is a day. */
const middleSlope = (points: readonly (readonly [day: string, value: number])[]): number => {
  const slopes: number[] = [];
  for (const [i, [dayA, a]] of points.entries())
    for (const [dayB, b] of points.slice(i + 1)) {
      const days = (Date.parse(dayB) - Date.parse(dayA)) / 86_400_000;
      if (days !== 0) slopes.push((b - a) / days);
    }
  slopes.sort((a, b) => a - b);
  const half = slopes.length / 2;
  return Number.isInteger(half) ? ((slopes[half - 1] ?? 0) + (slopes[half] ?? 0)) / 2 : (slopes[Math.floor(half)] ?? 0);
};

/** All figures that the page puts into words. Shares are 0 to 1. */
export const plainFigures = (log: WrittenLog) => {
  const tries = plainTries(log);
  const known = tries.filter(({ came }) => came !== null);
  const guessed = known.flatMap((one) => (one.help === null ? [] : [{ said: one.help, came: helped(one) ? 1 : 0 }]));
  const pairs = tries.flatMap(({ bad, felt, day }) => (bad === null || felt === null ? [] : [{ bad, felt, day }]));
  const base = meanOf(guessed.map(({ came }) => came));
  const answered = tries.filter(({ burden, glad }) => burden !== null || glad !== null);
  const gaps = pairs.map(({ bad, felt }) => bad - felt);
  return {
    tries: tries.length,
    yes: known.filter(helped).length,
    partly: known.filter(({ came }) => came === "partly").length,
    hurtful: known.filter(({ came }) => came === "hurtful").length,
    silent: known.filter(({ came }) => came === "silence").length,
    known: known.length,
    guessed,
    expected: meanOf(guessed.map(({ said }) => said / 100)),
    brier: meanOf(guessed.map(({ said, came }) => (said / 100 - came) ** 2)),
    averageBrier: base * (1 - base),
    pairs,
    violation: meanOf(gaps),
    lastEight: meanOf(gaps.slice(-8)),
    fearedSlope: middleSlope(pairs.map(({ day, bad }) => [day, bad] as const)),
    feltSlope: middleSlope(pairs.map(({ day, felt }) => [day, felt] as const)),
    answered: answered.length,
    /** How often it came where the guess lay from `low` to `high` percent, both included. */
    between: (low: number, high: number): { readonly came: number; readonly n: number } => {
      const inside = guessed.filter(({ said }) => said >= low && said <= high);
      return { came: inside.filter(({ came }) => came === 1).length, n: inside.length };
    },
  };
};
