/** Holds what was read of the log so far: the fold of its events, its chains, and what did not open. */
import { equalBytes, type Result } from "@belay/basics";
import { emptyState, evolve, type Recorded, type State } from "@belay/domain";
import type { DeskFault, Opened, Seen } from "@belay/wire";
import { createChains, type Chains } from "./chains.ts";
import { readBatch } from "./read-batch.ts";

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
  /** Every entry in the fold, in order of arrival. */
  readonly events: Recorded[];
  readonly known: Set<string>;
  /** Device to the time (ms) of its newest entry. */
  readonly lastSeen: Map<string, number>;
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
  events: [],
  known: new Set(),
  lastSeen: new Map(),
  members: false,
  clash: false,
});

/**
 * The same entry may come twice. One reply that two devices fetched has one id and two places; both go into the state,
 * which lets the earlier one stand, so that the order of arrival does not matter.
 */
const nameOf = ({ id, at }: Recorded): string => `${id} ${at.join(" ")}`;

/** Folds new events in. The state is the same in any order of arrival, so a late one needs nothing else. */
export const foldIn = (fold: Fold, events: readonly Recorded[]): void => {
  let next = fold.state;
  for (const event of events) {
    const name = nameOf(event);
    if (fold.known.has(name)) continue;
    fold.known.add(name);
    fold.events.push(event);
    next = evolve(next, event);
  }
  fold.state = next;
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

/** Takes one opened envelope in, and gives its word. */
const takeIn = (fold: Fold, opened: Opened, events: Recorded[]): Word => {
  noteLink(fold, opened);
  const { device } = opened;
  if (opened.type === "membership") {
    fold.members = true;
    return { device, seen: {}, at: null };
  }
  // A segment envelope holds many devices' events; it is read in a place of its own (`security.md` 4.5a).
  if (opened.type !== "events") return { device, seen: {}, at: null };
  const read = readBatch(opened);
  events.push(...read.events);
  const { setAside, unknown } = fold.counts;
  if (read.bad + read.unknown > 0) fold.counts = { setAside: setAside + read.bad, unknown: unknown + read.unknown };
  const at = read.events.length === 0 ? null : Math.max(...read.events.map((event) => event.at[0]));
  if (at !== null) fold.lastSeen.set(device, Math.max(at, fold.lastSeen.get(device) ?? 0));
  return { device, seen: read.seen, at };
};

/** Takes opened envelopes in; what did not open is counted, never dropped. */
export const absorb = (fold: Fold, verdicts: readonly Result<Opened, DeskFault>[]): readonly Word[] => {
  const events: Recorded[] = [];
  const words: Word[] = [];
  for (const verdict of verdicts) {
    if (verdict.ok) words.push(takeIn(fold, verdict.value, events));
    // What a device wrote after its end is no loss: it counts for nobody.
    else if (!isAfterCut(verdict.error)) fold.counts = { ...fold.counts, setAside: fold.counts.setAside + 1 };
  }
  foldIn(fold, events);
  return words;
};

/** Whether an envelope was written by a removed device after its end (`security.md` 4.5, R6). */
export const isAfterCut = (fault: DeskFault): boolean => fault.type === "DoesNotOpen" && fault.detail === "AfterCut";
