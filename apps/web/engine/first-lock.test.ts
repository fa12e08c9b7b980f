import { err } from "@belay/basics";
import { checkins } from "@belay/domain";
import { memoryTabs, queueTurn, scriptedRelay } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { settle } from "../../../tests/world/copying-world.ts";
import { firstPass } from "../../../tests/world/desk-world.ts";
import { good, startEngine, testDesk, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { joinedWorld } from "../../../tests/world/joined-world.ts";
import type { Running } from "./create.ts";
import type { Ports } from "./ports/ports.ts";

const checkin = (energy: number, carrying: string | null = null) =>
  ({ kind: "checkin/note", energy, cues: [], carrying }) as const;
const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

const stored = async ({ log }: Pick<TestWorld, "log">): Promise<readonly Uint8Array[]> =>
  good(await log.since(0, 10_000)).entries.map(({ envelope }) => envelope);
const energies = ({ engine }: Running): readonly number[] =>
  checkins(engine.state.value).flatMap(({ energy }) => (energy === null ? [] : [energy]));

/** The same disk after a crash: whatever was waiting for its turn, and every other tab, is gone. */
const crashed = (world: TestWorld): TestWorld => ({ ...world, turn: queueTurn(), tab: memoryTabs() });

/** A device with three entries that were never locked, over ports that a test may bend. */
const unlocked = async (seed: string, over: (world: TestWorld) => Partial<Ports> = () => ({})) => {
  const world = testWorld(seed);
  const one = await startEngine(world, over(world));
  for (const energy of [10, 20, 30]) good(await one.engine.dispatch(checkin(energy)));
  return { world, one };
};

describe("new keys that the disk does not take once the entries have changed places", () => {
  const full = { finishVault: () => Promise.resolve(err({ type: "DeskUnreachable" } as const)) };

  it("start the page again, and nothing is written with the old ones meanwhile", async () => {
    const told: string[] = [];
    const { world, one } = await unlocked("full", (world) => ({
      desk: { ...testDesk(world), ...full },
      restart: () => void told.push("restarted"),
    }));
    world.tab().heard((news) => void told.push(news));
    void one.engine.lock.set(null, firstPass);
    await settle();
    expect([told, one.engine.phase.value]).toEqual([["moved", "restarted"], { kind: "opening" }]);
    const before = await stored(world);
    void one.engine.dispatch(checkin(99));
    await settle();
    expect(await stored(world)).toEqual(before);
    // The next start says so while the disk is full, and has everything as soon as it is not.
    const still = await startEngine(crashed(world), { desk: { ...testDesk(world), ...full } });
    expect(still.engine.phase.value).toEqual({ kind: "refused", why: "no-storage" });
    const again = await startEngine(crashed(world));
    good(await again.engine.lock.unlock(firstPass));
    expect(energies(again)).toEqual([30, 20, 10]);
  });

  it("are not forgotten when the desk does not say whether any wait, or the log cannot be read", async () => {
    const { world, one } = await unlocked("silent desk", (world) => ({
      log: { ...world.log, swap: (...all) => world.log.swap(...all).then(() => new Promise<never>(() => undefined)) },
    }));
    void one.engine.lock.set(null, firstPass);
    await settle();
    const status = () => Promise.resolve(err({ type: "DeskUnreachable" } as const));
    let reads = 0;
    const since: Ports["log"]["since"] = (...all) => {
      reads += 1;
      return reads === 1 ? Promise.resolve(err({ type: "Storage" })) : world.log.since(...all);
    };
    for (const over of [{ desk: { ...testDesk(world), status } }, { log: { ...world.log, since } }]) {
      const still = await startEngine(crashed(world), over);
      expect(still.engine.phase.value).toEqual({ kind: "refused", why: "no-storage" });
    }
  });
});

describe("the old copy at the relay after a crash", () => {
  /** A device that copies, and dies where its entries have changed places. */
  const broken = async (seed: string, keepCopy: boolean) => {
    const relay = scriptedRelay();
    relay.script.known = true;
    const { world, one } = await unlocked(seed, (world) => ({
      lines: relay.lines,
      log: { ...world.log, swap: (...all) => world.log.swap(...all).then(() => new Promise<never>(() => undefined)) },
    }));
    if (keepCopy) {
      good(await one.engine.dispatch(copy));
      await settle();
      relay.accept();
      await settle();
    }
    void one.engine.lock.set(null, firstPass);
    await settle();
    const calls = relay.calls.length;
    const starting = startEngine(crashed(world), { lines: relay.lines });
    await settle();
    return { world, relay, calls, starting };
  };

  it("is deleted by the next start, before the last key that may ask for it goes", async () => {
    const { relay, calls, starting } = await broken("crash copy", true);
    expect(relay.calls).toHaveLength(calls + 1);
    const asked = relay.accept();
    const again = await starting;
    expect(asked.heard.map(({ kind }) => kind)).toEqual(["hello", "delete"]);
    expect(asked.vault).toBe(relay.calls[0]?.vault);
    good(await again.engine.lock.unlock(firstPass));
    expect(again.engine.alarms.value).toEqual([]);
  });

  it("is said to be left there when the relay keeps silent", async () => {
    const { world, starting } = await broken("crash silent", true);
    world.clock.turn(30_000);
    const again = await starting;
    good(await again.engine.lock.unlock(firstPass));
    expect(again.engine.alarms.value).toMatchObject([{ kind: "copy-left", device: null }]);
    expect(energies(again)).toEqual([30, 20, 10]);
  });

  it("takes the record of the old words along", async () => {
    const place = joinedWorld("crash words");
    const one = await place.device("one");
    good(await one.engine.recovery.words(null));
    one.stop();
    const { world } = one;
    const swap: Ports["log"]["swap"] = (...all) =>
      world.log.swap(...all).then(() => new Promise<never>(() => undefined));
    const doomed = await place.start(crashed(world), { log: { ...world.log, swap } });
    void doomed.engine.lock.set(null, firstPass);
    await settle();
    expect(place.boxes.held.size).toBe(1);
    const again = await place.start(crashed(world));
    expect([again.engine.phase.value.kind, place.boxes.held.size]).toEqual(["locked", 0]);
  });

  it("is not asked for where there never was one", async () => {
    const { relay, starting } = await broken("crash none", false);
    const again = await starting;
    good(await again.engine.lock.unlock(firstPass));
    expect([relay.calls.length, again.engine.alarms.value]).toEqual([0, []]);
  });
});
