/** Sealed drafts over IndexedDB. */
import { ok } from "@belay/basics";
import type { DraftBox } from "../engine/ports/store.ts";
import type { Database } from "./database.ts";

/** The draft box in the store `drafts`, keyed by the form's name. */
export const draftBox = (database: Database): DraftBox => {
  const write: (work: Parameters<typeof database.run>[0]) => ReturnType<DraftBox["drop"]> = async (work) => {
    const written = await database.run(work);
    return written.ok ? ok(null) : written;
  };
  return {
    get: async (name) => {
      const read = await database.run((db) => db.get("drafts", name));
      return read.ok ? ok(read.value ?? null) : read;
    },
    put: (name, sealed) => write((db) => db.put("drafts", sealed, name)),
    drop: (name) => write((db) => db.delete("drafts", name)),
    clear: () => write((db) => db.clear("drafts")),
  };
};
