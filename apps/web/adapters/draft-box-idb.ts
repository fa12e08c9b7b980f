/** Sealed boxes over IndexedDB: the drafts, and the notes about copying. */
import { ok } from "@belay/basics";
import type { DraftBox } from "../engine/ports/store.ts";
import type { Database } from "./database.ts";

/** The box in the store of that name, keyed by what is kept in it. */
const sealedBox = (database: Database, store: "drafts" | "meta"): DraftBox => {
  const write: (work: Parameters<typeof database.run>[0]) => ReturnType<DraftBox["drop"]> = async (work) => {
    const written = await database.run(work);
    return written.ok ? ok(null) : written;
  };
  return {
    get: async (name) => {
      const read = await database.run((db) => db.get(store, name));
      return read.ok ? ok(read.value ?? null) : read;
    },
    put: (name, sealed) => write((db) => db.put(store, sealed, name)),
    drop: (name) => write((db) => db.delete(store, name)),
    clear: () => write((db) => db.clear(store)),
    names: () => database.run((db) => db.getAllKeys(store)),
  };
};

/** The draft box, keyed by the form's name. */
export const draftBox = (database: Database): DraftBox => sealedBox(database, "drafts");
/** What is remembered about copying. */
export const metaBox = (database: Database): DraftBox => sealedBox(database, "meta");
