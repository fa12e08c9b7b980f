/** Holds what was read of the log so far: the fold of its events, its chains, and what did not open. */
import { equalBytes, fromHex, type Result } from "@belay/basics";
import {
  emptyState,
  evolveAll,
  inBulk,
  isErased,
  replay,
  type Bulk,
  type Hlc,
  type Recorded,
  type State,
} from "@belay/domain";
import type { DeskFault, Opened, Seen } from "@belay/wire";
import { contradicts, createChains, type Chains } from "./chains.ts";
import { readBatch, readSegment, type ReadBatch } from "./read-batch.ts";
import { createSegments, type Segments } from "./segments.ts";

/** Entries that did not open, and entries of kinds this version does not know. */
export interface Counts {
  readonly setAside: number;
  readonly unknown: number;
}

/** One reading of the log. A log that lost a tail under our feet, or a device that was ended, starts a new one. */
export interface Fold {
  /** The place of the last envelope that was read. */
  cursor: number;
  state: State;
  counts: Counts;
  readonly chains: Chains;
  readonly segments: Segments;
  /** `device/number` of every envelope that is no batch of events: acts about devices, segments, what did not open. */
  readonly apart: Set<string>;
  /** Every entry in the fold, in order of arrival. */
  readonly events: Recorded[];
  /** Id to the place of the entry in the fold, and `id place` of every further one with the same id. */
  readonly known: Map<string, Hlc>;
  readonly knownAgain: Set<string>;
  /** Device to the time (ms) of its newest entry. */
  readonly lastSeen: Map<string, number>;
  /** An envelope that is held has an entry that was erased: it has to be written anew without it. */
  holdsErased: boolean;
  /** An act about devices was read: who is a member may have changed. */
  members: boolean;
  /** A place of a chain holds other bytes than were read there before: this reading is not true any more. */
  clash: boolean;
}

/** A reading of nothing. */
export const emptyFold = (): Fold => ({
  cursor: 0,
  state: emptyState,
  counts: { setAside: 0, unknown: 0 },
  chains: createChains(),
  segments: createSegments(),
  apart: new Set(),
  events: [],
  known: new Map(),
  knownAgain: new Set(),
  lastSeen: new Map(),
  holdsErased: false,
  members: false,
  clash: false,
});

/**
 * The same entry may come twice. One reply that two devices fetched has one id and two places; both go into the state,
 * which lets the earlier one stand, so that the order of arrival does not matter.
 */
const isNew = ({ known, knownAgain }: Fold, { id, at }: Recorded): boolean => {
  const before = known.get(id);
  if (before === undefined) {
    known.set(id, at);
    return true;
  }
  if (before.every((part, index) => part === at[index])) return false;
  const name = `${id} ${at.join(" ")}`;
  if (knownAgain.has(name)) return false;
  knownAgain.add(name);
  return true;
};

/**
 * Folds new events in. The state is the same in any order of arrival, so a late one needs nothing else; one that erases
 * what is in already has the others folded anew. With a `bulk` that is used again, no state from in between may be shown.
 */
export const foldIn = (fold: Fold, events: readonly Recorded[], bulk?: Bulk): void =>
  inBulk(() => foldAll(fold, events), bulk);

const foldAll = (fold: Fold, events: readonly Recorded[]): void => {
  const fresh: Recorded[] = [];
  const erased = new Set<string>();
  for (const event of events) {
    if (!isNew(fold, event)) continue;
    if (event.kind === "entries/erased@1") erased.add(event.body.id);
    else if (erased.has(event.id) || isErased(fold.state, event.id)) {
      fold.holdsErased = true;
      continue;
    }
    fresh.push(event);
    fold.events.push(event);
  }
  fold.state = evolveAll(fold.state, fresh);
  if (erased.size > 0 && dropErased(fold, erased)) fold.state = replay(fold.events);
};

/** Takes out what was erased; true when there was something. */
const dropErased = (fold: Fold, erased: ReadonlySet<string>): boolean => {
  const { events } = fold;
  const stay = events.filter((event) => event.kind === "entries/erased@1" || !erased.has(event.id));
  if (stay.length === events.length) return false;
  fold.holdsErased = true;
  events.length = 0;
  for (const event of stay) events.push(event);
  return true;
};

/** What an envelope that was taken in said about other devices' chains, and when it was written. */
export interface Word {
  readonly device: string;
  readonly seen: Seen;
  /** The newest time in it, in ms; null where it holds no event. */
  readonly at: number | null;
}

const noteLink = (fold: Fold, { device, seq, hash }: Opened): void => {
  const before = fold.chains.held(device).get(seq);
  if (before !== undefined && !equalBytes(before, hash)) fold.clash = true;
  fold.chains.note(device, seq, hash);
};

const noteRead = (fold: Fold, read: Pick<ReadBatch, "events" | "bad" | "unknown">): void => {
  const { setAside, unknown } = fold.counts;
  if (read.bad + read.unknown > 0) fold.counts = { setAside: setAside + read.bad, unknown: unknown + read.unknown };
  for (const { at } of read.events) {
    const [ms, , device] = at;
    if (ms > (fold.lastSeen.get(device) ?? 0)) fold.lastSeen.set(device, ms);
  }
};

/** A segment holds many devices' events; once it is whole it stands for what it replaces (`security.md` 4.5a). */
const takeSegment = (fold: Fold, opened: Opened, events: Recorded[]): void => {
  const read = readSegment(opened);
  events.push(...read.events);
  noteRead(fold, read);
  if (read.segment === null) return;
  const { device, seq } = opened;
  for (const whole of fold.segments.note([{ place: { device, seq }, segment: read.segment }])) {
    for (const range of whole.replaces) {
      const hash = fromHex(range.hash);
      if (hash.ok && !contradicts(fold.chains, range))
        fold.chains.replaced(range.device, range.from, range.to, hash.value);
    }
  }
};

/** Takes one opened envelope in, and gives its word. */
const takeIn = (fold: Fold, opened: Opened, events: Recorded[]): Word => {
  noteLink(fold, opened);
  const { device } = opened;
  if (opened.type !== "events") fold.apart.add(`${device}/${opened.seq}`);
  if (opened.type === "membership") {
    fold.members = true;
    return { device, seen: {}, at: null };
  }
  if (opened.type === "segment") {
    takeSegment(fold, opened, events);
    return { device, seen: {}, at: null };
  }
  const read = readBatch(opened);
  events.push(...read.events);
  noteRead(fold, read);
  const at = read.events.length === 0 ? null : Math.max(...read.events.map((event) => event.at[0]));
  return { device, seen: read.seen, at };
};

/** Takes opened envelopes in; what did not open is counted, never dropped. */
export const absorb = (fold: Fold, verdicts: readonly Result<Opened, DeskFault>[], bulk?: Bulk): readonly Word[] => {
  const events: Recorded[] = [];
  const words: Word[] = [];
  for (const verdict of verdicts) {
    if (verdict.ok) words.push(takeIn(fold, verdict.value, events));
    // What a device wrote after its end is no loss: it counts for nobody.
    else if (!isAfterCut(verdict.error)) fold.counts = { ...fold.counts, setAside: fold.counts.setAside + 1 };
  }
  foldIn(fold, events, bulk);
  return words;
};

/** Whether an envelope was written by a removed device after its end (`security.md` 4.5, R6). */
export const isAfterCut = (fault: DeskFault): boolean => fault.type === "DoesNotOpen" && fault.detail === "AfterCut";
