/** Does a host's move from the file to PostgreSQL: what is said, and what may go wrong before and after. */
import type { Result } from "@belay/basics";
import type { HostAnswer } from "./host.ts";

/** One table that was copied: its rows, and the SHA-256 of them all, the same in file and database. */
export interface MovedTable {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

/** Copies everything in a folder's file into an empty database, whole or not at all. `code` as the technology has it. */
export type Move = (
  dataDir: string,
  url: string,
) => Promise<Result<readonly MovedTable[], { readonly type: "NotMoved"; readonly code: string }>>;

/** What a code means for a host; others are said as they are. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "DATA_DIR holds no database",
  SQLITE_BUSY: "a relay runs on DATA_DIR: stop it first",
  OLDER: "the file is of an older version: start this relay on it once",
  NEWER: "one of the two is of a newer version than this relay",
  NOT_EMPTY: "the database holds data already",
  DIFFERS: "what arrived is not what was sent: look for triggers, or for a relay that runs on that database",
};

/** The answer to `move`; null for every other command. `store` is the address of the database. */
export const moveCommand = async (
  args: readonly string[],
  dataDir: string,
  store: string | null,
  move: Move,
): Promise<HostAnswer | null> => {
  if (args[0] !== "move") return null;
  if (store === null || args.length > 1)
    return { code: 2, out: "move    copies DATA_DIR's file into the empty database that STORE names\n" };
  const moved = await move(dataDir, store);
  if (!moved.ok) {
    const why = reasons[moved.error.code] ?? moved.error.code;
    return { code: 1, out: `Not moved: ${why}. Nothing was changed.\n` };
  }
  const tables = moved.value.map(({ table, rows, hash }) => `${table} ${rows} ${hash}\n`).join("");
  return { code: 0, out: `${tables}Moved, and read back whole. The file is as it was; keep it until you are sure.\n` };
};
