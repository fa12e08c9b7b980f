/** Puts entries into segments and lets go of the envelopes that held them: to erase one, or to have fewer (4.5a, 4.15). */
import { err, fromBase64Url, ok, toHex, type Result } from "@belay/basics";
import { encodeEvent, erasedIds, isErased, type Recorded } from "@belay/domain";
import { encodeBatch, encodeSegment, type DeskFault, type Opened, type SegmentRange } from "@belay/wire";
import { arrivalOf } from "./intake.ts";
import type { AppendFault, Body, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";
import { rawItems, type RawEvent } from "./read-batch.ts";
import { joined, partsOf } from "./segment-parts.ts";
import type { Whole } from "./segments.ts";

/** Envelopes read in one go. */
const page = 64;

/** Loose envelopes of this device's own that are left alone; beyond them they are put together. */
export const looseMax = 200;
/** Entries of one step of putting together: one part of a segment. */
const stepEvents = 500;

type RewritePorts = Pick<Ports, "chance" | "desk" | "log" | "turn">;
type Fault = StoreFault | DeskFault | AppendFault;

/** An envelope that opened, with its place, its link, and what is in it. */
interface Held {
  readonly place: SegmentRange;
  readonly opened: Opened;
  readonly items: readonly RawEvent[];
}

const heldOf = (envelope: Uint8Array, verdict: Result<Opened, DeskFault> | undefined): Held | null => {
  const arrival = arrivalOf(envelope);
  if (arrival === null || verdict?.ok !== true) return null;
  const opened = verdict.value;
  const items = rawItems(opened);
  if (items === null) return null;
  const { device, seq } = arrival;
  const place = { device, from: seq, to: seq, before: toHex(arrival.prev), hash: toHex(opened.hash) };
  return { place, opened, items };
};

const openAll = async (
  { desk }: RewritePorts,
  envelopes: readonly Uint8Array[],
): Promise<Result<readonly Held[], Fault>> => {
  const verdicts = await desk.openMany(envelopes, false);
  if (!verdicts.ok) return verdicts;
  return ok(envelopes.flatMap((envelope, at) => heldOf(envelope, verdicts.value[at]) ?? []));
};

/** The same entry may lie in several envelopes; once is enough. */
const once = (items: readonly RawEvent[]): readonly RawEvent[] => {
  const known = new Set<string>();
  return items.filter(({ device, event }) => {
    const name = JSON.stringify([event["id"], event["t"], event["o"] ?? device]);
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
};

/** 32 hexadecimal digits of chance. */
const newId = ({ chance }: RewritePorts): string => {
  const bytes = fromBase64Url(chance.id());
  if (!bytes.ok || bytes.value.length !== 16) throw new Error("the platform's chance made no 128 bits");
  return toHex(bytes.value);
};

/** Ranges of one segment: fewer than the wire allows, because each time it is written anew its own place comes to them. */
const rangesEach = 200;

/** The ranges, as many together as one segment names. */
const inGroups = (ranges: readonly SegmentRange[]): readonly (readonly SegmentRange[])[] =>
  Array.from({ length: Math.ceil(ranges.length / rangesEach) }, (_, at) =>
    ranges.slice(at * rangesEach, (at + 1) * rangesEach),
  );

/**
 * The bodies of a segment with these entries in place of these ranges. Where the ranges are too many, the first segment
 * holds all entries and the others none: whoever has only the beginning of these has every entry.
 */
const segmentBodies = (
  ports: RewritePorts,
  replaces: readonly SegmentRange[],
  items: readonly RawEvent[],
): Result<readonly Body[], AppendFault> => {
  const bodies: Body[] = [];
  for (const [at, some] of inGroups(replaces).entries()) {
    for (const part of partsOf(newId(ports), some, at === 0 ? items : [])) {
      const bytes = encodeSegment(part);
      if (!bytes.ok) return err({ type: "TooLarge" });
      bodies.push({ type: "segment", bytes: bytes.value });
    }
  }
  return ok(bodies);
};

/** Whether an entry must go: it was erased, and is not itself the word that something was. */
const mustGo = ({ event }: RawEvent, ids: ReadonlySet<string>): boolean =>
  event["k"] !== "entries/erased@1" && typeof event["id"] === "string" && ids.has(event["id"]);

/** The whole segment that a place is a part of. */
const segmentAt = (ledger: Ledger, { device, from }: SegmentRange): Whole | undefined =>
  ledger
    .segments()
    .whole()
    .find((one) => one.device === device && one.numbers.includes(from));

/** A part of a segment is left alone until the others are there: it alone cannot say what it stands for. */
const isReady = (ledger: Ledger, { place, opened }: Held): boolean =>
  opened.type !== "segment" || segmentAt(ledger, place) !== undefined;

/** Every envelope that holds one of these entries; of a segment all of its parts. `may` says which may be touched. */
const holding = async (
  ports: RewritePorts,
  ledger: Ledger,
  ids: ReadonlySet<string>,
  may: (held: Held, item: RawEvent) => boolean,
): Promise<Result<readonly Held[], Fault>> => {
  const found = new Map<string, Held>();
  const put = (held: Held): void => void found.set(`${held.place.device}/${held.place.from}`, held);
  for (let at = 0; ;) {
    const slice = await ports.log.since(at, page);
    if (!slice.ok) return slice;
    const opened = await openAll(
      ports,
      slice.value.entries.map(({ envelope }) => envelope),
    );
    if (!opened.ok) return opened;
    for (const held of opened.value)
      if (isReady(ledger, held) && held.items.some((item) => mustGo(item, ids) && may(held, item))) put(held);
    at = slice.value.entries.at(-1)?.at ?? at;
    if (!slice.value.more) break;
  }
  for (const { place, opened } of Array.from(found.values())) {
    const segment = opened.type === "segment" ? segmentAt(ledger, place) : undefined;
    for (const seq of segment?.numbers ?? []) {
      const read = await ports.log.chain(place.device, seq, 1);
      const part = read.ok ? await openAll(ports, read.value) : read;
      if (!part.ok) return part;
      for (const held of part.value) put(held);
    }
  }
  return ok([...found.values()]);
};

/** What a segment over these envelopes replaces: their places, and what the segments among them stood for. */
const rangesOf = (ledger: Ledger, held: readonly Held[]): readonly SegmentRange[] =>
  joined(
    held.flatMap(({ place, opened }) => [
      place,
      ...(opened.type === "segment" ? (segmentAt(ledger, place)?.replaces ?? []) : []),
    ]),
  );

/** Writes envelopes anew without these entries. */
const without = async (
  ports: RewritePorts,
  ledger: Ledger,
  first: readonly Body[],
  held: readonly Held[],
  ids: ReadonlySet<string>,
): Promise<Result<null, Fault>> => {
  const ranges = rangesOf(ledger, held);
  const items = once(held.flatMap((one) => one.items)).filter((item) => !mustGo(item, ids));
  const bodies = segmentBodies(ports, ranges, items);
  if (!bodies.ok) return bodies;
  const done = await ledger.replace([...first, ...bodies.value], ranges);
  return done.ok ? ok(null) : done;
};

/**
 * Erases entries for good: the words that they are erased, a segment without them, and the end of every envelope that
 * held them, in one transaction. The caller holds the turn and has caught up.
 */
export const eraseNow = async (
  ports: RewritePorts,
  ledger: Ledger,
  words: readonly Recorded[],
): Promise<Result<null, Fault>> => {
  const device = ledger.identity()?.device ?? "";
  const ids = new Set(words.flatMap((word) => (word.kind === "entries/erased@1" ? [word.body.id] : [])));
  const held = await holding(ports, ledger, ids, () => true);
  if (!held.ok) return held;
  const seen = ledger.chains().seen(device);
  const batch = encodeBatch({ seen, events: words.map((word) => encodeEvent(word, device)) });
  if (!batch.ok) return err({ type: "TooLarge" });
  return without(ports, ledger, [{ type: "events", bytes: batch.value }], held.value, ids);
};

/**
 * Writes anew whatever of this device's own still holds an entry that was erased elsewhere: two devices may have
 * rewritten the same place at the same time, or a late copy came. Takes the turn itself. True when something was done.
 */
export const sweep = (ports: RewritePorts, ledger: Ledger): Promise<Result<boolean, Fault>> =>
  ports.turn.exclusive(async () => {
    const device = ledger.identity()?.device ?? "";
    const read = await ledger.catchUp();
    if (!read.ok) return read;
    const ids = new Set(erasedIds(ledger.state.peek()));
    if (device === "" || ids.size === 0) return ok(false);
    const mine = new Set<string>(
      ledger
        .recorded()
        .flatMap((event) => (event.kind === "entries/erased@1" && event.at[2] === device ? [event.body.id] : [])),
    );
    const held = await holding(
      ports,
      ledger,
      ids,
      ({ place }, { event }) => place.device === device || mine.has(String(event["id"])),
    );
    if (!held.ok || held.value.length === 0) return held.ok ? ok(false) : held;
    const done = await without(ports, ledger, [], held.value, ids);
    return done.ok ? ok(true) : done;
  });

/** Numbers in order, as runs without a gap, read and opened until there are entries enough. */
const gather = async (
  ports: RewritePorts,
  device: string,
  numbers: readonly number[],
): Promise<Result<readonly Held[], Fault>> => {
  const wanted = new Set(numbers);
  const held: Held[] = [];
  let events = 0;
  let from = numbers[0] ?? 1;
  for (;;) {
    const read = await ports.log.chain(device, from, page);
    if (!read.ok) return read;
    const opened = await openAll(
      ports,
      read.value.filter((envelope) => wanted.has(arrivalOf(envelope)?.seq ?? 0)),
    );
    if (!opened.ok) return opened;
    for (const one of opened.value) {
      if (events + one.items.length > stepEvents) return ok(held);
      events += one.items.length;
      held.push(one);
    }
    const last = read.value.at(-1);
    from = (last === undefined ? 0 : (arrivalOf(last)?.seq ?? 0)) + 1;
    if (read.value.length < page) return ok(held);
  }
};

/**
 * Puts the oldest loose envelopes of this device's own into one segment, when there are more than 200 up to `limit`.
 * Takes the turn itself, for one segment; true when there may be more to do.
 */
export const compactOnce = (
  ports: RewritePorts,
  ledger: Ledger,
  limit: () => number,
): Promise<Result<boolean, Fault>> =>
  ports.turn.exclusive(async () => {
    const device = ledger.identity()?.device ?? "";
    const read = await ledger.catchUp();
    if (!read.ok) return read;
    const upTo = limit();
    const numbers = ledger.loose(device).filter((seq) => seq <= upTo);
    if (device === "" || numbers.length <= looseMax) return ok(false);
    const held = await gather(ports, device, numbers);
    if (!held.ok) return held;
    // One that alone holds more than a part may is left as it is; a whole run of them would never end.
    if (held.value.length < 2) return ok(false);
    const state = ledger.state.peek();
    const items = once(held.value.flatMap((one) => one.items));
    const live = items.filter(
      ({ event }) => event["k"] === "entries/erased@1" || !isErased(state, String(event["id"])),
    );
    const ranges = rangesOf(ledger, held.value);
    const bodies = segmentBodies(ports, ranges, live);
    if (!bodies.ok) return bodies;
    const done = await ledger.replace(bodies.value, ranges);
    return done.ok ? ok(true) : done;
  });
