/** V-5: comparing a proof or a commitment takes the same time, wherever the first other byte stands. */
import { sameHash } from "../../apps/relay/store/rules.ts";
import { equalBytes } from "@belay/basics";
import { dice } from "./fuzz-bytes.ts";
import type { Proof } from "./proof.ts";

type Compare = (a: Uint8Array, b: Uint8Array) => boolean;

/** Above this, two means of such samples differ (Reparaz, Balasch, Verbauwhede: dudect, 2017). */
const limit = 4.5;
/** Comparisons in one sample: one alone is shorter than the clock's step. */
const batch = 40;
/** Times a comparison may be measured; noise goes away, a leak does not. */
const attempts = 5;

/** Bytes of a proof, of its hash and of a commitment. */
const length = 32;

interface Sums {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

const sums = (values: readonly number[]): Sums => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return { count: values.length, mean, variance };
};

/** Welch's t of two samples of different spread (Welch, Biometrika 34, 1947). */
const welch = (a: Sums, b: Sums): number =>
  Math.abs(a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count + Number.MIN_VALUE);

/** One sample in nanoseconds. */
const time = (compare: Compare, a: Uint8Array, b: Uint8Array): number => {
  const start = process.hrtime.bigint();
  let same = 0;
  for (let i = 0; i < batch; i += 1) if (compare(a, b)) same += 1;
  const took = Number(process.hrtime.bigint() - start);
  return same > 0 ? Number.NaN : took;
};

/**
 * Both kinds of wrong token in one random order: one that differs at once, one in its last byte alone. What the
 * machine did meanwhile is cut away at the same height for both.
 */
const measured = (compare: Compare, count: number, seed: number): number => {
  const roll = dice(seed);
  const token = Uint8Array.from({ length }, () => roll(256));
  const early = Uint8Array.from(token, (byte, i) => (i === 0 ? byte ^ 255 : roll(256)));
  const late = Uint8Array.from(token, (byte, i) => (i === length - 1 ? byte ^ 255 : byte));
  const given = new Uint8Array(length);
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < count + 2000; i += 1) {
    const kind = roll(2);
    // One array for both, so that where it lies in memory tells nothing.
    given.set(kind === 0 ? early : late);
    const took = time(compare, token, given);
    // The first ones are left out: the engine is still translating.
    if (i >= 2000) times[kind === 0 ? 0 : 1].push(took);
  }
  const all = [...times[0], ...times[1]].toSorted((a, b) => a - b);
  const most = all[Math.floor(all.length * 0.6)] ?? 0;
  const [first, last] = times.map((list) => sums(list.filter((one) => one <= most)));
  return first === undefined || last === undefined ? Number.NaN : welch(first, last);
};

/** The lowest t of a few runs, each with fresh samples; a leak is in every one of them. */
const lowest = (compare: Compare, count: number, seed: number): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts && best >= limit; i += 1) best = Math.min(best, measured(compare, count, seed + i));
  return best;
};

/** The mutant: ends at the first other byte. */
const careless: Compare = (a, b) => {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return a.length === b.length;
};

/** The rooms' comparison and the relay's, half of the samples each. */
export const proof: Proof = {
  id: "V-5",
  number: 200_000,
  control: "a comparison that ends at the first other byte",
  run: async ({ asked, seed, note }) => {
    const count = Math.ceil(asked / 2);
    const found = [
      ["equalBytes", equalBytes],
      ["the relay's sameHash", sameHash],
    ] as const;
    const failures: string[] = [];
    for (const [name, compare] of found) {
      const t = lowest(compare, count, seed);
      note(`${name}: t = ${t.toFixed(2)} over ${count} samples of ${batch} comparisons`);
      if (!(t < limit)) failures.push(`${name} has t = ${t.toFixed(2)}`);
    }
    const leak = lowest(careless, count, seed);
    note(`the careless one: t = ${leak.toFixed(2)}`);
    const why = failures[0];
    return {
      done: count * 2,
      failures: failures.length,
      control: leak >= limit,
      ...(why === undefined ? {} : { why }),
    };
  },
};
