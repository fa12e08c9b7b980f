import { type ScriptedCall } from "@belay/testkit";
import type { RefusalCode } from "@belay/wire";
import { describe, expect, it } from "vitest";
import {
  connected,
  device,
  kindsOf,
  sentOf,
  settle,
  untilNextCall,
  type Device,
} from "../../../tests/world/copying-world.ts";
import { testPorts } from "../../../tests/world/engine-world.ts";
import { retryDelay } from "./retry.ts";

describe("a refusal", () => {
  const refusedAt = (seed: string, to: "hello" | "append", code: RefusalCode): Promise<Device> =>
    connected(seed, 2, ({ relay }) => {
      relay.script.refuse = { to, code, retryAfterMs: 1_000 };
    });

  it.each(["quota", "gone", "malformed", "too-large"] as const)(
    "with %s stops the copying and says so, until the person chooses again",
    async (code) => {
      const one = await refusedAt(code, "append", code);
      expect(one.sync.status.value).toEqual({ kind: "refused", pending: 2, missing: 0 });
      expect(one.relay.calls[0]?.over()).toBe(true);
      expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
      one.sync.want(false);
      one.sync.want(true);
      one.relay.accept();
      await settle();
      expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
    },
  );

  it("with slow-down waits longer than a lost line does, then goes on", async () => {
    const slowed = await refusedAt("slow", "hello", "slow-down");
    expect(slowed.sync.status.value).toEqual({ kind: "offline", pending: 2, missing: 0 });
    const waited = await untilNextCall(slowed);
    expect(waited).toBeGreaterThan(retryDelay(2, 1));
    expect(waited).toBeLessThanOrEqual(60_000);
    slowed.relay.accept();
    await settle();
    expect(slowed.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it.each(["gap", "stale-epoch"] as const)(
    "with %s is mended by starting over from what the relay shows",
    async (code) => {
      const one = await refusedAt(code, "append", code);
      expect(one.relay.calls[0]?.over()).toBe(true);
      await untilNextCall(one);
      one.relay.accept();
      await settle();
      expect(sentOf(one.relay.calls[1])).toEqual(await one.names());
      expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
    },
  );
});

describe("a lost line", () => {
  it("is opened again after delays that grow to a minute at most, and start small after a welcome", async () => {
    const one = await device("growing", 1);
    one.relay.script.known = true;
    one.sync.want(true);
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      one.relay.calls.at(-1)?.drop();
      await settle();
      expect(one.sync.status.value).toEqual({ kind: "offline", pending: 1, missing: 0 });
      const waited = await untilNextCall(one);
      expect(waited).toBeGreaterThanOrEqual(retryDelay(attempt, 0));
      expect(waited).toBeLessThanOrEqual(retryDelay(attempt, 1) + 50);
    }
    const call = one.relay.accept();
    await settle();
    call.drop();
    await settle();
    expect(await untilNextCall(one)).toBeLessThanOrEqual(retryDelay(1, 1) + 50);
  });

  it("hears nothing more, even when a message of it was still on its way", async () => {
    const one = await device("stale", 2);
    one.relay.script.known = true;
    one.sync.want(true);
    const old = one.relay.accept();
    old.drop();
    await settle();
    await untilNextCall(one);
    await settle();
    expect(kindsOf(old)).toEqual([]);
    expect(kindsOf(one.relay.calls[1])).toEqual([]);
  });
});

describe("switching it off", () => {
  it("closes the line, counts nothing as pending, and does not call again", async () => {
    const one = await connected("off", 2);
    one.sync.want(false);
    expect(one.relay.calls[0]?.over()).toBe(true);
    expect(one.sync.status.value).toEqual({ kind: "off", pending: 0, missing: 0 });
    await one.add(1);
    one.sync.nudge();
    expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
    expect(one.sync.status.value).toEqual({ kind: "off", pending: 0, missing: 0 });
  });

  it("calls off a call that was only waiting for its time", async () => {
    const one = await device("off while waiting", 1);
    one.sync.want(true);
    one.relay.calls[0]?.drop();
    await settle();
    one.sync.want(false);
    expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
  });

  it("keeps silent when the desk signs only after it", async () => {
    let sign: () => void = () => undefined;
    const signing = new Promise<void>((resolve) => {
      sign = resolve;
    });
    const one = await device("late signature", 1, (world) => {
      const { desk } = testPorts(world);
      return { desk: { ...desk, hello: (origin, nonce) => signing.then(() => desk.hello(origin, nonce)) } };
    });
    one.sync.want(true);
    const call = one.relay.accept();
    one.sync.want(false);
    sign();
    await settle();
    expect(kindsOf(call)).toEqual([]);
  });

  it("or on twice is the same as once", async () => {
    const one = await connected("twice", 1);
    one.sync.want(true);
    expect(one.relay.calls).toHaveLength(1);
    one.sync.want(false);
    one.sync.want(false);
    expect(one.relay.calls).toHaveLength(1);
  });
});

describe("what makes no sense on this line", () => {
  const nonce = new Uint8Array(32);
  it.each<readonly [string, (call: ScriptedCall) => void]>([
    ["nothing at all", (call) => call.sayBytes(new Uint8Array())],
    ["noise", (call) => call.sayBytes(Uint8Array.from({ length: 400 }, (_, i) => (i * 31) % 256))],
    ["a frame of another version", (call) => call.sayBytes(Uint8Array.of(9, 0x22, 0, 0, 0, 0))],
    ["a notice", (call) => call.say({ kind: "notice", ref: 0, count: 3 })],
    ["a client's own frame", (call) => call.say({ kind: "delete", ref: 0, ownerSig: new Uint8Array(64) })],
    ["a watch", (call) => call.say({ kind: "watch", ref: 0, id: nonce.slice(16), proof: nonce })],
  ])("is passed over: %s", async (name, say) => {
    const one = await connected(name, 2);
    const [call] = one.relay.calls;
    const before = kindsOf(call);
    if (call !== undefined) say(call);
    await settle();
    expect(kindsOf(call)).toEqual(before);
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
    await one.add(1);
    one.sync.nudge();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0, missing: 0 });
  });
});
