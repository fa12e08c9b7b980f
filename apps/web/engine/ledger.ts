/** Keeps the fold of this device's log true: opens what is stored, seals and appends what is new. */
import { err, ok, type Result } from "@belay/basics";
import { emptyState, encodeEvent, evolve, nextHlc, type DomainEvent, type Recorded, type State } from "@belay/domain";
import { batchEventsMax, encodeBatch, type DeskFault, type DeskIdentity, type Opened } from "@belay/wire";
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Moment } from "./ports/clock.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";
import { readBatch } from "./read-batch.ts";

/** How many envelopes are opened between two breaths of the screen. */
const page = 256;

/** Why an entry was not made durable. */
export type AppendFault = StoreFault | DeskFault | { readonly type: "TooLarge" };

/** What an entry needs besides its event. A reply brings its own id, so that it can be counted only once. */
export interface Draft {
  readonly event: DomainEvent;
  readonly id: string;
  /** Set where an entry is taken over from a backup: its own place in the order, its own day. */
  readonly from?: Pick<Recorded, "at" | "day">;
}

/** Entries that did not open, and entries of kinds this version does not know. */
interface Counts {
  readonly setAside: number;
  readonly unknown: number;
}

/** The fold, its counts, and the one way to add to it. */
export interface Ledger {
  readonly state: ReadonlySignal<State>;
  readonly counts: ReadonlySignal<Counts>;
  readonly identity: () => DeskIdentity | null;
  /** The number of this device's newest envelope; 0 before the first. */
  readonly head: () => number;
  /** Every entry that is in the fold, in order of arrival here. */
  readonly recorded: () => readonly Recorded[];
  readonly begin: (identity: DeskIdentity) => void;
  /** Opens every entry after the last one seen. Fails only when the store or the desk does. */
  readonly catchUp: () => Promise<Result<number, StoreFault | DeskFault>>;
  /**
   * Seals and appends events, 1 to 64 an envelope, all in one transaction or none. The caller holds the turn and has
   * caught up.
   */
  readonly append: (drafts: readonly Draft[], moment: Moment) => Promise<Result<readonly Recorded[], AppendFault>>;
  readonly forget: () => void;
}

/** Where this device's chain stands. */
interface Chain {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** A sealed envelope and where the chain stands after it. */
interface Link {
  readonly chain: Chain;
  readonly envelope: Uint8Array;
}

/** What the ledger remembers between calls. */
interface Book {
  readonly ports: Pick<Ports, "log" | "desk" | "neighbours">;
  readonly state: Signal<State>;
  readonly counts: Signal<Counts>;
  identity: DeskIdentity | null;
  cursor: number;
  chain: Chain;
  events: Recorded[];
  ids: Set<string>;
}

/** Forgets everything and starts for this identity, or for nobody. */
const reset = (book: Book, identity: DeskIdentity | null): void => {
  book.identity = identity;
  book.cursor = 0;
  // An all-zero hash stands before the first link of a chain (`security.md` 4.5).
  book.chain = { seq: 0, hash: new Uint8Array(32) };
  book.events = [];
  book.ids = new Set();
  book.state.value = emptyState;
  book.counts.value = { setAside: 0, unknown: 0 };
};

/** Folds new events in. The fold gives the same state in any order of arrival, so a late one needs nothing else. */
const fold = (book: Book, events: readonly Recorded[]): void => {
  let next = book.state.value;
  for (const event of events) {
    if (book.ids.has(event.id)) continue;
    book.ids.add(event.id);
    book.events.push(event);
    next = evolve(next, event);
  }
  book.state.value = next;
};

/** Takes opened envelopes in; what did not open is counted, never dropped. */
const absorb = (book: Book, verdicts: readonly Result<Opened, DeskFault>[]): void => {
  const events: Recorded[] = [];
  let { setAside, unknown } = book.counts.value;
  for (const verdict of verdicts) {
    if (!verdict.ok) {
      setAside += 1;
      continue;
    }
    const { device, seq, hash } = verdict.value;
    if (device === book.identity?.device && seq > book.chain.seq) book.chain = { seq, hash };
    const read = readBatch(verdict.value);
    events.push(...read.events);
    setAside += read.bad;
    unknown += read.unknown;
  }
  fold(book, events);
  const changed = setAside !== book.counts.value.setAside || unknown !== book.counts.value.unknown;
  if (changed) book.counts.value = { setAside, unknown };
};

const catchUp = async (book: Book): Promise<Result<number, StoreFault | DeskFault>> => {
  for (let read = 0; ;) {
    const slice = await book.ports.log.since(book.cursor, page);
    if (!slice.ok) return slice;
    const { entries, more } = slice.value;
    if (entries.length > 0) {
      const envelopes = entries.map((entry) => entry.envelope);
      const verdicts = await book.ports.desk.openMany(envelopes, false);
      if (!verdicts.ok) return verdicts;
      absorb(book, verdicts.value);
      book.cursor = entries.at(-1)?.at ?? book.cursor;
      read += entries.length;
    }
    if (!more) return ok(read);
  }
};

/** Gives every event its place in the order and its day; those of a backup keep their own. */
const stamp = (book: Book, drafts: readonly Draft[], moment: Moment, device: string): readonly Recorded[] => {
  let { clock } = book.state.value;
  return drafts.map((draft) => {
    if (draft.from !== undefined) return { ...draft.event, id: draft.id, ...draft.from };
    clock = nextHlc(clock, moment.ms, device);
    return { ...draft.event, id: draft.id, at: clock, day: moment.day };
  });
};

/** The next links of the chain, sealed but not stored yet. */
const seal = async (
  book: Book,
  events: readonly Recorded[],
  device: string,
): Promise<Result<readonly Link[], AppendFault>> => {
  const links: Link[] = [];
  let { chain } = book;
  for (let at = 0; at < events.length; at += batchEventsMax) {
    const slice = events.slice(at, at + batchEventsMax);
    const body = encodeBatch({ seen: {}, events: slice.map((event) => encodeEvent(event, device)) });
    if (!body.ok) return err({ type: "TooLarge" });
    const sealed = await book.ports.desk.seal(body.value, chain.seq + 1, chain.hash);
    if (!sealed.ok) return sealed;
    chain = { seq: chain.seq + 1, hash: sealed.value.hash };
    links.push({ chain, envelope: sealed.value.envelope });
  }
  return ok(links);
};

const append = async (
  book: Book,
  drafts: readonly Draft[],
  moment: Moment,
): Promise<Result<readonly Recorded[], AppendFault>> => {
  const device = book.identity?.device ?? "";
  const events = stamp(book, drafts, moment, device);
  const links = await seal(book, events, device);
  if (!links.ok) return links;
  const last = links.value.at(-1);
  if (last === undefined) return ok([]);
  const { log } = book.ports;
  const kept =
    links.value.length === 1
      ? await log.append(last.envelope)
      : await log.appendAll(links.value.map((link) => link.envelope));
  if (!kept.ok) return kept;
  book.chain = last.chain;
  book.cursor = kept.value.at;
  fold(book, events);
  book.ports.neighbours.tell("appended");
  return ok(events);
};

/** Builds the ledger over real or test ports; it reads nothing until `catchUp`. */
export const createLedger = (ports: Book["ports"]): Ledger => {
  const book: Book = {
    ports,
    state: signal<State>(emptyState),
    counts: signal<Counts>({ setAside: 0, unknown: 0 }),
    identity: null,
    cursor: 0,
    chain: { seq: 0, hash: new Uint8Array(32) },
    events: [],
    ids: new Set(),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    state: book.state,
    counts: book.counts,
    identity: () => book.identity,
    head: () => book.chain.seq,
    recorded: () => book.events,
    begin: (identity) => reset(book, identity),
    // One reading at a time: two at once would take the same entries in twice and count them twice.
    catchUp: () => {
      const reading = last.then(() => catchUp(book));
      last = reading.then(
        () => undefined,
        () => undefined,
      );
      return reading;
    },
    append: (drafts, moment) => append(book, drafts, moment),
    forget: () => reset(book, null),
  };
};
