import { fromHex } from "@belay/basics";
import { testChain, testVault, type ScriptedCall } from "@belay/testkit";
import type { PageEntry } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { connected, sentOf, settle, untilNextCall, type Device } from "../../../tests/world/copying-world.ts";
import { good } from "../../../tests/world/engine-world.ts";

describe("an entry counts as copied", () => {
  const flipped = (entry: PageEntry): PageEntry => {
    const envelope = Uint8Array.from(entry.envelope);
    envelope[300] = (envelope[300] ?? 0) ^ 1;
    return { ...entry, envelope };
  };

  it("not because it was acknowledged", async () => {
    const one = await connected("ack is no proof", 3, ({ relay }) => {
      relay.script.serve = () => null;
    });
    expect(sentOf(one.relay.calls[0])).toHaveLength(3);
    expect(one.sync.status.value).toMatchObject({ pending: 3 });
    await untilNextCall(one);
    one.relay.script.serve = (entry) => entry;
    one.relay.accept();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("not because the relay says that it has the chain already", async () => {
    const one = await connected("claims to have it", 3, ({ relay }) => relay.script.deaf.add("hello"));
    const deviceId = good(fromHex(one.identity.device));
    one.relay.calls[0]?.say({ kind: "welcome", ref: 0, head: 3, devices: [{ deviceId, seq: 3 }] });
    one.relay.script.deaf.add("append");
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 3, missing: 0 });
  });

  it("never when other bytes came back", async () => {
    const one = await connected("other bytes", 5, ({ relay }) => {
      relay.script.serve = (entry) => (entry.at === 3 ? flipped(entry) : entry);
    });
    expect(one.sync.status.value).toMatchObject({ pending: 1 });
    expect(one.memory.now().shown).toBe(2);
  });

  it("never when the relay skips it", async () => {
    const one = await connected("skipped", 5, ({ relay }) => {
      relay.script.serve = (entry) => (entry.at === 1 ? null : entry);
    });
    expect(one.sync.status.value).toMatchObject({ pending: 1 });
    expect(one.memory.now().shown).toBe(0);
  });

  it("never by another device's envelope of the same number", async () => {
    const foreign = testChain(testVault("same numbers"), 3);
    const one = await connected("foreign", 3, ({ relay }) => {
      relay.script.serve = (entry) => ({ ...entry, envelope: foreign[entry.at - 1]?.envelope ?? entry.envelope });
    });
    expect(one.sync.status.value).toMatchObject({ pending: 3 });
  });

  it("once, however often the relay serves it", async () => {
    const one = await connected("served twice", 3);
    const [envelope] = await one.stored();
    const entries = [1, 2, 3].map((at) => ({ at, envelope: envelope ?? new Uint8Array() }));
    await one.add(2);
    one.relay.script.deaf.add("append");
    one.sync.nudge();
    one.relay.calls[0]?.say({ kind: "news", ref: 0, more: false, entries });
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 2, missing: 0 });
  });

  it("page after page, each asked for from where the last one ended", async () => {
    const one = await connected("pages", 7, ({ relay }) => {
      relay.script.pageSize = 3;
    });
    const asked = (one.relay.calls[0]?.heard ?? []).flatMap((frame) => (frame.kind === "pull" ? [frame.after] : []));
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(asked).toEqual(expect.arrayContaining([0, 3, 6]));
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("anew where the relay has less than it had: what an earlier connection showed is gone", async () => {
    const one = await connected("again", 3);
    one.relay.calls[0]?.drop();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "offline", pending: 0, missing: 0 });
    one.relay.entries.length = 0;
    await untilNextCall(one);
    one.relay.accept();
    await settle();
    expect(sentOf(one.relay.calls[1])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
    expect(one.memory.alarms.value).toMatchObject([{ kind: "own-rolled-back", device: one.identity.device }]);
  });

  /** What the relay holds now, from its first place on. */
  const refill = ({ relay }: Device, envelopes: readonly Uint8Array[]): void => {
    relay.entries.splice(0, relay.entries.length, ...envelopes.map((envelope, at) => ({ at: at + 1, envelope })));
  };
  const others = testChain(testVault("others"), 3).map(({ envelope }) => envelope);
  const pulls = (call: ScriptedCall | undefined): readonly number[] =>
    (call?.heard ?? []).flatMap((frame) => (frame.kind === "pull" ? [frame.after] : []));

  it("anew where a restored relay was filled again, so that something new lies at a place that was read", async () => {
    const one = await connected("filled again", 3);
    const [first, second, third] = await one.stored();
    refill(
      one,
      [first, others[0], second, third].flatMap((envelope) => envelope ?? []),
    );
    one.relay.calls[0]?.drop();
    for (const turn of [1, 2]) {
      await untilNextCall(one);
      one.relay.accept();
      await settle();
      expect(pulls(one.relay.calls[turn])[0]).toBe(turn === 1 ? 3 : 0);
    }
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });
});
