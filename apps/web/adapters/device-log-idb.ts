/** The device's log over IndexedDB: an entry counts only when its transaction is on the disk. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogFault } from "@belay/wire";
import type { IDBPDatabase } from "idb";
import type { DeviceLog } from "../engine/ports/store.ts";
import type { Database, DeviceSchema, StoredEnvelope } from "./database.ts";

type Appended = Result<{ readonly at: number }, LogFault>;

/** One transaction: is it here already, is it the next of its chain, then write. Chrome's default durability is relaxed; this asks for `strict`. */
const appendOne = async (db: IDBPDatabase<DeviceSchema>, entry: StoredEnvelope): Promise<Appended> => {
  const transaction = db.transaction("log", "readwrite", { durability: "strict" });
  const { store } = transaction;
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
  if (seq !== expected) return err({ type: "Gap", expected });
  const place = await store.add(entry);
  await transaction.done;
  return ok({ at: place });
};

/** The log in the store `log`, keyed by arrival. */
export const deviceLog = (database: Database): DeviceLog => ({
  append: async (envelope) => {
    const split = splitEnvelope(envelope);
    if (!split.ok) return err({ type: "Malformed", fault: split.error });
    const { deviceId, seq } = split.value.header;
    const entry = { device: toHex(deviceId), seq, envelope: Uint8Array.from(envelope) };
    const written = await database.run((db) => appendOne(db, entry));
    return written.ok ? written.value : written;
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
