import { fromHex, toHex } from "@belay/basics";
import { scriptedRelay, testChain, testVault, type ScriptedCall } from "@belay/testkit";
import type { Frame, PageEntry, RefusalCode } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { good, testPorts, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import { retryDelay } from "./retry.ts";
import { createSync } from "./sync.ts";

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;

/** Lets everything run that waits for nothing but its turn. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 4; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A device with `count` entries, a relay that answers, and copying (over `over`) that is still off. */
const device = async (seed: string, count: number, over: (world: TestWorld) => Partial<Ports> = () => ({})) => {
  const world = testWorld(seed);
  const relay = scriptedRelay();
  const ports = testPorts(world, { lines: relay.lines });
  const ledger = createLedger(ports);
  const identity = good(await ports.desk.open(true));
  ledger.begin(identity);
  const journal = createJournal(ports, ledger);
  const add = async (many: number): Promise<void> => {
    for (let i = 0; i < many; i += 1) good(await journal.dispatch(checkin(i % 100)));
  };
  await add(count);
  const sync = createSync({ ...ports, ...over(world) }, ledger);
  const stored = async () => good(await world.log.since(0, 1_000)).entries.map((entry) => entry.envelope);
  const names = async () => (await stored()).map(nameOf);
  return { world, relay, identity, journal, sync, add, stored, names };
};

type Device = Awaited<ReturnType<typeof device>>;

/** Copying is wanted and the relay has answered the challenge. */
const connected = async (
  seed: string,
  count: number,
  bend: (one: Device) => void = () => undefined,
): Promise<Device> => {
  const one = await device(seed, count);
  one.relay.script.known = true;
  bend(one);
  one.sync.want(true);
  one.relay.accept();
  await settle();
  return one;
};

const kindsOf = (call: ScriptedCall | undefined): readonly string[] => (call?.heard ?? []).map((frame) => frame.kind);
const appendsOf = (call: ScriptedCall | undefined): readonly Extract<Frame, { kind: "append" }>[] =>
  (call?.heard ?? []).flatMap((frame) => (frame.kind === "append" ? [frame] : []));

/** The end of an envelope's signature: short enough to read in a failure, and no two have the same. */
const nameOf = (envelope: Uint8Array): string => toHex(envelope.slice(-8));
const sentOf = (call: ScriptedCall | undefined): readonly string[] =>
  appendsOf(call).flatMap((frame) => frame.envelopes.map(nameOf));

/** Turns the clock in small steps until the device calls again; how long that took, in ms. */
const untilNextCall = async ({ world, relay }: Device): Promise<number> => {
  const before = relay.calls.length;
  for (let waited = 0; waited < 200_000; waited += 50) {
    if (relay.calls.length > before) return waited;
    world.clock.turn(50);
    await settle();
  }
  return Number.POSITIVE_INFINITY;
};

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
    expect(one.sync.status.value).toEqual({ kind: "waiting", pending: 1 });
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
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("gives up instead of knocking for ever when it is refused as creator too", async () => {
    const one = await device("refused twice", 1);
    one.sync.want(true);
    one.relay.accept();
    await settle();
    await untilNextCall(one);
    one.relay.script.refuse = { to: "create", code: "unauthorised", retryAfterMs: 0 };
    one.relay.accept();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "refused", pending: 1 });
    expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("what is sent", () => {
  it("is the whole chain in order, at most 64 envelopes a frame, when the relay has nothing", async () => {
    const one = await connected("all", 150);
    const [call] = one.relay.calls;
    expect(sentOf(call)).toEqual(await one.names());
    expect(appendsOf(call).map((frame) => frame.envelopes.length)).toEqual([64, 64, 22]);
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
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
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
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
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("includes what is appended while connected, once it is told, and nothing twice", async () => {
    const one = await connected("nudged", 2);
    await one.add(1);
    one.sync.nudge();
    await settle();
    one.sync.nudge();
    await settle();
    expect(sentOf(one.relay.calls[0])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("waits for the welcome, whatever is appended before it", async () => {
    const one = await connected("early nudge", 1, ({ relay }) => relay.script.deaf.add("hello"));
    await one.add(1);
    one.sync.nudge();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual(["hello"]);
  });
});

describe("an entry counts as copied", () => {
  const flipped = (entry: PageEntry): PageEntry => {
    const envelope = Uint8Array.from(entry.envelope);
    envelope[300] = (envelope[300] ?? 0) ^ 1;
    return { ...entry, envelope };
  };

  it("not because it was acknowledged", async () => {
    const one = await connected("ack is no proof", 3, ({ relay }) => relay.script.deaf.add("pull"));
    const [call] = one.relay.calls;
    expect(sentOf(call)).toHaveLength(3);
    call?.say({ kind: "ack", ref: 0, head: 9_999 });
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 3 });
  });

  it("not because the relay says that it has the chain already", async () => {
    const one = await connected("claims to have it", 3, ({ relay }) => relay.script.deaf.add("hello"));
    const deviceId = good(fromHex(one.identity.device));
    one.relay.calls[0]?.say({ kind: "welcome", ref: 0, head: 3, devices: [{ deviceId, seq: 3 }] });
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 3 });
  });

  it("never when other bytes came back, and neither does anything after it", async () => {
    const one = await connected("other bytes", 5, ({ relay }) => {
      relay.script.serve = (entry) => (entry.at === 3 ? flipped(entry) : entry);
    });
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 3 });
  });

  it("never when the relay skips it", async () => {
    const one = await connected("skipped", 5, ({ relay }) => {
      relay.script.serve = (entry) => (entry.at === 1 ? null : entry);
    });
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 5 });
  });

  it("never by another device's envelope of the same number", async () => {
    const foreign = testChain(testVault("same numbers"), 3);
    const one = await connected("foreign", 3, ({ relay }) => {
      relay.script.serve = (entry) => ({ ...entry, envelope: foreign[entry.at - 1]?.envelope ?? entry.envelope });
    });
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 3 });
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
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 2 });
  });

  it("page after page, each asked for from where the last one ended", async () => {
    const one = await connected("pages", 7, ({ relay }) => {
      relay.script.pageSize = 3;
    });
    const asked = (one.relay.calls[0]?.heard ?? []).flatMap((frame) => (frame.kind === "pull" ? [frame.after] : []));
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(asked).toEqual(expect.arrayContaining([0, 3, 6]));
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("anew on every connection: what an earlier one showed may be gone", async () => {
    const one = await connected("again", 3);
    one.relay.calls[0]?.drop();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "offline", pending: 3 });
    one.relay.entries.length = 0;
    await untilNextCall(one);
    one.relay.accept();
    await settle();
    expect(sentOf(one.relay.calls[1])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });
});

describe("a refusal", () => {
  const refusedAt = (seed: string, to: "hello" | "append", code: RefusalCode): Promise<Device> =>
    connected(seed, 2, ({ relay }) => {
      relay.script.refuse = { to, code, retryAfterMs: 1_000 };
    });

  it.each(["quota", "gone", "malformed", "too-large", "stale-epoch"] as const)(
    "with %s stops the copying and says so, until the person chooses again",
    async (code) => {
      const one = await refusedAt(code, "append", code);
      expect(one.sync.status.value).toEqual({ kind: "refused", pending: 2 });
      expect(one.relay.calls[0]?.over()).toBe(true);
      expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
      one.sync.want(false);
      one.sync.want(true);
      one.relay.accept();
      await settle();
      expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
    },
  );

  it("with slow-down waits longer than a lost line does, then goes on", async () => {
    const slowed = await refusedAt("slow", "hello", "slow-down");
    expect(slowed.sync.status.value).toEqual({ kind: "offline", pending: 2 });
    const waited = await untilNextCall(slowed);
    expect(waited).toBeGreaterThan(retryDelay(2, 1));
    expect(waited).toBeLessThanOrEqual(60_000);
    slowed.relay.accept();
    await settle();
    expect(slowed.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("with gap is mended by starting over from the relay's own counters", async () => {
    const one = await refusedAt("gap", "append", "gap");
    expect(one.relay.calls[0]?.over()).toBe(true);
    await untilNextCall(one);
    one.relay.accept();
    await settle();
    expect(sentOf(one.relay.calls[1])).toEqual(await one.names());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });
});

describe("a lost line", () => {
  it("is opened again after delays that grow to a minute at most, and start small after a welcome", async () => {
    const one = await device("growing", 1);
    one.relay.script.known = true;
    one.sync.want(true);
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      one.relay.calls.at(-1)?.drop();
      await settle();
      expect(one.sync.status.value).toEqual({ kind: "offline", pending: 1 });
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
    expect(one.sync.status.value).toEqual({ kind: "off", pending: 0 });
    await one.add(1);
    one.sync.nudge();
    expect(await untilNextCall(one)).toBe(Number.POSITIVE_INFINITY);
    expect(one.sync.status.value).toEqual({ kind: "off", pending: 0 });
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
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
    await one.add(1);
    one.sync.nudge();
    await settle();
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });
});
