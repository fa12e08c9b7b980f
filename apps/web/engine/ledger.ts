/** Keeps the fold of this device's log true: opens what is stored, seals and appends what is new. */
import { err, fromHex, ok, type Result } from "@belay/basics";
import { emptyState, newBulk, replay, type Recorded, type State } from "@belay/domain";
import {
  decodeSegment,
  type DeskFault,
  type DeskIdentity,
  type DeskMember,
  type Opened,
  type SegmentRange,
} from "@belay/wire";
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { contradicts, steppedOver, withinReach, type Chains, type Place } from "./chains.ts";
import { absorb, emptyFold, foldIn, type Counts, type Fold, type Word } from "./fold.ts";
import type { Moment } from "./ports/clock.ts";
import type { Ports } from "./ports/ports.ts";
import type { PlaceRange, StoreFault } from "./ports/store.ts";
import type { Part, Segments } from "./segments.ts";
import { bodiesOf, stamp, type AppendFault, type Body, type Draft } from "./stamp.ts";

export type { AppendFault, Body, Draft };

/** How many envelopes are opened between two breaths of the screen; each may have 256 KiB and 500 entries. */
const page = 8;

/** The fold, its counts, and the ways to add to it. Whoever adds holds the turn and has caught up. */
export interface Ledger {
  readonly state: ReadonlySignal<State>;
  readonly counts: ReadonlySignal<Counts>;
  /** Who may write, as far as the acts about devices were read. */
  readonly members: ReadonlySignal<readonly DeskMember[]>;
  /** Rises whenever something was taken in, so that what follows the chains can look again. */
  readonly version: ReadonlySignal<number>;
  readonly identity: () => DeskIdentity | null;
  /** The number of this device's newest envelope; 0 before the first. */
  readonly head: () => number;
  readonly chains: () => Chains;
  /** Device to the time of its newest entry, in ms. */
  readonly lastSeen: () => ReadonlyMap<string, number>;
  /** Every entry that is in the fold, in order of arrival here. */
  readonly recorded: () => readonly Recorded[];
  readonly begin: (identity: DeskIdentity) => void;
  /** The same device under a newer epoch. */
  readonly renew: (identity: DeskIdentity) => void;
  /** Shows what these entries alone amount to, until the next `catchUp` is through; it decides nothing. */
  readonly glance: (events: readonly Recorded[]) => void;
  /** Opens every entry after the last one seen. Fails only when the store or the desk does. */
  readonly catchUp: () => Promise<Result<number, StoreFault | DeskFault>>;
  /** Reads the whole log again, and shows the old fold until the new one is whole. */
  readonly refold: () => Promise<Result<number, StoreFault | DeskFault>>;
  /** Seals and appends events, 1 to 64 an envelope, all in one transaction or none. */
  readonly append: (drafts: readonly Draft[], moment: Moment) => Promise<Result<readonly Recorded[], AppendFault>>;
  /** Seals and appends one body of another kind, and opens it again, so that it counts here too. */
  readonly add: (body: Body) => Promise<Result<Place, AppendFault>>;
  /** Seals bodies after a given link without storing them. */
  readonly seal: (
    bodies: readonly Body[],
    after: Place,
  ) => Promise<Result<readonly (Place & { readonly envelope: Uint8Array })[], AppendFault>>;
  /**
   * Stores verified envelopes, in one transaction, and takes what they hold in. `opened` are their verdicts in order.
   * What a segment among them replaces goes in the same transaction. `over` are ranges that the chains step over
   * because a segment that is known holds what was there.
   */
  readonly store: (
    envelopes: readonly Uint8Array[],
    opened: readonly Opened[],
    over?: readonly SegmentRange[],
  ) => Promise<Result<readonly Word[], StoreFault | DeskFault>>;
  /**
   * Seals bodies as the next links and makes them durable in place of what the ranges name: one transaction or none.
   * Whoever calls has put into the bodies whatever shall live on of what was there.
   */
  readonly replace: (
    bodies: readonly Body[],
    ranges: readonly SegmentRange[],
  ) => Promise<Result<readonly Place[], AppendFault>>;
  /** The segments that were read so far. */
  readonly segments: () => Segments;
  /** Whether an envelope that is held may have an entry that was erased; `swept` says that it was seen to. */
  readonly holdsErased: () => boolean;
  readonly swept: () => void;
  /** Numbers of a chain that are held as batches of events, lowest first. */
  readonly loose: (device: string) => readonly number[];
  readonly forget: () => void;
}

/** What the ledger remembers between calls. */
interface Book {
  readonly ports: Pick<Ports, "log" | "desk" | "neighbours">;
  readonly state: Signal<State>;
  readonly counts: Signal<Counts>;
  readonly members: Signal<readonly DeskMember[]>;
  readonly version: Signal<number>;
  identity: DeskIdentity | null;
  fold: Fold;
  /** A few entries stand in for the fold, which is not whole yet. */
  glancing: boolean;
}

/** Shows what the fold amounts to. */
const publish = (book: Book): void => {
  book.state.value = book.fold.state;
  const { setAside, unknown } = book.fold.counts;
  const shown = book.counts.peek();
  if (setAside !== shown.setAside || unknown !== shown.unknown) book.counts.value = { setAside, unknown };
  book.version.value = book.version.peek() + 1;
};

/** Forgets everything and starts for this identity, or for nobody. */
const reset = (book: Book, identity: DeskIdentity | null): void => {
  book.identity = identity;
  book.glancing = false;
  book.fold = emptyFold();
  book.members.value = [];
  publish(book);
};

type Read = Promise<Result<number, StoreFault | DeskFault>>;

/** Reads the log into a fold from where it stands. Nothing of it may be shown before the end: it is one bulk. */
const readInto = async ({ ports }: Book, fold: Fold): Read => {
  const bulk = newBulk();
  for (let read = 0; ;) {
    const slice = await ports.log.since(fold.cursor, page);
    if (!slice.ok) return slice;
    const { entries, more } = slice.value;
    if (entries.length > 0) {
      const envelopes = entries.map((entry) => entry.envelope);
      const verdicts = await ports.desk.openMany(envelopes, false);
      if (!verdicts.ok) return verdicts;
      absorb(fold, verdicts.value, bulk);
      fold.cursor = entries.at(-1)?.at ?? fold.cursor;
      read += entries.length;
    }
    if (!more) return ok(read);
  }
};

/** Asks the desk who is a member, and whether something was folded that came after a device's end. */
const settleMembers = async (book: Book, fold: Fold): Promise<boolean> => {
  if (!fold.members) return false;
  fold.members = false;
  const members = await book.ports.desk.members();
  if (!members.ok) return false;
  book.members.value = members.value;
  // The rotation that a read act may have brought is the desk's; the identity shows its epoch.
  const identity = await book.ports.desk.open(false);
  if (identity.ok && book.identity !== null) book.identity = { ...identity.value, fresh: book.identity.fresh };
  return members.value.some(({ device, cut }) => cut !== null && fold.chains.head(device).seq > cut.seq);
};

/** A new reading of everything. The book of members is known by now, so a second one never cuts deeper. */
const refold = async (book: Book): Read => {
  const fold = emptyFold();
  const read = await readInto(book, fold);
  if (!read.ok) return read;
  if (await settleMembers(book, fold)) {
    const again = emptyFold();
    const second = await readInto(book, again);
    if (!second.ok) return second;
    again.members = false;
    book.fold = again;
  } else book.fold = fold;
  publish(book);
  return read;
};

const catchUp = async (book: Book): Read => {
  const { fold } = book;
  const { cursor } = fold;
  const read = await readInto(book, fold);
  if (book.glancing || fold.cursor !== cursor) publish(book);
  book.glancing = false;
  if (!read.ok) return read;
  const cutDeeper = await settleMembers(book, fold);
  if (!cutDeeper && !fold.clash) return read;
  const again = await refold(book);
  return again.ok ? read : again;
};

/** The next links of a chain, sealed but not stored yet. */
const seal = async ({ ports }: Book, bodies: readonly Body[], after: Place): ReturnType<Ledger["seal"]> => {
  const links: (Place & { readonly envelope: Uint8Array })[] = [];
  let { seq, hash } = after;
  for (const { type, bytes } of bodies) {
    const sealed = await ports.desk.seal(bytes, seq + 1, hash, type);
    if (!sealed.ok) return sealed;
    seq += 1;
    ({ hash } = sealed.value);
    links.push({ seq, hash, envelope: sealed.value.envelope });
  }
  return ok(links);
};

/** One envelope, many, or many in place of others: each in one transaction. */
const keep = (
  { log }: Book["ports"],
  envelopes: readonly Uint8Array[],
  ranges: readonly PlaceRange[],
): ReturnType<Ports["log"]["append"]> => {
  const [only] = envelopes;
  if (ranges.length > 0) return log.replace(ranges, envelopes);
  return envelopes.length === 1 && only !== undefined ? log.append(only) : log.appendAll(envelopes);
};

/** Seals bodies as the next links of this device's chain and makes them durable together, in place of the ranges. */
const extend = async (
  book: Book,
  bodies: readonly Body[],
  ranges: readonly SegmentRange[] = [],
): ReturnType<Ledger["seal"]> => {
  const device = book.identity?.device ?? "";
  const links = await seal(book, bodies, book.fold.chains.head(device));
  if (!links.ok || links.value.length === 0) return links;
  const envelopes = links.value.map((link) => link.envelope);
  const { chains } = book.fold;
  const own = links.value.map(({ seq }) => ({ device, seq }));
  const kept = await keep(book.ports, envelopes, [...withinReach(chains, ranges), ...steppedOver(chains, own)]);
  if (!kept.ok) return kept;
  for (const { seq, hash } of links.value) chains.note(device, seq, hash);
  book.fold.cursor = kept.value.at;
  return links;
};

const append = async (
  book: Book,
  drafts: readonly Draft[],
  moment: Moment,
): Promise<Result<readonly Recorded[], AppendFault>> => {
  const device = book.identity?.device ?? "";
  const events = stamp(book.fold.state.clock, drafts, moment, device);
  const bodies = bodiesOf(book.fold.chains.seen(device), events, device);
  if (!bodies.ok) return bodies;
  const links = await extend(book, bodies.value);
  if (!links.ok) return links;
  if (events.length === 0) return ok([]);
  foldIn(book.fold, events);
  const newest = Math.max(...events.map((event) => event.at[0]));
  book.fold.lastSeen.set(device, Math.max(newest, book.fold.lastSeen.get(device) ?? 0));
  publish(book);
  book.ports.neighbours.tell("appended");
  return ok(events);
};

const add = async (book: Book, body: Body): Promise<Result<Place, AppendFault>> => {
  const links = await extend(book, [body]);
  if (!links.ok) return links;
  const [link] = links.value;
  if (link === undefined) return err({ type: "TooLarge" });
  // Opened again as if it had been received: from then on the desk goes by it, and it is durable already.
  const opened = await book.ports.desk.openMany([link.envelope], true);
  if (!opened.ok) return opened;
  absorb(book.fold, opened.value);
  if (await settleMembers(book, book.fold)) await refold(book);
  publish(book);
  book.ports.neighbours.tell("appended");
  return ok(link);
};

const replace = async (
  book: Book,
  bodies: readonly Body[],
  ranges: readonly SegmentRange[],
): ReturnType<Ledger["replace"]> => {
  const links = await extend(book, bodies, ranges);
  if (!links.ok) return links;
  const { device = "", epoch = 1 } = book.identity ?? {};
  const opened = links.value.flatMap(({ seq, hash }, at): readonly Result<Opened, DeskFault>[] => {
    const body = bodies[at];
    return body === undefined ? [] : [ok({ device, seq, hash, epoch, type: body.type, body: body.bytes })];
  });
  absorb(book.fold, opened);
  publish(book);
  book.ports.neighbours.tell("appended");
  return links;
};

/** What segments among these make whole: it goes in the transaction that brings their last part. */
const rangesBy = (book: Book, opened: readonly Opened[]): readonly SegmentRange[] => {
  const parts = opened.flatMap((one): readonly Part[] => {
    const segment = one.type === "segment" ? decodeSegment(one.body) : null;
    return segment?.ok === true ? [{ place: { device: one.device, seq: one.seq }, segment: segment.value }] : [];
  });
  const ranges = parts.length === 0 ? [] : book.fold.segments.peek(parts).flatMap(({ replaces }) => replaces);
  // What belongs to another history than the segment's is not in the segment: it stays.
  return ranges.filter((range) => !contradicts(book.fold.chains, range));
};

const store = async (
  book: Book,
  envelopes: readonly Uint8Array[],
  opened: readonly Opened[],
  over: readonly SegmentRange[],
): ReturnType<Ledger["store"]> => {
  const { chains } = book.fold;
  const gone = [...withinReach(chains, [...over, ...rangesBy(book, opened)]), ...steppedOver(chains, opened)];
  const { log } = book.ports;
  const kept = gone.length > 0 ? await log.replace(gone, envelopes) : await log.appendAll(envelopes);
  if (!kept.ok) return kept;
  book.fold.cursor = Math.max(book.fold.cursor, kept.value.at);
  for (const { device, from, to, hash } of over) {
    const end = fromHex(hash);
    if (end.ok) chains.replaced(device, from, to, end.value);
  }
  const words = absorb(
    book.fold,
    opened.map((one) => ok(one)),
  );
  if ((await settleMembers(book, book.fold)) || book.fold.clash) {
    const again = await refold(book);
    if (!again.ok) return again;
  }
  publish(book);
  book.ports.neighbours.tell("appended");
  return ok(words);
};

/** Builds the ledger over real or test ports; it reads nothing until `catchUp`. */
export const createLedger = (ports: Book["ports"]): Ledger => {
  const book: Book = {
    ports,
    state: signal<State>(emptyState),
    counts: signal<Counts>({ setAside: 0, unknown: 0 }),
    members: signal<readonly DeskMember[]>([]),
    version: signal(0),
    identity: null,
    fold: emptyFold(),
    glancing: false,
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One reading at a time: two at once would take the same entries in twice and count them twice. */
  const afterLast = <T>(work: () => Promise<T>): Promise<T> => {
    const reading = last.then(work);
    last = reading.then(
      () => undefined,
      () => undefined,
    );
    return reading;
  };
  return {
    state: book.state,
    counts: book.counts,
    members: book.members,
    version: book.version,
    identity: () => book.identity,
    head: () => book.fold.chains.head(book.identity?.device ?? "").seq,
    chains: () => book.fold.chains,
    lastSeen: () => book.fold.lastSeen,
    recorded: () => book.fold.events,
    begin: (identity) => reset(book, identity),
    renew: (identity) => {
      book.identity = identity;
    },
    glance: (events) => {
      book.glancing = true;
      book.state.value = replay(events);
    },
    catchUp: () => afterLast(() => catchUp(book)),
    refold: () => afterLast(() => refold(book)),
    append: (drafts, moment) => afterLast(() => append(book, drafts, moment)),
    add: (body) => afterLast(() => add(book, body)),
    seal: (bodies, after) => seal(book, bodies, after),
    store: (envelopes, opened, over = []) => afterLast(() => store(book, envelopes, opened, over)),
    replace: (bodies, ranges) => afterLast(() => replace(book, bodies, ranges)),
    segments: () => book.fold.segments,
    holdsErased: () => book.fold.holdsErased,
    swept: () => {
      book.fold.holdsErased = false;
    },
    loose: (device) => {
      const { chains, apart } = book.fold;
      const held = [...chains.held(device).keys()];
      return held.filter((seq) => !apart.has(`${device}/${seq}`)).toSorted((a, b) => a - b);
    },
    forget: () => reset(book, null),
  };
};
