import { err } from "@belay/basics";
import { checkins } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { device, settle, type Device } from "../../../tests/world/copying-world.ts";
import { good, testPorts } from "../../../tests/world/engine-world.ts";
import type { Ports } from "./ports/ports.ts";
import { looseMax } from "./rewrite.ts";
import { quiet, startTidying } from "./tidy.ts";

const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

/** A device with more small envelopes than are left alone, and the tidying over it; `bend` spoils its ports. */
const untidy = async (seed: string, count = looseMax + 1, bend: (fair: Ports) => Partial<Ports> = () => ({})) => {
  const one = await device(seed, count);
  const fair = testPorts(one.world);
  good(await fair.desk.open(false));
  const told = { nudges: 0, isOpen: true };
  const sync = { nudge: () => void (told.nudges += 1) };
  const stop = startTidying({ ...fair, ...bend(fair) }, one.ledger, one.memory, sync, () => told.isOpen);
  return { one, told, stop };
};

/** Time passes, and whatever comes of it is done. */
const after = async ({ world }: Device, ms: number): Promise<void> => {
  world.clock.turn(ms);
  for (let round = 0; round < 4; round += 1) await settle();
};
const count = async (one: Device): Promise<number> => (await one.stored()).length;

describe("tidying", () => {
  it("begins when nothing was taken in for three seconds, not earlier, and tells the relay of it", async () => {
    const { one, told } = await untidy("quiet");
    const before = one.ledger.state.value;
    await after(one, quiet - 1);
    expect([await count(one), told.nudges]).toEqual([looseMax + 1, 0]);
    await after(one, 1);
    expect([await count(one), told.nudges]).toEqual([1, 1]);
    expect(one.ledger.state.value).toEqual(before);
  }, 60_000);

  it("waits anew with every entry, so that it is never in the way of one", async () => {
    const { one } = await untidy("anew");
    await after(one, quiet - 1);
    await one.add(1);
    await after(one, quiet - 1);
    expect(await count(one)).toBe(looseMax + 2);
    await after(one, 1);
    expect(await count(one)).toBe(1);
  }, 60_000);

  it("leaves two hundred alone", async () => {
    const { one, told } = await untidy("few", looseMax);
    await after(one, quiet);
    await after(one, quiet);
    expect([await count(one), told.nudges]).toEqual([looseMax, 0]);
  }, 60_000);

  it("does nothing while the vault is closed, and nothing once it was stopped", async () => {
    const { one, told, stop } = await untidy("closed");
    told.isOpen = false;
    await after(one, quiet);
    expect(await count(one)).toBe(looseMax + 1);
    told.isOpen = true;
    await one.add(1);
    stop();
    await after(one, quiet);
    expect([await count(one), told.nudges]).toEqual([looseMax + 2, 0]);
  }, 60_000);

  it("with a copy at the relay touches only what the relay has shown again", async () => {
    const { one } = await untidy("shown", looseMax + 5);
    good(await one.journal.dispatch(copy));
    one.memory.change({ shown: looseMax });
    await after(one, quiet);
    expect(await count(one)).toBe(looseMax + 6);
    one.memory.change({ shown: looseMax + 2 });
    await one.add(1);
    await after(one, quiet);
    // The segment, and what came after the last number that was shown.
    expect(await count(one)).toBe(1 + 5);
  }, 60_000);

  it("loses nothing when the store takes nothing, and does not try without end", async () => {
    let tries = 0;
    const { one, told } = await untidy("full", looseMax + 1, ({ log }) => ({
      log: {
        ...log,
        chain: () => {
          tries += 1;
          return Promise.resolve(err({ type: "Storage" } as const));
        },
      },
    }));
    for (let round = 0; round < 5; round += 1) await after(one, quiet);
    expect([await count(one), tries, told.nudges]).toEqual([looseMax + 1, 1, 0]);
    expect(checkins(one.ledger.state.value)).toHaveLength(looseMax + 1);
  }, 60_000);
});
