/** One device that reads, and others of the same vault that write chains with real keys, for the tests of taking in. */
import { toHex, utf8 } from "@belay/basics";
import { encodeEvent, type Recorded } from "@belay/domain";
import { scriptedRelay } from "@belay/testkit";
import { encodeBatch, encodeSegment, type EnvelopeType, type Seen, type SegmentRange } from "@belay/wire";
import { signal } from "@preact/signals";
import type { Place } from "../../apps/web/engine/chains.ts";
import type { Copying } from "../../apps/web/engine/engine.ts";
import { createIntake } from "../../apps/web/engine/intake.ts";
import type { Ports } from "../../apps/web/engine/ports/ports.ts";
import { decideAtOnce } from "../../apps/web/engine/deciding.ts";
import { createJournal } from "../../apps/web/engine/journal.ts";
import { createLedger } from "../../apps/web/engine/ledger.ts";
import { createServed } from "../../apps/web/engine/served.ts";
import { createErasing } from "../../apps/web/engine/erasing.ts";
import { createMemory } from "../../apps/web/engine/sync-memory.ts";
import { freshSession, type Copier, type Session } from "../../apps/web/engine/sync-session.ts";
import { testDevice } from "./desk-world.ts";
import { good, testPorts, testWorld } from "./engine-world.ts";

/** The link before the first of a chain. */
export const chainStart: Place = { seq: 0, hash: new Uint8Array(32) };

/** A check-in, as `device` wrote it at `ms`; its id is padded to the length of an id. */
export const checkinOf = (id: string, energy: number, device: string, ms: number, day: Recorded["day"]): Recorded => ({
  kind: "checkin/noted@1",
  body: { energy, cues: [], carrying: null },
  id: id.padEnd(22, "x"),
  at: [ms, 0, device],
  day,
});

/** A sealed envelope with its place. */
export interface Link extends Place {
  readonly device: string;
  readonly prev: Uint8Array;
  readonly envelope: Uint8Array;
}

/** The place of a link as a segment names it. */
export const rangeOf = (first: Link, last: Link = first): SegmentRange => ({
  device: first.device,
  from: first.seq,
  to: last.seq,
  before: toHex(first.prev),
  hash: toHex(last.hash),
});

/** The device that reads: the shipped ledger, journal, memory and intake over its own disk; `bend` spoils its ports. */
export const reader = async (seed: string, bend: (fair: Ports) => Partial<Ports> = () => ({})) => {
  const world = testWorld(seed);
  const relay = scriptedRelay();
  const fair = testPorts(world, { lines: relay.lines });
  const ports = { ...fair, ...bend(fair) };
  const ledger = createLedger(ports);
  const identity = good(await ports.desk.open(true));
  ledger.begin(identity);
  good(await ledger.add({ type: "membership", bytes: good(await ports.desk.foundBody(null, "Reader", 1)) }));
  const journal = createJournal(ports, ledger, decideAtOnce);
  const memory = createMemory(ports);
  const intake = createIntake(ports, ledger);
  const energies = () => ledger.recorded().flatMap((one) => (one.kind === "checkin/noted@1" ? [one.body.energy] : []));

  /** Lets a device in. Its membership is in the book at once, or once `welcome` was called. */
  const join = async (name: string, known = true) => {
    const device = testDevice(`${seed}/${name}`);
    const offer = good(await device.desk().pairOffer());
    const answer = good(await ports.desk.pairAnswer(null, offer.code, name, {}, 2));
    const { identity: own } = good(await device.desk().pairTake(answer.body, null));
    const welcome = async () =>
      good(await ledger.add({ type: "membership", bytes: answer.addBody ?? new Uint8Array() }));
    if (known) await welcome();
    let at = chainStart;
    const seal = async (body: Uint8Array, type: EnvelopeType = "events"): Promise<Link> => {
      const before = at;
      const sealed = good(await device.desk().seal(body, at.seq + 1, at.hash, type));
      at = { seq: at.seq + 1, hash: Uint8Array.from(sealed.hash) };
      return { ...at, device: own.device, prev: before.hash, envelope: sealed.envelope };
    };
    const eventOf = (energy: number, ms = world.clock.now().ms) =>
      checkinOf(`${name}-${energy}`, energy, own.device, ms, world.clock.now().day);
    return {
      id: own.device,
      welcome,
      seal,
      eventOf,
      /** Goes on from an earlier link, as a device does whose disk went back. */
      backTo: (place: Place): void => {
        at = place;
      },
      /** The next envelope, with one check-in. */
      write: (energy: number, seen: Seen = {}, ms?: number) =>
        seal(good(encodeBatch({ seen, events: [encodeEvent(eventOf(energy, ms), own.device)] }))),
      /** The next envelope: a segment of one part, or one of more. */
      writeSegment: (replaces: readonly SegmentRange[], energies: readonly number[], part = 1, parts = 1) => {
        const events = energies.map((energy) => ({
          device: own.device,
          event: { ...encodeEvent(eventOf(energy), own.device) },
        }));
        const id = toHex(utf8(`segment of ${name}`.padEnd(16).slice(0, 16)));
        return seal(good(encodeSegment({ replaces, part, parts, id, events })), "segment");
      },
    };
  };
  return { world, relay, ports, ledger, journal, memory, intake, identity, energies, join };
};

/** What `reader` makes. */
export type Reader = Awaited<ReturnType<typeof reader>>;

/** What copying goes by, over a reader, without a line. */
export const copierOf = ({ ports, ledger, memory, intake }: Reader): Copier => ({
  ports,
  ledger,
  memory,
  intake,
  status: signal<Copying>({ kind: "offline", pending: 0, missing: 0 }),
  read: signal(0),
  session: null,
  knock: 0,
  denied: 0,
  attempt: 0,
  trouble: 0,
  ref: 0,
  served: createServed(ledger.chains),
  cursor: 0,
  erasing: createErasing(),
  cancel: () => undefined,
  unwatch: () => undefined,
  unlook: () => undefined,
});

/** A connection that was welcomed under epoch 1, and the relay's log read on it; what is sent is in the relay's calls. */
export const liveOf = (copier: Copier, { relay }: Reader): Session => {
  const live = freshSession();
  const silent = { opened: () => undefined, frame: () => undefined, closed: () => undefined };
  live.line = relay.lines.vault("vault", silent);
  live.epoch = 1;
  live.complete = true;
  copier.session = live;
  return live;
};
