/** The device's log over IndexedDB: an entry counts only when its transaction is on the disk. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogFault } from "@belay/wire";
import type { IDBPDatabase, IDBPObjectStore } from "idb";
import type { DeviceLog } from "../engine/ports/store.ts";
import type { Database, DeviceSchema, StoredEnvelope } from "./database.ts";

type Appended = Result<{ readonly at: number }, LogFault>;
type LogStore = IDBPObjectStore<DeviceSchema, ["log"], "log", "readwrite">;

/** Is it here already, is it the next of its chain, then write: all within the transaction of `store`. */
const appendOne = async (store: LogStore, entry: StoredEnvelope): Promise<Appended> => {
  const chain = store.index("chain");
  const { device, seq, envelope } = entry;
  const at = await chain.getKey([device, seq]);
  if (at !== undefined) {
    const known = await store.get(at);
    const same = known !== undefined && equalBytes(known.envelope, envelope);
    return same ? ok({ at }) : err({ type: "Conflict" });
  }
  const last = await chain.openKeyCursor(IDBKeyRange.bound([device, 0], [device, Number.MAX_SAFE_INTEGER]), "prev");
  const expected = (last?.key[1] ?? 0) + 1;
  return seq === expected ? ok({ at: await store.add(entry) }) : err({ type: "Gap", expected });
};

/** What goes before the new entries come. */
type Drop = Parameters<DeviceLog["swap"]>[0] | "nothing";

const dropIn = async (store: LogStore, drop: Drop): Promise<void> => {
  if (drop === "nothing") return;
  if (drop === "everything") return store.clear();
  const range = IDBKeyRange.bound([drop.device, drop.from], [drop.device, Number.MAX_SAFE_INTEGER]);
  for (const key of await store.index("chain").getAllKeys(range)) await store.delete(key);
};

/** One transaction for all; the first fault takes everything back. Durability is relaxed by default, so `strict` is asked for. */
const appendIn = async (
  db: IDBPDatabase<DeviceSchema>,
  entries: readonly StoredEnvelope[],
  drop: Drop,
): Promise<Appended> => {
  const transaction = db.transaction("log", "readwrite", { durability: "strict" });
  await dropIn(transaction.store, drop);
  let last: Appended = ok({ at: 0 });
  for (const entry of entries) {
    last = await appendOne(transaction.store, entry);
    if (!last.ok) {
      transaction.abort();
      await transaction.done.catch(() => null);
      return last;
    }
  }
  await transaction.done;
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
      const transaction = db.transaction("log", "readwrite", { durability: "strict" });
      await transaction.store.clear();
      await transaction.done;
      return null;
    }),
});
