/** The device's log over IndexedDB: an entry counts only when its transaction is on the disk. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogFault } from "@belay/wire";
import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { DeviceLog, PlaceRange } from "../engine/ports/store.ts";
import type { Database, DeviceSchema, StoredEnvelope } from "./database.ts";

type Appended = Result<{ readonly at: number }, LogFault>;
type Writing = IDBPTransaction<DeviceSchema, ["log", "ends"], "readwrite">;

/** Every number of a device's chain from `from` on. */
const restOf = (device: string, from: number): IDBKeyRange =>
  IDBKeyRange.bound([device, from], [device, Number.MAX_SAFE_INTEGER]);

/** Is it here already, is it the next of its chain, then write: all within one transaction. */
const appendOne = async (writing: Writing, entry: StoredEnvelope, over: readonly number[]): Promise<Appended> => {
  const store = writing.objectStore("log");
  const chain = store.index("chain");
  const { device, seq, envelope } = entry;
  const at = await chain.getKey([device, seq]);
  if (at !== undefined) {
    const known = await store.get(at);
    const same = known !== undefined && equalBytes(known.envelope, envelope);
    return same ? ok({ at }) : err({ type: "Conflict" });
  }
  const last = await chain.openKeyCursor(restOf(device, 0), "prev");
  const replaced = (await writing.objectStore("ends").get(device)) ?? 0;
  const end = Math.max(last?.key[1] ?? 0, replaced);
  if (seq <= end) return ok({ at: 0 });
  return seq === end + 1 || over.includes(seq - 1)
    ? ok({ at: await store.add(entry) })
    : err({ type: "Gap", expected: end + 1 });
};

/** What goes before the new entries come. */
type Drop = Parameters<DeviceLog["swap"]>[0] | readonly PlaceRange[] | "nothing";

const dropKeys = async (writing: Writing, range: IDBKeyRange): Promise<void> => {
  const store = writing.objectStore("log");
  for (const key of await store.index("chain").getAllKeys(range)) await store.delete(key);
};

const dropIn = async (writing: Writing, drop: Drop): Promise<void> => {
  const ends = writing.objectStore("ends");
  if (drop === "nothing") return;
  if (drop === "everything") {
    await writing.objectStore("log").clear();
    return ends.clear();
  }
  if ("device" in drop) {
    await dropKeys(writing, restOf(drop.device, drop.from));
    const end = (await ends.get(drop.device)) ?? 0;
    if (end >= drop.from) await ends.put(drop.from - 1, drop.device);
    return;
  }
  for (const { device, from, to } of drop) {
    await dropKeys(writing, IDBKeyRange.bound([device, from], [device, to]));
    await ends.put(Math.max(to, (await ends.get(device)) ?? 0), device);
  }
};

/** One transaction for all; the first fault takes everything back. Durability is relaxed by default, so `strict` is asked for. */
const appendIn = async (
  db: IDBPDatabase<DeviceSchema>,
  entries: readonly StoredEnvelope[],
  drop: Drop,
): Promise<Appended> => {
  const writing = db.transaction(["log", "ends"], "readwrite", { durability: "strict" });
  // What goes wrong in between shows there too; here it must not be the error that nobody waits for.
  writing.done.catch(() => null);
  await dropIn(writing, drop);
  const over = typeof drop === "object" && "device" in drop ? (drop.over ?? []) : [];
  let last: Appended = ok({ at: 0 });
  for (const entry of entries) {
    last = await appendOne(writing, entry, over);
    if (!last.ok) {
      writing.abort();
      await writing.done.catch(() => null);
      return last;
    }
  }
  await writing.done;
  return last;
};

const entryOf = (envelope: Uint8Array): Result<StoredEnvelope, LogFault> => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return err({ type: "Malformed", fault: split.error });
  const { deviceId, seq } = split.value.header;
  return ok({ device: toHex(deviceId), seq, envelope: Uint8Array.from(envelope) });
};

const appendAll = async (database: Database, envelopes: readonly Uint8Array[], drop: Drop): Promise<Appended> => {
  const entries: StoredEnvelope[] = [];
  for (const envelope of envelopes) {
    const entry = entryOf(envelope);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  const written = await database.run((db) => appendIn(db, entries, drop));
  return written.ok ? written.value : written;
};

/** The log in the store `log`, keyed by arrival. */
export const deviceLog = (database: Database): DeviceLog => ({
  append: (envelope) => appendAll(database, [envelope], "nothing"),
  appendAll: (envelopes) => appendAll(database, envelopes, "nothing"),
  swap: (drop, envelopes) => appendAll(database, envelopes, drop),
  replace: (ranges, envelopes) => appendAll(database, envelopes, ranges),
  chain: async (device, from, max) => {
    const range = IDBKeyRange.bound([device, from], [device, Number.MAX_SAFE_INTEGER]);
    const read = await database.run((db) => db.getAllFromIndex("log", "chain", range, max));
    return read.ok ? ok(read.value.map(({ envelope }) => envelope)) : read;
  },
  since: async (at, max) => {
    const read = await database.run(async (db) => {
      const range = IDBKeyRange.lowerBound(at, true);
      const { store } = db.transaction("log");
      const [keys, values] = await Promise.all([store.getAllKeys(range, max + 1), store.getAll(range, max + 1)]);
      return keys.flatMap((key, index) => {
        const value = values[index];
        return value === undefined ? [] : [{ at: key, envelope: value.envelope }];
      });
    });
    return read.ok ? ok({ entries: read.value.slice(0, max), more: read.value.length > max }) : read;
  },
  clear: () =>
    database.run(async (db) => {
      const writing = db.transaction(["log", "ends"], "readwrite", { durability: "strict" });
      await dropIn(writing, "everything");
      await writing.done;
      return null;
    }),
});
