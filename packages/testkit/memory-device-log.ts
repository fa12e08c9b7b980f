/** A device's log in memory, quick enough for tens of thousands of runs, with a snapshot for a disk that went back. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogEntry, type LogFault, type LogPage } from "@belay/wire";

type Kept<T> = Promise<Result<T, LogFault>>;

/** What may be dropped before new envelopes come. */
type Drop = { readonly device: string; readonly from: number; readonly over?: readonly number[] } | "everything";

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

/** The disk below a log: its entries, and where each chain ends. */
interface Disk {
  entries: Stored[];
  chains: Map<string, Map<number, Stored>>;
  ends: Map<string, number>;
  last: number;
}

/** Puts one envelope at the end of its chain, or right behind a number that something else stands for. */
const put = (disk: Disk, envelope: Uint8Array, over: readonly number[]): Result<{ readonly at: number }, LogFault> => {
  const parts = splitEnvelope(envelope);
  if (!parts.ok) return err({ type: "Malformed", fault: parts.error });
  const { deviceId, seq } = parts.value.header;
  const device = toHex(deviceId);
  const chain = disk.chains.get(device) ?? new Map<number, Stored>();
  disk.chains.set(device, chain);
  const known = chain.get(seq);
  if (known !== undefined)
    return equalBytes(known.envelope, envelope) ? ok({ at: known.at }) : err({ type: "Conflict" });
  const end = disk.ends.get(device) ?? 0;
  if (seq <= end) return ok({ at: 0 });
  if (seq !== end + 1 && !over.includes(seq - 1)) return err({ type: "Gap", expected: end + 1 });
  disk.last += 1;
  const entry = { at: disk.last, envelope: Uint8Array.from(envelope), device, seq };
  disk.entries.push(entry);
  chain.set(seq, entry);
  disk.ends.set(device, seq);
  return ok({ at: disk.last });
};

/** Makes the disk what it was. */
const take = (disk: Disk, snapshot: DiskSnapshot): void => {
  disk.entries = [...snapshot.entries];
  disk.ends = new Map(snapshot.ends);
  disk.chains = new Map();
  for (const entry of disk.entries) {
    const chain = disk.chains.get(entry.device) ?? new Map<number, Stored>();
    disk.chains.set(entry.device, chain.set(entry.seq, entry));
  }
  disk.last = snapshot.at;
};

const snapshotOf = ({ entries, last, ends }: Disk): DiskSnapshot => ({
  entries: [...entries],
  at: last,
  ends: new Map(ends),
});

/** Takes places off the disk. */
const drop = (disk: Disk, what: Drop | readonly Range[]): void => {
  if (what === "everything") return take(disk, { entries: [], at: disk.last, ends: new Map() });
  const reach = new Map(disk.ends);
  if ("device" in what) reach.set(what.device, Math.min(reach.get(what.device) ?? 0, what.from - 1));
  else for (const { device, to } of what) reach.set(device, Math.max(reach.get(device) ?? 0, to));
  const ranges = "device" in what ? [{ ...what, to: Number.POSITIVE_INFINITY }] : what;
  const goes = ({ device, seq }: Stored): boolean =>
    ranges.some((range) => range.device === device && range.from <= seq && seq <= range.to);
  take(disk, { entries: disk.entries.filter((entry) => !goes(entry)), at: disk.last, ends: reach });
};

/** All of them or none. */
const putAll = (
  disk: Disk,
  envelopes: readonly Uint8Array[],
  what: Drop | readonly Range[] | "nothing",
): Result<{ readonly at: number }, LogFault> => {
  const before = what === "nothing" && envelopes.length < 2 ? null : snapshotOf(disk);
  if (what !== "nothing") drop(disk, what);
  let done: Result<{ readonly at: number }, LogFault> = ok({ at: 0 });
  const over = typeof what === "object" && "device" in what ? (what.over ?? []) : [];
  for (const envelope of envelopes) {
    done = put(disk, envelope, over);
    if (done.ok) continue;
    if (before !== null) take(disk, before);
    break;
  }
  return done;
};

/** Held envelopes of a chain from a number on. */
const some = (disk: Disk, device: string, from: number, max: number): readonly Uint8Array[] => {
  const chain = disk.chains.get(device) ?? new Map<number, Stored>();
  const found: Uint8Array[] = [];
  for (let seq = from; found.length < max && seq <= (disk.ends.get(device) ?? 0); seq += 1) {
    const entry = chain.get(seq);
    if (entry !== undefined) found.push(entry.envelope);
  }
  return found;
};

/** A page of what came after a place. */
const pageAfter = ({ entries }: Disk, at: number, max: number): LogPage => {
  let from = entries.length;
  while (from > 0 && (entries[from - 1]?.at ?? 0) > at) from -= 1;
  const page = entries.slice(from, from + max);
  return { entries: page.map((one) => ({ at: one.at, envelope: one.envelope })), more: entries.length > from + max };
};

/** An empty log. While `full` says so nothing is taken, and nothing is lost. */
export const memoryDeviceLog = (full: () => boolean = () => false): MemoryDeviceLog => {
  const disk: Disk = { entries: [], chains: new Map(), ends: new Map(), last: 0 };
  const keep = (
    envelopes: readonly Uint8Array[],
    what: Drop | readonly Range[] | "nothing",
  ): Kept<{ readonly at: number }> => Promise.resolve(full() ? notKept : putAll(disk, envelopes, what));
  return {
    append: (envelope) => keep([envelope], "nothing"),
    appendAll: (envelopes) => keep(envelopes, "nothing"),
    swap: (what, envelopes) => keep(envelopes, what),
    replace: (ranges, envelopes) => keep(envelopes, ranges),
    since: (at, max) => Promise.resolve(ok(pageAfter(disk, at, max))),
    chain: (device, from, max) => Promise.resolve(ok(some(disk, device, from, max))),
    clear: () => {
      drop(disk, "everything");
      return Promise.resolve(ok(null));
    },
    snapshot: () => snapshotOf(disk),
    restore: (snapshot) => take(disk, snapshot),
    size: () => disk.entries.length,
  };
};
