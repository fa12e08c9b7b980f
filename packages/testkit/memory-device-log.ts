/** A device's log in memory, quick enough for tens of thousands of runs, with a snapshot for a disk that went back. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogEntry, type LogFault, type LogPage } from "@belay/wire";

type Kept<T> = Promise<Result<T, LogFault>>;

/** What may be dropped before new envelopes come. */
type Drop = { readonly device: string; readonly from: number } | "everything";

interface Stored extends LogEntry {
  readonly device: string;
  readonly seq: number;
}

/** What a disk held at one moment. */
export interface DiskSnapshot {
  readonly entries: readonly Stored[];
  readonly at: number;
}

/** The log, and what a test may do to the disk below it. */
export interface MemoryDeviceLog {
  readonly append: (envelope: Uint8Array) => Kept<{ readonly at: number }>;
  readonly appendAll: (envelopes: readonly Uint8Array[]) => Kept<{ readonly at: number }>;
  readonly since: (at: number, max: number) => Kept<LogPage>;
  readonly chain: (device: string, from: number, max: number) => Kept<readonly Uint8Array[]>;
  readonly swap: (drop: Drop, envelopes: readonly Uint8Array[]) => Kept<{ readonly at: number }>;
  readonly clear: () => Kept<null>;
  readonly snapshot: () => DiskSnapshot;
  readonly restore: (snapshot: DiskSnapshot) => void;
  /** How many envelopes it holds. */
  readonly size: () => number;
}

const notKept: Result<never, LogFault> = err({ type: "Full" });

/** An empty log. While `full` says so nothing is taken, and nothing is lost. */
export const memoryDeviceLog = (full: () => boolean = () => false): MemoryDeviceLog => {
  let entries: Stored[] = [];
  let chains = new Map<string, Stored[]>();
  let last = 0;

  const put = (envelope: Uint8Array): Result<{ readonly at: number }, LogFault> => {
    const parts = splitEnvelope(envelope);
    if (!parts.ok) return err({ type: "Malformed", fault: parts.error });
    const { deviceId, seq } = parts.value.header;
    const device = toHex(deviceId);
    const chain = chains.get(device) ?? [];
    chains.set(device, chain);
    const known = chain[seq - 1];
    if (known !== undefined)
      return equalBytes(known.envelope, envelope) ? ok({ at: known.at }) : err({ type: "Conflict" });
    if (seq !== chain.length + 1) return err({ type: "Gap", expected: chain.length + 1 });
    last += 1;
    const entry = { at: last, envelope: Uint8Array.from(envelope), device, seq };
    entries.push(entry);
    chain.push(entry);
    return ok({ at: last });
  };

  const take = (snapshot: DiskSnapshot): void => {
    entries = [...snapshot.entries];
    chains = new Map();
    for (const entry of entries) chains.set(entry.device, [...(chains.get(entry.device) ?? []), entry]);
    for (const chain of chains.values()) chain.sort((a, b) => a.seq - b.seq);
    last = snapshot.at;
  };
  const snapshot = (): DiskSnapshot => ({ entries: [...entries], at: last });

  const drop = (what: Drop | "nothing"): void => {
    if (what === "nothing") return;
    const stays = (entry: Stored): boolean =>
      what !== "everything" && (entry.device !== what.device || entry.seq < what.from);
    take({ entries: entries.filter(stays), at: last });
  };

  /** All of them or none. */
  const putAll = (envelopes: readonly Uint8Array[], what: Drop | "nothing"): Kept<{ readonly at: number }> => {
    if (full()) return Promise.resolve(notKept);
    const before = what === "nothing" && envelopes.length < 2 ? null : snapshot();
    drop(what);
    let done: Result<{ readonly at: number }, LogFault> = ok({ at: 0 });
    for (const envelope of envelopes) {
      done = put(envelope);
      if (done.ok) continue;
      if (before !== null) take(before);
      break;
    }
    return Promise.resolve(done);
  };

  return {
    append: (envelope) => putAll([envelope], "nothing"),
    appendAll: (envelopes) => putAll(envelopes, "nothing"),
    swap: (what, envelopes) => putAll(envelopes, what),
    since: (at, max) => {
      let from = entries.length;
      while (from > 0 && (entries[from - 1]?.at ?? 0) > at) from -= 1;
      const some = entries.slice(from, from + max);
      return Promise.resolve(
        ok({ entries: some.map((one) => ({ at: one.at, envelope: one.envelope })), more: entries.length > from + max }),
      );
    },
    chain: (device, from, max) =>
      Promise.resolve(ok((chains.get(device) ?? []).slice(from - 1, from - 1 + max).map(({ envelope }) => envelope))),
    clear: () => {
      take({ entries: [], at: last });
      return Promise.resolve(ok(null));
    },
    snapshot,
    restore: take,
    size: () => entries.length,
  };
};
