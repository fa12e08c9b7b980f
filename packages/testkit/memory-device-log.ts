/** A device's log in memory, quick enough for tens of thousands of runs, with a snapshot for a disk that went back. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogEntry, type LogFault, type LogPage } from "@belay/wire";

type Kept<T> = Promise<Result<T, LogFault>>;

/** What may be dropped before new envelopes come. */
type Drop = { readonly device: string; readonly from: number } | "everything";

/** Places of one chain that something else stands for. */
type Range = { readonly device: string; readonly from: number; readonly to: number };

interface Stored extends LogEntry {
  readonly device: string;
  readonly seq: number;
}

/** What a disk held at one moment. */
export interface DiskSnapshot {
  readonly entries: readonly Stored[];
  readonly at: number;
  /** Device to the end of what was replaced in its chain. */
  readonly ends: ReadonlyMap<string, number>;
}

/** The log, and what a test may do to the disk below it. */
export interface MemoryDeviceLog {
  readonly append: (envelope: Uint8Array) => Kept<{ readonly at: number }>;
  readonly appendAll: (envelopes: readonly Uint8Array[]) => Kept<{ readonly at: number }>;
  readonly since: (at: number, max: number) => Kept<LogPage>;
  readonly chain: (device: string, from: number, max: number) => Kept<readonly Uint8Array[]>;
  readonly swap: (drop: Drop, envelopes: readonly Uint8Array[]) => Kept<{ readonly at: number }>;
  readonly replace: (ranges: readonly Range[], envelopes: readonly Uint8Array[]) => Kept<{ readonly at: number }>;
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
  let chains = new Map<string, Map<number, Stored>>();
  let ends = new Map<string, number>();
  let last = 0;

  const put = (envelope: Uint8Array): Result<{ readonly at: number }, LogFault> => {
    const parts = splitEnvelope(envelope);
    if (!parts.ok) return err({ type: "Malformed", fault: parts.error });
    const { deviceId, seq } = parts.value.header;
    const device = toHex(deviceId);
    const chain = chains.get(device) ?? new Map<number, Stored>();
    chains.set(device, chain);
    const known = chain.get(seq);
    if (known !== undefined)
      return equalBytes(known.envelope, envelope) ? ok({ at: known.at }) : err({ type: "Conflict" });
    const end = ends.get(device) ?? 0;
    if (seq <= end) return ok({ at: 0 });
    if (seq !== end + 1) return err({ type: "Gap", expected: end + 1 });
    last += 1;
    const entry = { at: last, envelope: Uint8Array.from(envelope), device, seq };
    entries.push(entry);
    chain.set(seq, entry);
    ends.set(device, seq);
    return ok({ at: last });
  };

  const take = (snapshot: DiskSnapshot): void => {
    entries = [...snapshot.entries];
    ends = new Map(snapshot.ends);
    chains = new Map();
    for (const entry of entries) {
      const chain = chains.get(entry.device) ?? new Map<number, Stored>();
      chains.set(entry.device, chain.set(entry.seq, entry));
    }
    last = snapshot.at;
  };
  const snapshot = (): DiskSnapshot => ({ entries: [...entries], at: last, ends: new Map(ends) });

  const drop = (what: Drop | readonly Range[]): void => {
    if (what === "everything") return take({ entries: [], at: last, ends: new Map() });
    const reach = new Map(ends);
    if ("device" in what) reach.set(what.device, Math.min(reach.get(what.device) ?? 0, what.from - 1));
    else for (const { device, to } of what) reach.set(device, Math.max(reach.get(device) ?? 0, to));
    const ranges = "device" in what ? [{ ...what, to: Number.POSITIVE_INFINITY }] : what;
    const goes = ({ device, seq }: Stored): boolean =>
      ranges.some((range) => range.device === device && range.from <= seq && seq <= range.to);
    take({ entries: entries.filter((entry) => !goes(entry)), at: last, ends: reach });
  };

  /** All of them or none. */
  const putAll = (
    envelopes: readonly Uint8Array[],
    what: Drop | readonly Range[] | "nothing",
  ): Kept<{ readonly at: number }> => {
    if (full()) return Promise.resolve(notKept);
    const before = what === "nothing" && envelopes.length < 2 ? null : snapshot();
    if (what !== "nothing") drop(what);
    let done: Result<{ readonly at: number }, LogFault> = ok({ at: 0 });
    for (const envelope of envelopes) {
      done = put(envelope);
      if (done.ok) continue;
      if (before !== null) take(before);
      break;
    }
    return Promise.resolve(done);
  };

  /** Held envelopes of a chain from a number on. */
  const some = (device: string, from: number, max: number): readonly Uint8Array[] => {
    const chain = chains.get(device) ?? new Map<number, Stored>();
    const found: Uint8Array[] = [];
    for (let seq = from; found.length < max && seq <= (ends.get(device) ?? 0); seq += 1) {
      const entry = chain.get(seq);
      if (entry !== undefined) found.push(entry.envelope);
    }
    return found;
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
    replace: (ranges, envelopes) => putAll(envelopes, ranges),
    chain: (device, from, max) => Promise.resolve(ok(some(device, from, max))),
    clear: () => {
      drop("everything");
      return Promise.resolve(ok(null));
    },
    snapshot,
    restore: take,
    size: () => entries.length,
  };
};
