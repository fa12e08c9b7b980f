/** Copies the database file while the relay writes: the file stands still, and what is written waits in the log beside it. */
import { constants } from "node:fs";
import { copyFile, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { err, ok, type Result } from "@belay/basics";
import { codeOf, numberIn, type Database } from "./driver.ts";

/** Why there is no copy. `code` is the technology's own, such as `ENOSPC`, `EEXIST` or `SQLITE_BUSY`. */
export interface CopyFault {
  readonly type: "NotCopied";
  readonly code: string;
}

/** Pages of the log after which SQLite puts them into the file by itself; its own default. */
const usually = 1_000;

const flush = async (path: string): Promise<void> => {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Writes a copy of the file at `from` to `to`, which must not be there: everything that was committed when it began,
 * and nothing half. It is durable when this resolves with success; before, nothing stands at `to`. Nobody else may put
 * pages of the log into the file meanwhile.
 */
export const copyOf = async (db: Database, from: string, to: string): Promise<Result<null, CopyFault>> => {
  const part = `${to}.part`;
  try {
    db.exec("PRAGMA wal_autocheckpoint = 0");
    const row = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() ?? {};
    if (numberIn(row, "busy") !== 0) return err({ type: "NotCopied", code: "SQLITE_BUSY" });
    await copyFile(from, part, constants.COPYFILE_EXCL);
    await flush(part);
    // Not over a file that somebody else put there meanwhile: a hard link refuses, a rename would not.
    await copyName(part, to);
    await flush(dirname(to));
    return ok(null);
  } catch (cause) {
    return err({ type: "NotCopied", code: codeOf(cause) });
  } finally {
    await rm(part, { force: true });
    db.exec(`PRAGMA wal_autocheckpoint = ${usually}`);
  }
};

const copyName = async (part: string, to: string): Promise<void> => {
  const taken = await open(to, "wx");
  await taken.close();
  await rename(part, to);
};
