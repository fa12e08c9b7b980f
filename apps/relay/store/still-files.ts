/** Works on database files that no relay has open: copies one, checks one, puts one in place. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "@belay/basics";
import type { StillFiles } from "../backup.ts";
import { codeOf, numberIn, openFile, type Database } from "./driver.ts";
import { migrations } from "./migrations.ts";
import { copyOf } from "./sqlite-copy.ts";

/** Runs `work` while this process holds the folder; null when a relay does. */
export const whileHeld = async <T>(dataDir: string, work: () => Promise<T>): Promise<T | null> => {
  const lock = openFile(join(dataDir, "relay.lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (codeOf(cause) === "SQLITE_BUSY") return null;
    throw cause;
  }
  try {
    return await work();
  } finally {
    lock.exec("ROLLBACK");
    lock.close();
  }
};

/** Runs `work` over a file, and closes it. */
export const withFile = async <T>(path: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = openFile(path);
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

/** Opens a file and reads all of it once: what is torn, or another program's, is found before it is relied on. */
const faultOf = (path: string): string | null => {
  let db: Database | null = null;
  try {
    db = openFile(path);
    const shape = numberIn(db.prepare("PRAGMA user_version").get() ?? {}, "user_version");
    if (shape < 1) return "SQLITE_NOTADB";
    if (shape > migrations.length) return "NEWER";
    const said = db.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    return said === "ok" ? null : "SQLITE_CORRUPT";
  } catch (cause) {
    return codeOf(cause);
  } finally {
    db?.close();
    // Looking makes a log of its own beside a file in that mode.
    for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  }
};

const sync = (path: string): void => {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Durable before it has its name: a crash half way leaves a part that nobody takes for a database. */
const place = (path: string, dataDir: string): Result<null, { readonly code: string }> => {
  const part = join(dataDir, "relay.db.part");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    copyFileSync(path, part);
    sync(part);
    renameSync(part, join(dataDir, "relay.db"));
    sync(dataDir);
    return ok(null);
  } catch (cause) {
    rmSync(part, { force: true });
    return err({ code: codeOf(cause) });
  }
};

/** What stands at `to` or beside it already is somebody else's, and stays; what this made goes when it cannot be finished. */
const bring = (copy: string, to: string): Result<null, { readonly code: string }> => {
  const part = `${to}.part`;
  const made: string[] = [];
  const claim = (path: string): void => {
    closeSync(openSync(path, "wx", 0o600));
    made.push(path);
  };
  try {
    // The relay's user could have put a link there, to something that only this command may read.
    if (!lstatSync(copy).isFile()) return err({ code: "ELOOP" });
    claim(part);
    copyFileSync(copy, part);
    // In a folder of its own the file could be open to all; where it goes it must not be.
    chmodSync(part, 0o600);
    sync(part);
    claim(to);
    renameSync(part, to);
    sync(dirname(to));
    return ok(null);
  } catch (cause) {
    for (const path of made) rmSync(path, { force: true });
    return err({ code: codeOf(cause) });
  }
};

/** The real ones. */
export const stillFiles: StillFiles = {
  copy: async (dataDir, to) => {
    const from = join(dataDir, "relay.db");
    if (!existsSync(from)) return err({ code: "ENOENT" });
    try {
      return await whileHeld(dataDir, () => withFile(from, (db) => copyOf(db, from, to)));
    } catch (cause) {
      return err({ code: codeOf(cause) });
    }
  },
  bring,
  fault: faultOf,
  place,
};
