/** Draws from a seed what people do and what goes wrong, as a list that can be cut shorter. */
import { diceOf } from "./dice.ts";

/** One thing that happens at a device, or at the relay. */
export type Deed =
  | "write"
  | "crash"
  | "image"
  | "stale"
  | "full"
  | "roomy"
  | "cut-up"
  | "cut-down"
  | "heal"
  | "slow"
  | "fast"
  | "skew"
  | "relay-restart"
  | "relay-image"
  | "relay-back"
  | "erase"
  | "compact";

/** What happens when, in ms from the start. `draw` decides the rest, so that a shorter list means the same deeds. */
export interface Step {
  readonly at: number;
  readonly device: number;
  readonly deed: Deed;
  readonly draw: number;
}

/** Everything about one run. */
export interface Plan {
  readonly seed: number;
  readonly devices: number;
  /** Shares of frames, 0 to 1. */
  readonly drop: number;
  readonly dup: number;
  readonly reorder: number;
  readonly clocks: "fair" | "wild";
  readonly steps: readonly Step[];
}

/** How large runs are. */
export interface Size {
  readonly devices: readonly [least: number, most: number];
  readonly ops: readonly [least: number, most: number];
  readonly clocks?: "fair" | "wild";
  /** Whether entries are erased and put together too, in every second run. */
  readonly rewrites?: boolean;
}

/** The sizes of the page: 2 to 6 devices, 60 to 300 entries. */
export const pageSize: Size = { devices: [2, 6], ops: [60, 300], rewrites: true };

const spanMs = 600_000;

/** Faults with what ends them, and the share of runs in which one of them comes about at each draw. */
const faults: readonly (readonly Deed[])[] = [
  ["crash"],
  ["image", "stale"],
  ["full", "roomy"],
  ["cut-up", "heal"],
  ["cut-down", "heal"],
  ["slow", "fast"],
  ["skew"],
  ["relay-restart"],
];

/** The plan of a seed. Small runs are likelier than large ones; each end of the range comes up. */
export const planOf = (seed: number, { devices, ops, clocks = "fair", rewrites = false }: Size): Plan => {
  const dice = diceOf(seed);
  const between = ([least, most]: readonly [number, number], power: number): number =>
    least + Math.floor(dice.next() ** power * (most - least + 1));
  const count = between(devices, 1.5);
  const steps: Step[] = [];
  const wrote = between(ops, 3);
  // People write in bursts: a moment, and then some entries close together.
  for (let left = wrote; left > 0;) {
    const [device, moment] = [dice.below(count), dice.below(spanMs)];
    for (let burst = Math.min(left, 1 + dice.below(6)); burst > 0; burst -= 1) {
      steps.push({ at: moment + dice.below(2_000), device, deed: "write", draw: dice.below(1 << 30) });
      left -= 1;
    }
  }
  const rewriting = rewrites && seed % 2 === 0;
  // Either a disk goes back or the relay: with both, a device may truly sign two histories, and that is no fault of ours.
  const relayGoesBack = (seed >> 1) % 2 === 0;
  for (let some = 3 + dice.below(6); some > 0; some -= 1) {
    const drawn = faults[dice.below(faults.length)] ?? [];
    const kind = relayGoesBack && drawn.includes("stale") ? (["relay-image", "relay-back"] as const) : drawn;
    const device = dice.below(count);
    let at = dice.below(spanMs);
    for (const deed of kind) {
      steps.push({ at, device, deed, draw: dice.below(1 << 30) });
      at = Math.min(spanMs, at + 1_000 + dice.below(120_000));
    }
  }
  if (rewriting)
    for (let some = 3 + dice.below(6); some > 0; some -= 1) {
      const deed = dice.chance(0.6) ? "erase" : "compact";
      steps.push({ at: dice.below(spanMs), device: dice.below(count), deed, draw: dice.below(1 << 30) });
    }
  return {
    seed,
    devices: count,
    drop: dice.chance(0.5) ? dice.next() * 0.1 : 0,
    dup: dice.chance(0.5) ? dice.next() * 0.1 : 0,
    reorder: dice.chance(0.5) ? dice.next() * 0.2 : 0,
    clocks,
    steps: steps.toSorted((a, b) => a.at - b.at || a.draw - b.draw),
  };
};
