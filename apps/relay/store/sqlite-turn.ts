/** Opens the database file and commits everything that one turn of the event loop wants written, at once. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "@belay/basics";
import { codeOf, numberIn, openFile, type Database } from "./driver.ts";
import { migrations } from "./migrations.ts";
import type { StoreFault } from "./port.ts";
import { copyOf, type CopyFault } from "./sqlite-copy.ts";

/** The file could not be opened: another relay holds it, it is newer than this code, or it is no database. */
export interface OpenFault {
  readonly type: "CannotOpen";
  /** Short code, such as `SQLITE_BUSY`, `SQLITE_NOTADB`, `EACCES` or `NEWER`. */
  readonly code: string;
}

/** What the store tells the process. */
export interface StoreEvents {
  /** A commit failed for another reason than lack of room. Nothing is acknowledged from here on. */
  readonly onBroken: (code: string) => void;
  /** A commit failed for lack of room and was undone. */
  readonly onFull: () => void;
  /** Something could not be read; it alone is refused, because another vault's rows may be whole. */
  readonly onUnreadable: (code: string) => void;
}

/** The one connection, with its queue. */
export interface Turn {
  readonly db: Database;
  /** Runs `work` in this turn's transaction; answers after the commit. A throw in `work` undoes the whole turn. */
  readonly write: <T>(work: () => T) => Promise<Result<T, StoreFault>>;
  /** Runs `work` now, outside any transaction. */
  readonly read: <T>(work: () => T) => Promise<Result<T, StoreFault>>;
  /** Registers a cache, to be emptied when a turn was undone or rows went without its knowledge. */
  readonly onForget: (forget: () => void) => void;
  readonly forget: () => void;
  /** Notes that deleted bytes may still be on disk. */
  readonly markDeleted: () => void;
  /** Copies the write-ahead log into the file and cuts it to nothing, if anything was deleted. */
  readonly settle: () => Promise<Result<null, StoreFault>>;
  /** A durable copy of the file as it is now, at a path where nothing stands; one at a time. */
  readonly copyTo: (path: string) => Promise<Result<null, CopyFault>>;
  readonly close: () => Promise<void>;
}

interface Job {
  /** Does the work, and gives what answers it once the turn is decided. */
  readonly run: () => () => void;
  readonly fail: (fault: StoreFault) => void;
}

const pageBytes = 4096;

const migrate = (db: Database): Result<null, OpenFault> => {
  const shape = numberIn(db.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  if (shape > migrations.length) return err({ type: "CannotOpen", code: "NEWER" });
  for (const [step, sql] of migrations.entries()) {
    if (step < shape) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${step + 1}; COMMIT`);
  }
  return ok(null);
};

const prepareFile = (path: string, dataBytes: number): Result<Database, OpenFault> => {
  const db = openFile(path);
  try {
    db.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
    );
    db.exec(`PRAGMA max_page_count = ${Math.floor(dataBytes / pageBytes)}`);
    const shaped = migrate(db);
    if (shaped.ok) return ok(db);
    db.close();
    return shaped;
  } catch (cause) {
    db.close();
    return err({ type: "CannotOpen", code: codeOf(cause) });
  }
};

/**
 * Holds the folder for this process by a transaction that stays open in a file of its own: two connections can lose a
 * reset of the write-ahead log in SQLite before 3.51.3. The system drops it when the process dies. Gives what lets go.
 */
const holdFolder = (folder: string): (() => void) => {
  const lock = openFile(join(folder, "relay.lock"));
  lock.exec("BEGIN EXCLUSIVE");
  return () => {
    lock.exec("ROLLBACK");
    lock.close();
  };
};

/** Opens `relay.db` in `folder`, making both if needed, and brings it to today's shape. */
export const openTurn = (folder: string, dataBytes: number, events: StoreEvents): Result<Turn, OpenFault> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const letGo = holdFolder(folder);
    const db = prepareFile(join(folder, "relay.db"), dataBytes);
    if (db.ok) return ok(createTurn(db.value, join(folder, "relay.db"), events, letGo));
    letGo();
    return db;
  } catch (cause) {
    return err({ type: "CannotOpen", code: codeOf(cause) });
  }
};

/** Undoes a failed turn and says what that means. Only a lack of room and a damaged row leave the rest working. */
const undo = (db: Database, events: StoreEvents, cause: unknown): StoreFault & { readonly halt: boolean } => {
  let code = codeOf(cause);
  try {
    if (db.inTransaction()) db.exec("ROLLBACK");
  } catch (second) {
    code = codeOf(second);
  }
  if (code === "SQLITE_FULL") {
    events.onFull();
    return { type: "Full", halt: false };
  }
  const halt = !code.startsWith("SQLITE_CORRUPT");
  if (halt) events.onBroken(code);
  else events.onUnreadable(code);
  return { type: "Broken", halt };
};

/** Whether the connection may still be used, and what failed on it. */
interface Health {
  readonly isOver: () => boolean;
  /** Nothing touches the connection from here on. */
  readonly end: () => void;
  /** Undoes what was begun and says what it means. */
  readonly failed: (cause: unknown) => StoreFault;
}

const createHealth = (db: Database, events: StoreEvents, forget: () => void): Health => {
  let over = false;
  return {
    isOver: () => over,
    end: () => {
      over = true;
    },
    failed: (cause) => {
      forget();
      const { type, halt } = undo(db, events, cause);
      over ||= halt;
      return { type };
    },
  };
};

/** One commit for everything that was asked for since the last turn of the event loop. */
const createQueue = (
  db: Database,
  health: Health,
): Pick<Turn, "write"> & { readonly drain: () => Promise<unknown> } => {
  const queue: Job[] = [];

  const flush = (): void => {
    const jobs = queue.splice(0);
    if (health.isOver()) return jobs.forEach((job) => job.fail({ type: "Broken" }));
    try {
      db.exec("BEGIN IMMEDIATE");
      const answers = jobs.map((job) => job.run());
      db.exec("COMMIT");
      // Only now: who is answered may rely on what it was told.
      for (const answer of answers) answer();
    } catch (cause) {
      const fault = health.failed(cause);
      for (const job of jobs) job.fail(fault);
    }
  };

  const write: Turn["write"] = (work) =>
    new Promise((resolve) => {
      const run = () => {
        const value = work();
        return () => resolve(ok(value));
      };
      queue.push({ run, fail: (fault) => resolve(err(fault)) });
      if (queue.length === 1) setImmediate(flush);
    });

  return { write, drain: async () => (queue.length > 0 ? write(() => null) : null) };
};

const createTurn = (db: Database, file: string, events: StoreEvents, letGo: () => void): Turn => {
  const forgetters: (() => void)[] = [];
  const forget = (): void => forgetters.forEach((one) => one());
  const health = createHealth(db, events, forget);
  const { write, drain } = createQueue(db, health);
  // A file that was left by a killed process may hold deleted bytes in its log.
  let deleted = true;
  // While the file is copied, nothing may be put into it.
  let copying = false;

  const read: Turn["read"] = async (work) => {
    if (health.isOver()) return err({ type: "Broken" });
    try {
      return ok(work());
    } catch (cause) {
      events.onUnreadable(codeOf(cause));
      return err({ type: "Broken" });
    }
  };

  const settle: Turn["settle"] = async () => {
    if (health.isOver()) return err({ type: "Broken" });
    if (!deleted || copying) return ok(null);
    try {
      const row = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() ?? {};
      deleted = numberIn(row, "busy") !== 0;
      return ok(null);
    } catch (cause) {
      return err(health.failed(cause));
    }
  };

  const copyTo: Turn["copyTo"] = async (path) => {
    if (health.isOver() || copying) return err({ type: "NotCopied", code: "SQLITE_BUSY" });
    copying = true;
    try {
      return await copyOf(db, file, path);
    } finally {
      copying = false;
    }
  };

  return {
    db,
    write,
    read,
    settle,
    copyTo,
    forget,
    onForget: (one) => void forgetters.push(one),
    markDeleted: () => {
      deleted = true;
    },
    close: async () => {
      if (health.isOver()) return;
      await drain();
      // Nothing stays in the write-ahead log: one bad byte in it would silently undo all that follows.
      deleted = true;
      await settle();
      // The driver brings the whole process down when it is called after its close.
      health.end();
      db.close();
      letGo();
    },
  };
};
