import { err } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { good, testDesk, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { createDrafts } from "./drafts.ts";
import { openDrafts, sealDrafts } from "./drafts-moved.ts";

/** A device with two drafts, and another whose keys have nothing to do with its own. */
const two = async (seed: string) => {
  const world = testWorld(seed);
  const ports = testPorts(world);
  good(await ports.desk.open(true));
  const drafts = createDrafts(ports);
  await drafts.set("ask/1", "half a sentence");
  await drafts.set("care/é", "\n two lines\n");
  const desk = testDesk(testWorld(`${seed}/next`));
  good(await desk.open(true));
  const next = { ...ports, desk };
  return { world, ports, drafts, next, later: createDrafts(next) };
};

describe("drafts on their way into another vault", () => {
  it("say the same under the new keys, and nothing under the old ones", async () => {
    const { ports, drafts, next, later, world } = await two("moved");
    expect(await later.get("ask/1")).toBe(null);
    await sealDrafts(next, await openDrafts(ports));
    expect([await later.get("ask/1"), await later.get("care/é")]).toEqual(["half a sentence", "\n two lines\n"]);
    expect([await drafts.get("ask/1"), await drafts.get("care/é")]).toEqual([null, null]);
    expect([...world.drafts.held.keys()]).toEqual(["ask/1", "care/é"]);
  });

  it("do not come back when they were dropped meanwhile, nor take the place of what was typed meanwhile", async () => {
    const { ports, next, later, world } = await two("meanwhile");
    const opened = await openDrafts(ports);
    await later.drop("ask/1");
    await later.set("care/é", "newer");
    await sealDrafts(next, opened);
    expect([...world.drafts.held.keys()]).toEqual(["care/é"]);
    expect(await later.get("care/é")).toBe("newer");
  });

  it("go when not even the old keys open them, or the new ones do not seal them", async () => {
    const { ports, next, world } = await two("unreadable");
    world.drafts.held.set("ask/1", Uint8Array.of(1, 2, 3));
    await sealDrafts(next, await openDrafts(ports));
    expect([...world.drafts.held.keys()]).toEqual(["care/é"]);
    const silent = { ...next.desk, sealLocal: () => Promise.resolve(err({ type: "DeskUnreachable" } as const)) };
    await sealDrafts({ ...next, desk: silent }, await openDrafts(next));
    expect(world.drafts.held.size).toBe(0);
  });

  it("are none where the store does not name them, or does not give one", async () => {
    const { ports } = await two("no store");
    const broken = () => Promise.resolve(err({ type: "Storage" } as const));
    expect(await openDrafts({ ...ports, drafts: { ...ports.drafts, names: broken } })).toEqual([]);
    expect(await openDrafts({ ...ports, drafts: { ...ports.drafts, get: broken } })).toEqual([]);
  });
});
