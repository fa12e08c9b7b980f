import { err, utf8 } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { createMemory } from "./sync-memory.ts";

const here = "a".repeat(32);
const there = "b".repeat(32);
const hash = "c".repeat(64);
const nothing = { vector: {}, shown: 0, named: {}, alarms: [], frozen: [], removals: [], joining: false };

/** A device whose keys are open, and the memory on it; `again` is the same after a restart. */
const opened = async (seed: string) => {
  const world = testWorld(seed);
  const ports = testPorts(world);
  good(await ports.desk.open(true));
  const again = async (over: Partial<typeof ports> = {}) => {
    const memory = createMemory({ ...ports, ...over });
    await memory.load();
    return memory;
  };
  /** Puts bytes there that this device itself has sealed. */
  const plant = async (bytes: Uint8Array): Promise<void> => {
    good(await ports.meta.put("sync", good(await ports.desk.sealLocal("sync", bytes))));
  };
  return { world, ports, again, plant };
};

describe("what is remembered about copying", () => {
  it("is nothing on a new device", async () => {
    const { again } = await opened("new");
    const memory = await again();
    expect(memory.now()).toEqual(nothing);
    expect([memory.alarms.value, memory.joining.value]).toEqual([[], false]);
  });

  it("counts at once and is there after a restart, every part of it", async () => {
    const { again } = await opened("restart");
    const memory = await again();
    const all = {
      vector: { [here]: [7, hash] as const, [there]: [3, hash] as const },
      shown: 6,
      named: { [there]: [9, 1_700_000_000_000] as const },
      alarms: [{ kind: "fork", device: there, since: 5 } as const],
      frozen: [there],
      removals: [there],
      joining: true,
    };
    memory.change({ vector: all.vector, shown: 6 });
    memory.change({ named: all.named, alarms: all.alarms });
    memory.change({ frozen: all.frozen, removals: all.removals, joining: true });
    expect(memory.now()).toEqual(all);
    await memory.settled();
    const later = await again();
    expect(later.now()).toEqual(all);
    expect([later.alarms.value, later.joining.value]).toEqual([all.alarms, true]);
  });

  it("ends with the last of many changes, whichever was being written", async () => {
    const { again } = await opened("last");
    const memory = await again();
    for (let shown = 1; shown <= 20; shown += 1) memory.change({ shown });
    await memory.settled();
    expect((await again()).now().shown).toBe(20);
  });

  it("lies sealed on the disk: no device and no word of it shows", async () => {
    const { again, world } = await opened("sealed");
    const memory = await again();
    memory.raise("fork", there);
    await memory.settled();
    const bytes = Buffer.from(world.meta.held.get("sync") ?? []).toString("latin1");
    expect(bytes.length).toBeGreaterThan(0);
    expect([there, "fork", "alarms"].map((word) => bytes.includes(word))).toEqual([false, false, false]);
  });
});

describe("an alarm", () => {
  it("is raised once for a kind and a device, with the time when it was first noticed", async () => {
    const { again, world } = await opened("once");
    const memory = await again();
    const since = world.clock.now().ms;
    memory.raise("rolled-back", there);
    world.clock.turn(60_000);
    memory.raise("rolled-back", there);
    memory.raise("rolled-back", null);
    memory.raise("withheld", there);
    expect(memory.alarms.value).toEqual([
      { kind: "rolled-back", device: there, since },
      { kind: "rolled-back", device: null, since: since + 60_000 },
      { kind: "withheld", device: there, since: since + 60_000 },
    ]);
  });

  it("stays over restarts until it was seen, and then stays away", async () => {
    const { again } = await opened("seen");
    const memory = await again();
    memory.raise("fork", here);
    memory.raise("fork", there);
    memory.raise("clock-off", null);
    await memory.settled();
    const later = await again();
    later.dismiss("fork");
    expect(later.alarms.value.map(({ kind }) => kind)).toEqual(["clock-off"]);
    await later.settled();
    expect((await again()).alarms.value.map(({ kind }) => kind)).toEqual(["clock-off"]);
    later.raise("fork", there);
    expect(later.alarms.value).toHaveLength(2);
  });
});

describe("a memory that cannot be read", () => {
  it.each([
    ["no text", Uint8Array.of(0xff, 0xfe, 0xc0)],
    ["no JSON", utf8("{")],
    ["a list", utf8("[1]")],
    ["a number", utf8("7")],
    ["null", utf8("null")],
    ["other words", utf8('{"vector":3,"shown":"6","named":[],"alarms":{},"frozen":"x","joining":"yes"}')],
  ])("because it is %s counts as nothing", async (_name, bytes) => {
    const { again, plant } = await opened("unread");
    await plant(bytes);
    expect((await again()).now()).toEqual(nothing);
  });

  it("in parts keeps the parts that can be", async () => {
    const { again, plant } = await opened("parts");
    const kept = {
      vector: { [here]: [7, hash], [there]: ["7", hash], short: [1, hash], [`${"A".repeat(32)}`]: [1, hash] },
      named: { [here]: [9, 1], [there]: [9, "1"] },
      alarms: [
        { kind: "fork", device: null, since: 1 },
        { kind: "made-up", device: null, since: 1 },
        { kind: "fork" },
        3,
      ],
      frozen: [there, 5],
      removals: [5, there],
      shown: 4,
      joining: true,
    };
    await plant(utf8(JSON.stringify(kept)));
    expect((await again()).now()).toEqual({
      vector: { [here]: [7, hash] },
      named: { [here]: [9, 1] },
      alarms: [{ kind: "fork", device: null, since: 1 }],
      frozen: [there],
      removals: [there],
      shown: 4,
      joining: true,
    });
  });

  it("because a bit of it changed, or the store gives nothing, counts as nothing", async () => {
    const { again, plant, world, ports } = await opened("bit");
    await plant(utf8('{"shown":4}'));
    const get = () => Promise.resolve(err({ type: "Storage" } as const));
    expect((await again()).now().shown).toBe(4);
    expect((await again({ meta: { ...ports.meta, get } })).now()).toEqual(nothing);
    const sealed = Uint8Array.from(world.meta.held.get("sync") ?? []);
    sealed[60] = (sealed[60] ?? 0) ^ 1;
    world.meta.held.set("sync", sealed);
    expect((await again()).now()).toEqual(nothing);
  });
});

describe("a memory that cannot be kept", () => {
  it("is still known until the app closes, and never lies there in clear", async () => {
    const { ports, world } = await opened("unkept");
    const sealLocal = () => Promise.resolve(err({ type: "DeskUnreachable" } as const));
    const memory = createMemory({ ...ports, desk: { ...ports.desk, sealLocal } });
    memory.change({ shown: 3 });
    await memory.settled();
    expect(memory.now().shown).toBe(3);
    expect(world.meta.held.size).toBe(0);
  });

  it("is tried again with the next change", async () => {
    const { ports, again } = await opened("again");
    let full = true;
    const put: typeof ports.meta.put = (name, sealed) =>
      full ? Promise.resolve(err({ type: "Full" })) : ports.meta.put(name, sealed);
    const memory = await again({ meta: { ...ports.meta, put } });
    memory.change({ shown: 3 });
    await memory.settled();
    expect((await again()).now().shown).toBe(0);
    full = false;
    memory.change({ joining: true });
    await memory.settled();
    expect((await again()).now()).toMatchObject({ shown: 3, joining: true });
  });

  it("is empty after it was told to forget, for the screens too", async () => {
    const { again } = await opened("forget");
    const memory = await again();
    memory.raise("fork", there);
    memory.change({ joining: true });
    memory.forget();
    expect([memory.now(), memory.alarms.value, memory.joining.value]).toEqual([nothing, [], false]);
  });
});
