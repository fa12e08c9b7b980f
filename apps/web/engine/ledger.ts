/** Keeps the fold of this device's log true: opens what is stored, seals and appends what is new. */
import { err, ok, type Result } from "@belay/basics";
import {
  emptyState, encodeEvent, evolve, nextHlc, parseEvent, type DomainEvent, type Recorded, type State,
} from "@belay/domain";
import { batchEventsMax, decodeBatch, encodeBatch, type DeskFault, type DeskIdentity, type Opened } from "@belay/wire";
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Moment } from "./ports/clock.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";

/** How many envelopes are opened between two breaths of the screen. */
const page = 256;

/** An all-zero hash stands before the first link of a chain (`security.md` 4.5). */
const noHash = new Uint8Array(32);

/** Why an entry was not made durable. */
export type AppendFault = StoreFault | DeskFault | { readonly type: "TooLarge" };

/** What an entry needs besides its event. A reply brings its own id, so that it can be counted only once. */
export interface Draft {
  readonly event: DomainEvent;
  readonly id: string;
  /** Set where an entry is taken over from a backup: its own place in the order, its own day. */
  readonly from?: Pick<Recorded, "at" | "day">;
}

/** The fold, its counts, and the one way to add to it. */
export interface Ledger {
  readonly state: ReadonlySignal<State>;
  readonly counts: ReadonlySignal<{ readonly setAside: number; readonly unknown: number }>;
  readonly identity: () => DeskIdentity | null;
  readonly head: () => number;
  readonly recorded: () => readonly Recorded[];
  readonly begin: (identity: DeskIdentity) => void;
  /** Opens every entry after the last one seen. Fails only when the store does. */
  readonly catchUp: () => Promise<Result<number, StoreFault | DeskFault>>;
  /**
   * Seals and appends events, 1 to 64 an envelope, all in one transaction or none. The caller holds the turn and has
   * caught up.
   */
  readonly append: (drafts: readonly Draft[], moment: Moment) => Promise<Result<readonly Recorded[], AppendFault>>;
  readonly forget: () => void;
}

interface Chain {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** A sealed envelope and where the chain stands after it. */
interface Link {
  readonly chain: Chain;
  readonly envelope: Uint8Array;
}

interface Memory {
  identity: DeskIdentity | null;
  cursor: number;
  chain: Chain;
  events: Recorded[];
  ids: Set<string>;
}

const fresh = (identity: DeskIdentity | null): Memory => ({
  identity,
  cursor: 0,
  chain: { seq: 0, hash: noHash },
  events: [],
  ids: new Set(),
});

/** Parses every event of one opened envelope; what is not understood is counted, never dropped. */
const readBatch = (opened: Opened): { readonly events: readonly Recorded[]; readonly bad: number; readonly unknown: number } => {
  const batch = decodeBatch(opened.body);
  if (!batch.ok) return { events: [], bad: 1, unknown: 0 };
  const events: Recorded[] = [];
  let bad = 0;
  let unknown = 0;
  for (const json of batch.value.events) {
    const parsed = parseEvent(json, opened.device);
    if (parsed.ok) events.push(parsed.value);
    else if (parsed.error.type === "UnknownKind") unknown += 1;
    else bad += 1;
  }
  return { events, bad, unknown };
};

/** Builds the ledger over real or test ports; it reads nothing until `catchUp`. */
export const createLedger = (ports: Pick<Ports, "log" | "desk" | "neighbours">): Ledger => {
  const state = signal<State>(emptyState);
  const counts = signal({ setAside: 0, unknown: 0 });
  let memory = fresh(null);

  /** Folds new events in. The fold gives the same state in any order of arrival, so a late one needs nothing else. */
  const fold = (events: readonly Recorded[]): void => {
    let next = state.value;
    for (const event of events) {
      if (memory.ids.has(event.id)) continue;
      memory.ids.add(event.id);
      memory.events.push(event);
      next = evolve(next, event);
    }
    state.value = next;
  };

  const absorb = (verdicts: readonly Result<Opened, DeskFault>[]): void => {
    const events: Recorded[] = [];
    let { setAside, unknown } = counts.value;
    for (const verdict of verdicts) {
      if (!verdict.ok) {
        setAside += 1;
        continue;
      }
      const opened = verdict.value;
      if (opened.device === memory.identity?.device && opened.seq > memory.chain.seq) {
        memory.chain = { seq: opened.seq, hash: opened.hash };
      }
      const read = readBatch(opened);
      events.push(...read.events);
      setAside += read.bad;
      unknown += read.unknown;
    }
    fold(events);
    if (setAside !== counts.value.setAside || unknown !== counts.value.unknown) counts.value = { setAside, unknown };
  };

  const catchUp: Ledger["catchUp"] = async () => {
    let read = 0;
    for (;;) {
      const slice = await ports.log.since(memory.cursor, page);
      if (!slice.ok) return err(slice.error);
      const { entries, more } = slice.value;
      if (entries.length > 0) {
        const verdicts = await ports.desk.openMany(entries.map((entry) => entry.envelope), false);
        if (!verdicts.ok) return err(verdicts.error);
        absorb(verdicts.value);
        memory.cursor = entries.at(-1)?.at ?? memory.cursor;
        read += entries.length;
      }
      if (!more) return ok(read);
    }
  };

  const stamped = (drafts: readonly Draft[], moment: Moment, device: string): readonly Recorded[] => {
    let { clock } = state.value;
    return drafts.map((draft) => {
      if (draft.from !== undefined) return { ...draft.event, id: draft.id, ...draft.from };
      clock = nextHlc(clock, moment.ms, device);
      return { ...draft.event, id: draft.id, at: clock, day: moment.day };
    });
  };

  /** The next links of the chain, sealed but not stored yet. */
  const seal = async (events: readonly Recorded[], device: string): Promise<Result<readonly Link[], AppendFault>> => {
    const links: Link[] = [];
    let { chain } = memory;
    for (let at = 0; at < events.length; at += batchEventsMax) {
      const slice = events.slice(at, at + batchEventsMax);
      const body = encodeBatch({ seen: {}, events: slice.map((event) => encodeEvent(event, device)) });
      if (!body.ok) return err({ type: "TooLarge" });
      const sealed = await ports.desk.seal(body.value, chain.seq + 1, chain.hash);
      if (!sealed.ok) return sealed;
      chain = { seq: chain.seq + 1, hash: sealed.value.hash };
      links.push({ chain, envelope: sealed.value.envelope });
    }
    return ok(links);
  };

  const append: Ledger["append"] = async (drafts, moment) => {
    const device = memory.identity?.device ?? "";
    const events = stamped(drafts, moment, device);
    const links = await seal(events, device);
    if (!links.ok) return links;
    const [first] = links.value;
    if (first === undefined) return ok([]);
    const kept =
      links.value.length === 1
        ? await ports.log.append(first.envelope)
        : await ports.log.appendAll(links.value.map((link) => link.envelope));
    if (!kept.ok) return kept;
    memory.chain = links.value.at(-1)?.chain ?? memory.chain;
    memory.cursor = kept.value.at;
    fold(events);
    ports.neighbours.tell("appended");
    return ok(events);
  };

  return {
    state,
    counts,
    identity: () => memory.identity,
    head: () => memory.chain.seq,
    recorded: () => memory.events,
    begin: (identity) => {
      memory = fresh(identity);
      state.value = emptyState;
      counts.value = { setAside: 0, unknown: 0 };
    },
    catchUp,
    append,
    forget: () => {
      memory = fresh(null);
      state.value = emptyState;
      counts.value = { setAside: 0, unknown: 0 };
    },
  };
};
