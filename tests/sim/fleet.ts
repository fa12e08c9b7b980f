/** Runs many seeds, adds up what went wrong on the way, and says which seed failed and by which shortest list of deeds. */
import { planOf, type Plan, type Size } from "./plan.ts";
import { shorten, written } from "./shorten.ts";
import { simulate, type Outcome } from "./simulate.ts";
import type { RunOptions } from "./world.ts";
import type { Counters } from "./network.ts";

/** Every kind of fault that must come about. */
export const faultKinds = [
  "drop",
  "dup",
  "reorder",
  "delay",
  "partition",
  "crash",
  "stale",
  "disk-full",
  "skew",
  "slow",
  "relay-restart",
  "relay-back",
  "erase",
  "compact",
  "crash-inside",
] as const;

/** What a fleet is run with. */
export interface Fleet {
  readonly asked: number;
  readonly seed: number;
  readonly size: Size;
  readonly note: (text: string) => void;
  readonly options?: (seed: number) => RunOptions;
  /** What more an outcome must be. */
  readonly judge?: (outcome: Outcome, plan: Plan) => Promise<string>;
}

/** What came of it. */
export interface FleetResult {
  readonly failures: number;
  readonly counters: Counters;
  readonly why: string | null;
}

/** Runs `asked` seeds. The first failure is shortened and written to the notes. */
export const runFleet = async ({ asked, seed, size, note, options, judge }: Fleet): Promise<FleetResult> => {
  const counters: Counters = {};
  let [failures, why]: [number, string | null] = [0, null];
  for (let one = 0; one < asked; one += 1) {
    const plan = planOf(seed * 1_000_000 + one, size);
    const given = options?.(plan.seed) ?? {};
    const outcome = await simulate(plan, given);
    for (const [kind, times] of Object.entries(outcome.counters)) counters[kind] = (counters[kind] ?? 0) + times;
    const wrong = outcome.ok && judge !== undefined ? await judge(outcome, plan) : outcome.why;
    if (wrong === "") continue;
    failures += 1;
    if (why !== null) continue;
    why = `seed ${plan.seed}: ${wrong}`;
    const short = await shorten(plan, async (shorter) => !(await simulate(shorter, given)).ok, 60);
    note(`${why}\n${written(short)}`);
  }
  return { failures, counters, why };
};

/** The kinds that came about less than `least` times. */
export const tooRare = (counters: Counters, least: number, kinds: readonly string[] = faultKinds): readonly string[] =>
  kinds.filter((kind) => (counters[kind] ?? 0) < least);
