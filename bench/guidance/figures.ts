/** Turns the tallies of many people into the figures of the goals table, each with an interval over people. */
import { chanceOf } from "./chance.ts";
import { emptyTally, fields, total, type Field, type Tally } from "./tally.ts";

/** A figure with its 90 % interval; NaN where there was nothing to count. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is worked out from the summed tallies of a policy, of always resting, and of the oracle. */
export interface Measure {
  readonly name: string;
  /** Digits after the point. */
  readonly digits: number;
  /** Shown as a percentage. */
  readonly percent: boolean;
  readonly goal: string;
  readonly of: (sums: Sums) => number;
}

/** Sums over the same people, played by the policy in question, by rest and by the oracle. */
export interface Sums {
  readonly policy: Tally;
  readonly rest: Tally;
  readonly oracle: Tally;
}

const share = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);

/** Net gain over rest, as a share of what the oracle gains over rest. */
export const ratio = ({ policy, rest, oracle }: Sums): number =>
  share(policy.gain - rest.gain, oracle.gain - rest.gain);

const brierBelow = ({ policy: p }: Sums): number => {
  const base = share(p.doneY, p.doneN);
  return base * (1 - base) - share(p.doneSq, p.doneN);
};

const trendBelow = ({ policy: p }: Sums): number => {
  const base = share(p.trendY, p.trendN);
  return base * (1 - base) - share(p.trendSq, p.trendN);
};

const plain = { percent: false, goal: "" } as const;

/** Every figure, the goals of the page first, then what helps to understand them. */
export const measures: readonly Measure[] = [
  {
    name: "ratio to the oracle",
    digits: 2,
    percent: false,
    goal: "base >= 0.60, mean >= 0.52, worst >= 0.38",
    of: ratio,
  },
  {
    name: "overwhelming share of attempted",
    digits: 2,
    percent: true,
    goal: "base <= 1.0, worst <= 2",
    of: ({ policy: p }) => share(p.overwhelmed, p.attempted),
  },
  { name: "picks of flagged people", ...plain, digits: 0, goal: "0", of: ({ policy: p }) => p.flagged },
  { name: "after harm or two hurtful", ...plain, digits: 0, goal: "0", of: ({ policy: p }) => p.afterHarm },
  { name: "illegal picks", ...plain, digits: 0, goal: "0", of: ({ policy: p }) => p.illegal + p.broken },
  {
    name: "hard on low-energy days",
    digits: 1,
    percent: true,
    goal: "<= 5",
    of: ({ policy: p }) => share(p.lowHard, p.lowDays),
  },
  {
    name: "as hard right after a bad event",
    digits: 1,
    percent: true,
    goal: "<= 5",
    of: ({ policy: p }) => share(p.asHard, p.badFollowed),
  },
  {
    name: "reach, coverage",
    ...plain,
    digits: 3,
    goal: "0.88-0.94",
    of: ({ policy: p }) => share(p.reachIn, p.reachN),
  },
  {
    name: "reported peak, coverage",
    ...plain,
    digits: 3,
    goal: "0.88-0.92",
    of: ({ policy: p }) => share(p.peakIn, p.peakN),
  },
  {
    name: "each person's yes, coverage",
    ...plain,
    digits: 3,
    goal: "0.87-0.93",
    of: ({ policy: p }) => share(p.yesIn, p.yesN),
  },
  {
    name: "reach, RMSE",
    ...plain,
    digits: 2,
    goal: "base <= 5.0",
    of: ({ policy: p }) => Math.sqrt(share(p.reachSq, p.reachN)),
  },
  {
    name: "P(yes), RMSE",
    ...plain,
    digits: 3,
    goal: "<= 0.11",
    of: ({ policy: p }) => Math.sqrt(share(p.yesSq, p.yesN)),
  },
  { name: "Brier of done below the base rate's", ...plain, digits: 4, goal: ">= 0.015", of: brierBelow },
  {
    name: "report agrees with an exact count",
    digits: 1,
    percent: true,
    goal: "100",
    of: ({ policy: p }) => share(p.reportRight, p.reportN),
  },
  { name: "done of tried", digits: 1, percent: true, goal: "", of: ({ policy: p }) => share(p.done, p.tried) },
  {
    name: "rest of asks",
    digits: 1,
    percent: true,
    goal: "",
    of: ({ policy: p }) => share(p.restDays, p.restDays + p.offers),
  },
  {
    name: "swapped of offers",
    digits: 1,
    percent: true,
    goal: "",
    of: ({ policy: p }) => share(p.swapped, p.offers),
  },
  {
    name: "hard of the offers on low-energy days",
    digits: 1,
    percent: true,
    goal: "",
    of: ({ policy: p }) => share(p.lowHard, p.lowOffers),
  },
  { name: "reach, bias", ...plain, digits: 2, of: ({ policy: p }) => share(p.reachBias, p.reachN) },
  {
    name: "peak, RMSE",
    ...plain,
    digits: 1,
    of: ({ policy: p }) => Math.sqrt(share(p.peakSq, p.peakN)),
  },
  {
    name: "said minus true share of peaks above 80",
    digits: 2,
    percent: true,
    goal: "",
    of: ({ policy: p }) => share(p.overSaid - p.overY, p.overN),
  },
  { name: "risen in 28 days, Brier below the base rate's", ...plain, digits: 4, of: trendBelow },
  {
    name: "probes: P(done), RMSE",
    ...plain,
    digits: 3,
    of: ({ policy: p }) => Math.sqrt(share(p.probeDoneSq, p.probeN)),
  },
  {
    name: "probes: reported peak, RMSE",
    ...plain,
    digits: 1,
    of: ({ policy: p }) => Math.sqrt(share(p.probePeakSq, p.probeN)),
  },
];

/** The tallies of the same people, in the same order, by policy. */
export interface Played {
  readonly policy: readonly Tally[];
  readonly rest: readonly Tally[];
  readonly oracle: readonly Tally[];
}

/** A tally as a row of plain numbers, in the order of `fields`: resampling adds up millions of them. */
const rowOf = (tally: Tally): Float64Array => Float64Array.from(fields, (field) => tally[field]);

const summed = (rows: readonly Float64Array[], at: readonly number[]): Tally => {
  const sums = new Float64Array(fields.length);
  for (const person of at) {
    const row = rows[person];
    if (row === undefined) continue;
    for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0);
  }
  const tally: Record<Field, number> = { ...emptyTally };
  for (const [i, field] of fields.entries()) tally[field] = sums[i] ?? 0;
  return tally;
};

/** Quantile by nearest rank of a sorted list without NaN. */
const ranked = (sorted: readonly number[], at: number): number =>
  sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)] ?? Number.NaN;

/** Sums of resampled people (percentile bootstrap, Efron 1979); counts stay those of as many people as there are. */
export const resampled = (played: Played, rounds: number): readonly Sums[] => {
  const people = played.policy.length;
  const chance = chanceOf("bootstrap", people, rounds);
  const [policy, rest, oracle] = [played.policy.map(rowOf), played.rest.map(rowOf), played.oracle.map(rowOf)];
  return Array.from({ length: rounds }, () => {
    const at = Array.from({ length: people }, () => Math.floor(chance() * people));
    return { policy: summed(policy, at), rest: summed(rest, at), oracle: summed(oracle, at) };
  });
};

/** A value of all people with its 90 % interval from resampled ones. */
export const figureOf = (value: number, others: readonly number[]): Figure => {
  const sorted = others.filter((other) => !Number.isNaN(other)).toSorted((a, b) => a - b);
  return { value, low: ranked(sorted, 0.05), high: ranked(sorted, 0.95) };
};

/** All figures of one policy in one world, in the order of `measures`. */
export const figuresOf = (played: Played, rounds = 400): readonly Figure[] => {
  const whole = { policy: total(played.policy), rest: total(played.rest), oracle: total(played.oracle) };
  const others = resampled(played, rounds);
  return measures.map(({ of }) => figureOf(of(whole), others.map(of)));
};
