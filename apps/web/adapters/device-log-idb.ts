/** The device's log over IndexedDB: an entry counts only when its transaction is on the disk. */
import { err, ok } from "@belay/basics";
import { splitEnvelope } from "@belay/wire";
import type { DeviceLog } from "../engine/ports/store.ts";
import type { Database } from "./database.ts";

/** The log in the store `log`, keyed by arrival. Chrome's default durability is relaxed; this asks for `strict`. */
export const deviceLog = (database: Database): DeviceLog => ({
  append: async (envelope) => {
    const split = splitEnvelope(envelope);
    if (!split.ok) return err({ type: "Malformed", fault: split.error });
    const written = await database.run(async (db) => {
      const transaction = db.transaction("log", "readwrite", { durability: "strict" });
      const at = await transaction.store.add(envelope);
      await transaction.done;
      return at;
    });
    return written.ok ? ok({ at: written.value }) : written;
  },
  since: async (at, max) => {
    const read = await database.run(async (db) => {
      const range = IDBKeyRange.lowerBound(at, true);
      const { store } = db.transaction("log");
      const [keys, values] = await Promise.all([store.getAllKeys(range, max + 1), store.getAll(range, max + 1)]);
      return keys.map((key, index) => ({ at: key, envelope: values[index] ?? new Uint8Array() }));
    });
    return read.ok ? ok({ entries: read.value.slice(0, max), more: read.value.length > max }) : read;
  },
  clear: async () => {
    const cleared = await database.run(async (db) => {
      const transaction = db.transaction("log", "readwrite", { durability: "strict" });
      await transaction.store.clear();
      await transaction.done;
      return null;
    });
    return cleared;
  },
});
