import { err, ok } from "@belay/basics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { createDrafts } from "./drafts.ts";

/** Drafts over a desk whose keys are open. */
const opened = async (seed: string) => {
  const world = testWorld(seed);
  const ports = testPorts(world);
  good(await ports.desk.open(true));
  return { world, ports, drafts: createDrafts(ports) };
};

describe("drafts", () => {
  it("give back what was typed, letter for letter, whatever it is and whatever the form is called", async () => {
    const { drafts } = await opened("any text");
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.string({ minLength: 1 }),
        async (text, name) => {
          expect(await drafts.set(name, text)).toBe(true);
          expect(await drafts.get(name)).toBe(text);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(["", " ", "\n two lines\n\n", "a\u0000b", "e\u0301"])("leave %j as it is", async (text) => {
    const { drafts } = await opened("as it is");
    await drafts.set("a", text);
    expect(await drafts.get("a")).toBe(text);
  });

  it("are not there before they were kept, and not after they were dropped", async () => {
    const { drafts, world } = await opened("dropped");
    expect(await drafts.get("ask/1")).toBe(null);
    await drafts.set("ask/1", "one");
    await drafts.set("ask/2", "two");
    await drafts.drop("ask/1");
    expect([...world.drafts.held.keys()]).toEqual(["ask/2"]);
    expect(await drafts.get("ask/1")).toBe(null);
    expect(await drafts.get("ask/2")).toBe("two");
  });

  it("stay dropped when a text was still being sealed", async () => {
    const { drafts, world } = await opened("late");
    const late = drafts.set("ask/1", "written a moment before it was saved");
    await drafts.drop("ask/1");
    await late;
    expect(world.drafts.held.size).toBe(0);
    expect(await drafts.get("ask/1")).toBe(null);
  });

  it("end with the last of several texts, whichever is sealed first", async () => {
    const { drafts } = await opened("several");
    await Promise.all(["C", "Co", "Could you"].map((text) => drafts.set("ask/1", text)));
    expect(await drafts.get("ask/1")).toBe("Could you");
  });

  it("hold the newest text alone", async () => {
    const { drafts, world } = await opened("newest");
    for (const text of ["C", "Co", "Could you"]) await drafts.set("ask/1", text);
    expect(await drafts.get("ask/1")).toBe("Could you");
    expect(world.drafts.held.size).toBe(1);
  });

  it("are sealed anew each time, so that equal texts do not show", async () => {
    const { drafts, world } = await opened("equal");
    await drafts.set("a", "the same");
    const first = world.drafts.held.get("a");
    await drafts.set("a", "the same");
    expect(world.drafts.held.get("a")).not.toEqual(first);
  });

  it("of every short length take the same room, so that it does not show how much was typed", async () => {
    const { drafts, world } = await opened("room");
    await drafts.set("a", "No");
    await drafts.set("b", "Could you take the school run on Friday?");
    expect(world.drafts.held.get("a")).toHaveLength(world.drafts.held.get("b")?.length ?? 0);
  });
});

describe("a draft that cannot be had", () => {
  it("is given up when one bit of it changed", async () => {
    const { drafts, world } = await opened("changed");
    await drafts.set("a", "whole");
    const sealed = Uint8Array.from(world.drafts.held.get("a") ?? []);
    sealed[60] = (sealed[60] ?? 0) ^ 1;
    world.drafts.held.set("a", sealed);
    expect(await drafts.get("a")).toBe(null);
  });

  it("is given up when it holds no text", async () => {
    const { drafts, ports } = await opened("no text");
    const sealed = good(await ports.desk.sealLocal("draft/a", Uint8Array.of(0xff, 0xfe, 0xc0)));
    good(await ports.drafts.put("a", sealed));
    expect(await drafts.get("a")).toBe(null);
  });

  it("is given up when the store does not give it", async () => {
    const { ports } = await opened("no store");
    const drafts = createDrafts({
      ...ports,
      drafts: { ...ports.drafts, get: () => Promise.resolve(err({ type: "Storage" })) },
    });
    expect(await drafts.get("a")).toBe(null);
  });

  it("is never kept in clear when the keys do not answer", async () => {
    const { ports, world } = await opened("no keys");
    const silent = { ...ports.desk, sealLocal: () => Promise.resolve(err({ type: "DeskUnreachable" } as const)) };
    expect(await createDrafts({ ...ports, desk: silent }).set("a", "secret")).toBe(false);
    expect(world.drafts.held.size).toBe(0);
  });

  it("does not stop the form that lets go of it", async () => {
    const { ports } = await opened("cannot drop");
    const stuck = { ...ports.drafts, drop: () => Promise.resolve(err({ type: "Storage" } as const)) };
    await expect(createDrafts({ ...ports, drafts: stuck }).drop("a")).resolves.toBeUndefined();
    expect(await ports.drafts.get("a")).toEqual(ok(null));
  });
});
