import { fromHex } from "@belay/basics";
import { scriptedRelay, testChain, testVault, type ScriptedCall } from "@belay/testkit";
import type { Frame, PageEntry } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
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

/** A device with `count` entries, a relay that answers, and copying that is still off. */
const device = async (seed: string, count: number, over: Partial<Ports> = {}) => {
  const world = testWorld(seed);
  const relay = scriptedRelay();
  const ports = testPorts(world, { lines: relay.lines, ...over });
  const ledger = createLedger(ports);
  const identity = good(await ports.desk.open(true));
  ledger.begin(identity);
  const journal = createJournal(ports, ledger);
  const add = async (many: number): Promise<void> => {
    for (let i = 0; i < many; i += 1) good(await journal.dispatch(checkin(i)));
  };
  await add(count);
  const sync = createSync(ports, ledger);
  const stored = async () => good(await world.log.since(0, 1_000)).entries.map((entry) => entry.envelope);
  return { world, relay, identity, sync, add, stored };
};

type Device = Awaited<ReturnType<typeof device>>;

/** Copying is wanted and the relay has answered the challenge. */
const connected = async (seed: string, count: number, bend: (one: Device) => void = () => undefined): Promise<Device> => {
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
const sentOf = (call: ScriptedCall | undefined): readonly Uint8Array[] => appendsOf(call).flatMap((frame) => frame.envelopes);

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
    expect(sentOf(call)).toEqual(await one.stored());
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
    expect(sentOf(one.relay.calls[0])).toEqual(stored.slice(13));
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
    expect(sentOf(one.relay.calls[0])).toEqual(await one.stored());
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });

  it("waits for the welcome, whatever is appended before it", async () => {
    const one = await connected("early nudge", 1, ({ relay }) => relay.script.deaf.add("hello"));
    await one.add(1);
    one.sync.nudge();
    await settle();
    expect(kindsOf(one.relay.calls[0])).toEqual(["hello"]);
  });

  it("includes what was appended while the log was being read for sending", async () => {
    const world = testWorld("during");
    let gate: Promise<void> | null = null;
    let release: () => void = () => undefined;
    const since = async (at: number, max: number) => {
      const slice = await world.log.since(at, max);
      await gate;
      return slice;
    };
    const one = await device("during", 2, { log: { ...world.log, since } });
    one.relay.script.known = true;
    one.sync.want(true);
    gate = new Promise((resolve) => {
      release = resolve;
    });
    one.relay.accept();
    await settle();
    const adding = one.add(1);
    await settle();
    gate = null;
    release();
    await adding;
    one.sync.nudge();
    await settle();
    expect(sentOf(one.relay.calls[0])).toHaveLength(3);
    expect(one.sync.status.value).toEqual({ kind: "connected", pending: 0 });
  });
});
