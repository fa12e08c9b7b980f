import { testChain, testVault } from "@belay/testkit";
import { frameMax } from "@belay/wire";
import { describe, expect, it } from "vitest";
import {
  appendsOf,
  connected,
  device,
  kindsOf,
  nameOf,
  sentOf,
  settle,
  untilNextCall,
} from "../../../tests/world/copying-world.ts";
import { good } from "../../../tests/world/engine-world.ts";

describe("meeting the relay", () => {
  it("says nothing before the challenge, and then greets with its epoch", async () => {
    const one = await device("greets", 1);
    one.relay.script.known = true;
    one.sync.want(true);
    expect(one.relay.calls).toHaveLength(1);
    expect(one.relay.calls[0]?.vault).toBe(one.identity.vault);
    one.relay.calls[0]?.open();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual([]);
    expect(one.sync.status.value).toEqual({ kind: "waiting", pending: 1, missing: 0 });
    one.relay.accept();
    await settle();
    expect(one.relay.calls[0]?.heard[0]).toMatchObject({ kind: "hello", epoch: one.identity.epoch });
  });

  it("creates the vault on the next connection when the relay does not know it", async () => {
    const one = await device("creates", 3);
    one.sync.want(true);
    one.relay.accept();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual(["hello"]);
    expect(one.relay.calls[0]?.over()).toBe(true);
    await untilNextCall(one);
    one.relay.accept();
    await settle();
    expect(kindsOf(one.relay.calls[1])[0]).toBe("create");
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("gives up instead of knocking for ever when it is refused as creator too", async () => {
    const one = await device("refused twice", 1);
    one.sync.want(true);
    one.relay.accept();
    await settle();
    for (let knocks = 1; knocks < 8; knocks += 1) {
      expect(await untilNextCall(one)).toBeLessThan(200_000);
      one.relay.script.refuse = { to: "create", code: "unauthorised", retryAfterMs: 0 };
      one.relay.accept();
      await settle();
    }
    expect(one.sync.status.value).toEqual({ kind: "refused", pending: 1, missing: 0 });
    expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("what is sent", () => {
  it("is the whole chain in order, at most 64 envelopes a frame, when the relay has nothing", async () => {
    const one = await connected("all", 150);
    const [call] = one.relay.calls;
    expect(sentOf(call)).toEqual(await one.names());
    expect(appendsOf(call).map((frame) => frame.envelopes.length)).toEqual([64, 64, 22]);
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("is only what the relay lacks by its own counters", async () => {
    const one = await device("lacking", 20);
    const stored = await one.stored();
    stored.slice(0, 13).forEach((envelope, index) => one.relay.entries.push({ at: index + 1, envelope }));
    one.relay.script.known = true;
    one.sync.want(true);
    one.relay.accept();
    await settle();
    expect(sentOf(one.relay.calls[0])).toEqual(stored.slice(13).map(nameOf));
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("is nothing when the relay has it all, even what another device of the vault sent", async () => {
    const one = await device("nothing lacking", 4);
    const [foreign] = testChain(testVault("another device"), 1);
    const all = [...(await one.stored()), ...(foreign === undefined ? [] : [foreign.envelope])];
    all.forEach((envelope, index) => one.relay.entries.push({ at: index + 1, envelope }));
    one.relay.script.known = true;
    one.sync.want(true);
    one.relay.accept();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual(["hello", "pull"]);
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("includes what is appended while connected, once it is told, and nothing twice", async () => {
    const one = await connected("nudged", 2);
    await one.add(1);
    one.sync.nudge();
    await settle();
    one.sync.nudge();
    await settle();
    expect(sentOf(one.relay.calls[0])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("waits for the welcome, whatever is appended before it", async () => {
    const one = await connected("early nudge", 1, ({ relay }) => relay.script.deaf.add("hello"));
    await one.add(1);
    one.sync.nudge();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual(["hello"]);
  });

  it("never makes a frame larger than a message may be, however much stands in the entries", async () => {
    const one = await device("heavy", 0);
    const carrying = "a heavy thing ".repeat(280);
    const drafts = Array.from({ length: 384 }, (_, i) => ({
      id: `heavy-${i}`,
      event: { kind: "checkin/noted@1", body: { energy: 5, cues: [], carrying } } as const,
    }));
    good(await one.journal.take(drafts));
    one.relay.script.known = true;
    one.sync.want(true);
    one.relay.accept();
    await settle();
    expect(sentOf(one.relay.calls[0])).toEqual(await one.names());
    expect(one.relay.calls[0]?.bytes.every((message) => message.length <= frameMax)).toBe(true);
  });

  it("includes what was appended while the log was being read for sending", async () => {
    let gate: Promise<void> | null = null;
    let release: () => void = () => undefined;
    const one = await device("during", 2, ({ log }) => ({
      log: {
        ...log,
        since: async (at, max) => {
          const slice = await log.since(at, max);
          await gate;
          return slice;
        },
      },
    }));
    one.relay.script.known = true;
    one.sync.want(true);
    gate = new Promise((resolve) => {
      release = resolve;
    });
    one.relay.accept();
    await settle();
    await one.add(1);
    one.sync.nudge();
    gate = null;
    release();
    await settle();
    expect(sentOf(one.relay.calls[0])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });
});
