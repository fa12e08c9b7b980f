/** Takes other devices' envelopes in: each verified, each the next of its chain, and none in the way of another. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { decodeSegment, splitEnvelope, type DeskFault, type Opened, type SegmentRange } from "@belay/wire";
import { contradicts, standsForOwn, type Place } from "./chains.ts";
import { isAfterCut, type Word } from "./fold.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";
import { createSegments } from "./segments.ts";
import { isMidway, reachOf, stepTo } from "./stones.ts";

/** Envelopes that wait for one before them, or for an act about devices, may take so many bytes together. */
const holdMax = 16 * 1024 * 1024;
/** Envelopes opened in one go. */
const roundMax = 256;

/** An envelope as it came, with what its header says. */
export interface Arrival {
  readonly device: string;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly envelope: Uint8Array;
}

/** The place in a chain, read from an envelope's header; null for what is no envelope. */
export const arrivalOf = (envelope: Uint8Array): Arrival | null => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return null;
  const { deviceId, seq, prevHash } = split.value.header;
  return { device: toHex(deviceId), seq, prev: prevHash, envelope };
};

const isSegment = (envelope: Uint8Array): boolean => {
  const split = splitEnvelope(envelope);
  return split.ok && split.value.header.type === "segment";
};

/** What came of taking some in. */
export interface Intook {
  readonly taken: readonly Arrival[];
  readonly words: readonly Word[];
  /** Devices whose chain goes on from another link than the one that is held (R3). */
  readonly forked: readonly string[];
  /** How many did not open, and were let go. */
  readonly refused: number;
}

/** The way in for what the relay serves. */
export interface Intake {
  /** Takes the turn itself. What cannot be taken yet is held; a fault of the store keeps everything held. */
  readonly take: (
    arrivals: readonly Arrival[],
    frozen: readonly string[],
    /** The highest own number at which the relay has shown the very envelope that is held. */
    sure?: number,
  ) => Promise<Result<Intook, StoreFault | DeskFault>>;
  /** How many wait, and whether some had to be let go for want of room: then the log is read from its start again. */
  readonly holding: () => { readonly count: number; readonly spilt: boolean };
  /**
   * Whether something waits that would put what this device wrote in the wrong: the relay, or a segment, goes by another
   * history of the own chain than the one held here. It is mended before any of that is taken.
   */
  readonly doubts: () => boolean;
  /** What the segments stand for that wait. */
  readonly stones: () => Promise<Result<readonly SegmentRange[], DeskFault>>;
  readonly forget: () => void;
}

/** What may open later: when an act about devices, or a new key, has been read. */
const mayOpenLater = (fault: DeskFault): boolean =>
  fault.type === "DoesNotOpen" && (fault.detail === "UnknownDevice" || fault.detail === "UnknownEpoch");

/** What is held, by device and number; two that claim one place are both held until one of them opens. */
const createHold = () => {
  let held = new Map<string, Map<number, readonly Arrival[]>>();
  let bytes = 0;
  let spilt = false;
  const drop = ({ device, seq, envelope }: Arrival): void => {
    const chain = held.get(device);
    const others = (chain?.get(seq) ?? []).filter((one) => one.envelope !== envelope);
    if (others.length === (chain?.get(seq) ?? []).length) return;
    bytes -= envelope.length;
    if (others.length > 0) chain?.set(seq, others);
    else chain?.delete(seq);
    if (chain?.size === 0) held.delete(device);
  };
  return {
    devices: () => [...held.keys()],
    inOrder: (device: string) =>
      [...(held.get(device) ?? [])].toSorted(([a], [b]) => a - b).flatMap(([, [one]]) => one ?? []),
    all: (device: string) => [...(held.get(device)?.values() ?? [])].flat(),
    add: (one: Arrival): void => {
      const chain = held.get(one.device) ?? new Map<number, readonly Arrival[]>();
      const there = chain.get(one.seq) ?? [];
      if (there.some((other) => equalBytes(other.envelope, one.envelope))) return;
      // Four are enough: an honest relay has one for a place, or two after a disk went back. A hostile one that pushes
      // the true one out withholds it, as it could anyhow, and that stays known until the log is read from its start.
      if (bytes + one.envelope.length > holdMax || there.length >= 4) {
        spilt = true;
        return;
      }
      bytes += one.envelope.length;
      held.set(one.device, chain.set(one.seq, [...there, one]));
    },
    drop,
    waiting: (frozen: ReadonlySet<string>) =>
      [...held].flatMap(([device, chain]) => (frozen.has(device) ? [] : [...chain.values()].flat())),
    state: () => ({ count: [...held.values()].reduce((sum, chain) => sum + chain.size, 0), spilt }),
    clear: (): void => {
      held = new Map();
      bytes = 0;
      spilt = false;
    },
  };
};
type Hold = ReturnType<typeof createHold>;

/** What may be opened now: for each device the held ones that follow its head, with no gap but what segments stand for. */
const readyOf = (
  hold: Hold,
  ledger: Ledger,
  frozen: ReadonlySet<string>,
  stones: readonly SegmentRange[],
): readonly Arrival[] => {
  const ready: Arrival[] = [];
  for (const device of hold.devices()) {
    const chains = ledger.chains();
    const head = chains.head(device).seq;
    let at = head;
    if (frozen.has(device)) continue;
    for (const next of hold.inOrder(device)) {
      const reached = reachOf(stones, device, at, next.seq);
      if (ready.length >= roundMax || reached + 1 < next.seq) break;
      // A segment stands for it too, and what comes right before it is gone: it is let go once that segment is here.
      if (reached + 1 > next.seq || chains.isAhead(device, next.seq)) continue;
      // The store takes a step over what is gone only before anything else of that chain.
      if (reached > at && at > head) break;
      ready.push(next);
      at = next.seq;
    }
  }
  return ready;
};

/** What an opened segment says that it stands for. */
const rangesOf = ({ type, body }: Opened): readonly SegmentRange[] => {
  const segment = type === "segment" ? decodeSegment(body) : null;
  return segment?.ok === true ? segment.value.replaces : [];
};

/** Whether a segment stands for what comes later than what is here of that chain: with patience the rest comes first. */
const isEarly = (ranges: readonly SegmentRange[], ledger: Ledger): boolean =>
  ranges.some(({ device, from }) => from > ledger.chains().head(device).seq + 1);

interface Round {
  readonly good: { readonly arrival: Arrival; readonly opened: Opened }[];
  readonly forked: string[];
  /** What was stepped over, because a segment that is held stands for it. */
  readonly over: SegmentRange[];
  refused: number;
  doubt: boolean;
}

/** Goes through the verdicts in order; after the first that is not good a chain waits. */
const sift = (
  ready: readonly Arrival[],
  verdicts: readonly Result<Opened, DeskFault>[],
  hold: Hold,
  ledger: Ledger,
  stones: readonly SegmentRange[],
  patient: boolean,
  sure: number,
): Round => {
  const round: Round = { good: [], forked: [], over: [], refused: 0, doubt: false };
  const own = ledger.identity()?.device;
  const chains = ledger.chains();
  const places = new Map<string, Place | null>();
  ready.forEach((arrival, index) => {
    const { device, prev } = arrival;
    const before = places.has(device) ? places.get(device) : ledger.chains().head(device);
    const verdict = verdicts[index];
    if (before === null || before === undefined || verdict === undefined) return;
    places.set(device, null);
    if (!verdict.ok) {
      if (mayOpenLater(verdict.error)) return;
      hold.drop(arrival);
      round.refused += 1;
      if (isAfterCut(verdict.error)) for (const later of hold.all(device)) hold.drop(later);
      return;
    }
    const step = stepTo(stones, device, before, arrival.seq);
    const ranges = rangesOf(verdict.value);
    const lost = step === null || (step.over.length > 0 && isMidway(stones, device, before, sure));
    if (
      (device === own && lost) ||
      ranges.some((range) => range.device === own && !standsForOwn(chains, range, sure))
    ) {
      round.doubt = true;
      return;
    }
    if (step === null || (patient && isEarly(ranges, ledger))) return;
    if (!equalBytes(prev, step.place.hash)) {
      hold.drop(arrival);
      round.forked.push(device);
      return;
    }
    places.set(device, { seq: verdict.value.seq, hash: verdict.value.hash });
    round.over.push(...step.over);
    // It is taken, and what is held of the other history stays (R3).
    for (const range of ranges) if (range.device !== own && contradicts(chains, range)) round.forked.push(range.device);
    round.good.push({ arrival, opened: verdict.value });
  });
  return round;
};

/** No two envelopes end alike. */
const signatureOf = (envelope: Uint8Array): string => toHex(envelope.slice(-16));

/** Segments that wait for their turn, read before it: what they stand for may be gone for ever. */
const createEarly = () => {
  const segments = createSegments();
  const read = new Set<string>();
  return {
    stones: () => segments.whole().flatMap(({ replaces }) => replaces),
    /** Reads those that were not read yet; true when one became whole. They are verified like any other envelope. */
    look: async (desk: Ports["desk"], waiting: readonly Arrival[]): Promise<Result<boolean, DeskFault>> => {
      const some = waiting
        .filter(({ envelope }) => !read.has(signatureOf(envelope)) && isSegment(envelope))
        .slice(0, roundMax);
      if (some.length === 0) return ok(false);
      const verdicts = await desk.openMany(
        some.map(({ envelope }) => envelope),
        true,
      );
      if (!verdicts.ok) return verdicts;
      let found = false;
      some.forEach(({ device, seq, envelope }, at) => {
        const verdict = verdicts.value[at];
        if (verdict?.ok !== true) return;
        read.add(signatureOf(envelope));
        const segment = decodeSegment(verdict.value.body);
        if (segment.ok && segments.note([{ place: { device, seq }, segment: segment.value }]).length > 0) found = true;
      });
      return ok(found);
    },
  };
};

/**
 * What is held of places that are taken by now is let go; devices of which one of those was truly theirs, and yet
 * another envelope than the one that was taken: two histories, though they came together (R3).
 */
const rivalsOf = async (
  desk: Ports["desk"],
  hold: Hold,
  ledger: Ledger,
): Promise<Result<readonly string[], DeskFault>> => {
  const chains = ledger.chains();
  const old = hold.devices().flatMap((device) => hold.all(device).filter(({ seq }) => seq <= chains.head(device).seq));
  const here = old.filter(({ device, seq }) => chains.held(device).has(seq));
  const verdicts = await desk.openMany(
    here.map(({ envelope }) => envelope),
    true,
  );
  if (!verdicts.ok) return verdicts;
  for (const one of old) hold.drop(one);
  return ok(
    verdicts.value.flatMap((verdict) => {
      const held = verdict.ok ? chains.held(verdict.value.device).get(verdict.value.seq) : undefined;
      return verdict.ok && held !== undefined && !equalBytes(held, verdict.value.hash) ? [verdict.value.device] : [];
    }),
  );
};

/** Stores what a round found good, in one transaction; nothing where there is none. */
const storeGood = async (
  ledger: Ledger,
  { good, over }: Round,
): Promise<Result<readonly Word[], StoreFault | DeskFault>> =>
  good.length === 0
    ? ok([])
    : ledger.store(
        good.map(({ arrival }) => arrival.envelope),
        good.map(({ opened }) => opened),
        over,
      );

/** Builds the intake over a ledger. */
export const createIntake = (ports: Pick<Ports, "desk" | "turn">, ledger: Ledger): Intake => {
  const hold = createHold();
  let early = createEarly();
  let doubt = false;

  /** Rounds until nothing more can be taken: an act about devices may open what waited for it. */
  const rounds = async (frozen: Set<string>, shown: number): Promise<Result<Intook, StoreFault | DeskFault>> => {
    const taken: Arrival[] = [];
    const words: Word[] = [];
    const forked: string[] = [];
    let refused = 0;
    let patient = true;
    let sure = shown;
    for (;;) {
      doubt = false;
      const twice = await rivalsOf(ports.desk, hold, ledger);
      if (!twice.ok) return twice;
      for (const device of new Set(twice.value)) if (!frozen.has(device)) forked.push(device);
      for (const device of twice.value) frozen.add(device);
      let ready = readyOf(hold, ledger, frozen, early.stones());
      // Something is missing: perhaps a segment that comes later stands for it.
      if (ready.length === 0) {
        const found = await early.look(ports.desk, hold.waiting(frozen));
        if (!found.ok) return found;
        if (found.value) ready = readyOf(hold, ledger, frozen, early.stones());
      }
      if (ready.length === 0) break;
      const verdicts = await ports.desk.openMany(
        ready.map(({ envelope }) => envelope),
        true,
      );
      if (!verdicts.ok) return verdicts;
      const round = sift(ready, verdicts.value, hold, ledger, early.stones(), patient, sure);
      ({ doubt } = round);
      refused += round.refused;
      for (const device of round.forked) {
        forked.push(device);
        frozen.add(device);
      }
      const stored = await storeGood(ledger, round);
      if (!stored.ok) return stored;
      words.push(...stored.value);
      for (const { arrival } of round.good) {
        taken.push(arrival);
        hold.drop(arrival);
        if (arrival.device === ledger.identity()?.device) sure = Math.max(sure, arrival.seq);
      }
      const moved = round.good.length + round.refused + round.forked.length > 0;
      if (!moved && !patient) break;
      patient = moved;
    }
    return ok({ taken, words, forked, refused });
  };

  return {
    take: (arrivals, frozen, sure = 0) =>
      ports.turn.exclusive(async () => {
        if (ledger.identity() === null) return err({ type: "KeysMissing" });
        const read = await ledger.catchUp();
        if (!read.ok) return read;
        for (const arrival of arrivals) hold.add(arrival);
        return rounds(new Set(frozen), sure);
      }),
    holding: hold.state,
    doubts: () => doubt,
    stones: async () => {
      for (;;) {
        const found = await early.look(ports.desk, hold.waiting(new Set()));
        if (!found.ok) return found;
        if (!found.value) return ok(early.stones());
      }
    },
    forget: () => {
      doubt = false;
      hold.clear();
      early = createEarly();
    },
  };
};
