import { parseId } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { madeShare, seenBy } from "../../../tests/world/share-desk.ts";
import { docOf } from "../../../tests/world/share-docs.ts";

describe("what the engine finds out by itself", () => {
  it("is that a first document arrived whose answer was lost: it is begun then, and nothing is put again", async () => {
    const at = await madeShare("share-found");
    at.script.lost = true;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    await at.sharing.settle();
    expect(at.one().begunOn).toBeNull();
    at.script.lost = false;
    await at.sharing.settle();
    expect(at.one().begunOn).toBe(at.ports.clock.now().day);
    expect([seenBy(at), at.held.size]).toEqual(["first", 1]);
    expect(at.calls).toEqual(["put", "replace", "replace"]);
    await at.sharing.settle();
    expect([at.calls.length, at.world.drafts.held.size]).toEqual([3, 0]);
  });

  it("is that it did not arrive: nothing is sent for anybody then, and nobody is asked again", async () => {
    const at = await madeShare("share-not-there");
    at.script.fault = { type: "Offline" };
    await at.sharing.sendShare(at.share, docOf("first"));
    at.script.fault = null;
    await at.sharing.settle();
    await at.sharing.settle();
    expect([at.calls, at.held.size, at.one().begunOn]).toEqual([["put", "replace"], 0, null]);
    good(await at.sharing.sendShare(at.share, docOf("second")));
    expect(seenBy(at)).toBe("second");
  });

  it("is never asked of a share that nobody tried to send", async () => {
    const at = await madeShare("share-untried");
    await at.sharing.settle();
    expect(at.calls).toEqual([]);
  });
});

describe("what is over by the log", () => {
  it.each([
    [
      "taken back",
      async (at: Awaited<ReturnType<typeof madeShare>>) => void good(await at.sharing.revokeShare(at.share)),
    ],
    ["past its last day", async (at: Awaited<ReturnType<typeof madeShare>>) => at.world.clock.turn(31 * 86_400_000)],
  ])("is closed at the relay once where it still stands: %s", async (name, end) => {
    const at = await madeShare(`share-closed ${name}`);
    good(await at.sharing.sendShare(at.share, docOf("first")));
    const [offer] = at.held.values();
    if (offer === undefined) throw new Error("nothing was put");
    await end(at);
    // Put back by a device that did not know.
    at.held.set(offer.id, offer);
    at.calls.length = 0;
    at.script.fault = { type: "SlowDown" };
    await at.sharing.settle();
    expect(at.held.size).toBe(1);
    at.script.fault = null;
    await at.sharing.settle();
    expect(at.held.size).toBe(0);
    await at.sharing.settle();
    expect(at.calls).toEqual(["close", "close"]);
  });

  it("is closed once more where a device that did not know of it began it, and one that stands is let alone", async () => {
    const at = await madeShare("share-begun-late");
    good(await at.sharing.revokeShare(at.share));
    await at.sharing.settle();
    const begun = {
      id: "late-begin",
      event: { kind: "sharing/begun@1", body: { share: good(parseId(at.one().id)) } },
    } as const;
    good(await at.journal.take([begun]));
    const { share } = good(await at.sharing.prepareShare(at.input));
    good(await at.sharing.sendShare(share, docOf("stands")));
    await at.sharing.settle();
    await at.sharing.settle();
    expect(at.calls).toEqual(["close", "close", "put", "close"]);
    expect(at.held.size).toBe(1);
  });
});
