/** Hunts for one broken part: every kind of run in turn, until one of them goes wrong. */
import {
  badPages,
  diskBack,
  equivocated,
  lyingAck,
  olderPrefix,
  replayed,
  restoredRelay,
  spliced,
  withheld,
  type Attack,
} from "./attacks.ts";
import { givenBack } from "../proofs/s-9.ts";
import { runFleet } from "./fleet.ts";
import { pageSize, planOf } from "./plan.ts";
import { endedDevice, endedLate, hiddenDevice, refusedTurn } from "./real-attacks.ts";
import { simulate } from "./simulate.ts";

/** Kinds of attack, quick ones first. */
const attacks: readonly (readonly [string, Attack])[] = [
  ["D-7", restoredRelay],
  ["S-1 disk", diskBack],
  ["M-3", olderPrefix],
  ["M-4", replayed],
  ["M-5", withheld],
  ["M-6", equivocated],
  ["M-6 link", spliced],
  ["M-10", lyingAck],
  ["S-9", async (seed) => (await givenBack(seed, false)) || null],
  ["G-7", hiddenDevice],
  ["G-9", endedDevice],
  ["G-9 late", endedLate],
  ["M-11", refusedTurn],
  ["M-9", badPages],
];

/** Small runs that erase and put together, while disks or the relay go back. */
const rewritten = async (seed: number): Promise<string | null> => {
  for (let one = 0; one < 10; one += 1) {
    const plan = planOf(seed * 1_000 + 600 + one * 2, { devices: [2, 4], ops: [60, 120], rewrites: true });
    const { ok, why } = await simulate(plan, { rounds: 8 });
    if (!ok) return `erasing: seed ${plan.seed}: ${why}`;
  }
  return null;
};

const caught = async (work: () => Promise<string | null>): Promise<string | null> => {
  try {
    return await work();
  } catch (error) {
    return `threw: ${String(error)}`;
  }
};

/** What noticed that something is broken; null when nothing did. */
export const hunt = async (seed: number): Promise<string | null> => {
  for (const [name, attack] of attacks) {
    for (let one = 0; one < 5; one += 1) {
      const why = await caught(() => attack(seed * 1_000 + one, false));
      if (why !== null) return `${name}: ${why}`;
    }
  }
  const erasing = await caught(() => rewritten(seed));
  if (erasing !== null) return erasing;
  return caught(async () => {
    const fleet = await runFleet({
      asked: 15,
      seed,
      size: pageSize,
      note: () => undefined,
      options: () => ({ rounds: 8 }),
    });
    return fleet.why === null ? null : `S-1: ${fleet.why}`;
  });
};
