/** A device that copies to a scripted relay, for the tests of copying. */
import { toHex } from "@belay/basics";
import { scriptedRelay, type ScriptedCall } from "@belay/testkit";
import type { Frame } from "@belay/wire";
import { decideAtOnce } from "../../apps/web/engine/deciding.ts";
import { createJournal } from "../../apps/web/engine/journal.ts";
import { createLedger } from "../../apps/web/engine/ledger.ts";
import type { Ports } from "../../apps/web/engine/ports/ports.ts";
import { createSync } from "../../apps/web/engine/sync.ts";
import { createMemory } from "../../apps/web/engine/sync-memory.ts";
import { good, testPorts, testWorld, type TestWorld } from "./engine-world.ts";

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;

/** Lets everything run that waits for nothing but its turn. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 24; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A device with `count` entries, a relay that answers, and copying (over `over`) that is still off. */
export const device = async (seed: string, count: number, over: (world: TestWorld) => Partial<Ports> = () => ({})) => {
  const world = testWorld(seed);
  const relay = scriptedRelay();
  const ports = testPorts(world, { lines: relay.lines });
  const ledger = createLedger(ports);
  const identity = good(await ports.desk.open(true));
  ledger.begin(identity);
  const journal = createJournal(ports, ledger, decideAtOnce);
  const add = async (many: number): Promise<void> => {
    for (let i = 0; i < many; i += 1) good(await journal.dispatch(checkin(i % 100)));
  };
  await add(count);
  const memory = createMemory(ports);
  const sync = createSync({ ...ports, ...over(world) }, ledger, memory);
  const stored = async () => good(await world.log.since(0, 1_000)).entries.map((entry) => entry.envelope);
  const names = async () => (await stored()).map(nameOf);
  return { world, relay, identity, journal, ledger, memory, sync, add, stored, names };
};

/** What `device` makes. */
export type Device = Awaited<ReturnType<typeof device>>;

/** Copying is wanted and the relay has answered the challenge. */
export const connected = async (
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

/** The kinds of frames that the device sent. */
export const kindsOf = (call: ScriptedCall | undefined): readonly string[] =>
  (call?.heard ?? []).map((frame) => frame.kind);
/** The frames in which it sent envelopes. */
export const appendsOf = (call: ScriptedCall | undefined): readonly Extract<Frame, { kind: "append" }>[] =>
  (call?.heard ?? []).flatMap((frame) => (frame.kind === "append" ? [frame] : []));

/** The end of an envelope's signature: short enough to read in a failure, and no two have the same. */
export const nameOf = (envelope: Uint8Array): string => toHex(envelope.slice(-8));
/** The names of the envelopes that it sent, in order. */
export const sentOf = (call: ScriptedCall | undefined): readonly string[] =>
  appendsOf(call).flatMap((frame) => frame.envelopes.map(nameOf));

/** Turns the clock in small steps until the device calls again; how long that took, in ms. */
export const untilNextCall = async ({ world, relay }: Device): Promise<number> => {
  const before = relay.calls.length;
  for (let waited = 0; waited < 200_000; waited += 50) {
    if (relay.calls.length > before) return waited;
    world.clock.turn(50);
    await settle();
  }
  return Number.POSITIVE_INFINITY;
};
