import { err } from "@belay/basics";
import { memoryDeviceLog, memoryDrafts } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { settle } from "../../../tests/world/copying-world.ts";
import { firstPass } from "../../../tests/world/desk-world.ts";
import { good, startEngine, testPorts, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { writtenBefore } from "./loss.ts";

const checkin = { kind: "checkin/note", energy: 5, cues: [], carrying: null } as const;
const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

/** What the note says, as the keys of this device read it. */
const noteOf = async (world: TestWorld) => {
  const ports = testPorts(world);
  good(await ports.desk.open(false));
  return writtenBefore(ports);
};
/** A device on which one entry was written, over its own disk. */
const written = async (seed: string) => {
  const world = testWorld(seed);
  const one = await startEngine(world);
  good(await one.engine.dispatch(checkin));
  await settle();
  return { world, one };
};

describe("the note that there was a log", () => {
  it("is not there before the first entry", async () => {
    const world = testWorld("before");
    await startEngine(world);
    await settle();
    expect([await noteOf(world), world.marks.held.size]).toEqual([null, 0]);
  });

  it("is there from the first entry on, and says whether a copy lies at the relay", async () => {
    const { world, one } = await written("from then on");
    expect(await noteOf(world)).toEqual({ copy: false });
    good(await one.engine.dispatch(copy));
    await settle();
    expect(await noteOf(world)).toEqual({ copy: true });
    good(await one.engine.dispatch({ ...copy, keepCopy: false }));
    await settle();
    expect(await noteOf(world)).toEqual({ copy: false });
  });

  it("is sealed, and written once for as long as it says the same", async () => {
    const { world, one } = await written("once");
    const first = world.marks.held.get("written");
    for (let at = 0; at < 3; at += 1) good(await one.engine.dispatch(checkin));
    await settle();
    expect(world.marks.held.get("written")).toEqual(first);
    expect(Buffer.from(first ?? []).toString("latin1")).not.toContain("here");
  });

  it("is written for the new vault when the first lock is set", async () => {
    const { world, one } = await written("new vault");
    const first = world.marks.held.get("written");
    good(await one.engine.lock.set(null, firstPass));
    await settle();
    expect(world.marks.held.get("written")).not.toEqual(first);
    const ports = testPorts(world);
    good(await ports.desk.unlock(firstPass));
    expect(await writtenBefore(ports)).toEqual({ copy: false });
  });

  it("is written no more once the engine has stopped", async () => {
    const { world, one } = await written("stopped");
    one.stop();
    world.marks.held.clear();
    good(await one.engine.dispatch(copy));
    await settle();
    expect(world.marks.held.size).toBe(0);
  });

  it("of another vault, or with a bit changed, or out of reach, counts as none", async () => {
    const { world } = await written("counts as none");
    const { world: other } = await written("another");
    const mine = world.marks.held.get("written") ?? new Uint8Array();
    world.marks.held.set("written", other.marks.held.get("written") ?? new Uint8Array());
    expect(await noteOf(world)).toBe(null);
    world.marks.held.set("written", mine.with(60, (mine[60] ?? 0) ^ 1));
    expect(await noteOf(world)).toBe(null);
    world.marks.held.set("written", mine);
    expect(await noteOf(world)).toEqual({ copy: false });
    const ports = testPorts(world);
    good(await ports.desk.open(false));
    const marks = { ...world.marks, get: () => Promise.resolve(err({ type: "Storage" } as const)) };
    expect(await writtenBefore({ ...ports, marks })).toBe(null);
  });
});

describe("a log that the browser dropped", () => {
  /** The keys and the note are still there, the log is not; `marks` says whether the note went with it. */
  const dropped = async (seed: string, marks: "kept" | "gone") => {
    const { world } = await written(seed);
    const rest = { ...world, log: memoryDeviceLog(), meta: memoryDrafts() };
    return startEngine(marks === "kept" ? rest : { ...rest, marks: memoryDrafts() });
  };

  it("is told at the next start, because the note says that there was one", async () => {
    const one = await dropped("dropped", "kept");
    expect(one.engine.alarms.value).toMatchObject([{ kind: "storage-lost" }]);
    good(await one.engine.dispatch(checkin));
  });

  it("is not told where nothing was written, or where the log is there", async () => {
    expect((await dropped("no note", "gone")).engine.alarms.value).toEqual([]);
    const { world } = await written("there");
    expect((await startEngine(world)).engine.alarms.value).toEqual([]);
  });
});
