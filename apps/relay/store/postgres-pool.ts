/** Talks to PostgreSQL: a few connections, transactions, and what each failure means. */
import { setTimeout as pause } from "node:timers/promises";
import { err, ok, type Result } from "@belay/basics";
import pg from "pg";
import type { Row } from "./driver.ts";
import type { StoreFault } from "./port.ts";

/** What a placeholder can stand for. */
export type PgValue = number | string | boolean | Uint8Array | null | readonly (number | string | Uint8Array | null)[];

/** Runs one statement and gives its rows. */
export type Sql = (text: string, values?: readonly PgValue[]) => Promise<readonly Row[]>;

/**
 * Why something did not happen, or may not have. `Again`: somebody else was quicker, nothing was kept. `Lost`: the
 * connection went, and whether it was kept is not known. `Full`: no room. `Broken`: anything else.
 */
export interface Trouble {
  readonly type: "Again" | "Lost" | "Full" | "Broken";
  readonly code: string;
}

/** What the store tells the process. Nothing ends it: a database comes back, and what was not kept is said again. */
export interface PgEvents {
  readonly onFull: () => void;
  /** Something was refused with `Broken`; `code` is the database's or the system's own. */
  readonly onUnreadable: (code: string) => void;
}

/** The database. */
export interface Postgres {
  /** Runs `work` outside any transaction, each statement by itself. */
  readonly run: <T>(work: (sql: Sql) => Promise<T>) => Promise<Result<T, Trouble>>;
  /** Runs `work` in one transaction. A throw in it undoes the whole. */
  readonly transact: <T>(work: (sql: Sql) => Promise<T>) => Promise<Result<T, Trouble>>;
  /** As `run`, once more when the connection was lost: for reading. */
  readonly read: <T>(work: (sql: Sql) => Promise<T>) => Promise<Result<T, StoreFault>>;
  /** As `transact`, again when somebody else was quicker. What was lost on the way is the caller's to repeat. */
  readonly write: <T>(work: (sql: Sql) => Promise<T>) => Promise<Result<T, StoreFault>>;
  /** Says a fault as the port does, and tells the process. */
  readonly faultOf: (trouble: Trouble) => StoreFault;
  readonly close: () => Promise<void>;
}

/** Connections of one relay, at most. */
const connections = 12;
/** A connection that answers nothing for so long is given up. */
const answerMs = 30_000;
const tries = 12;

/** Settings without which an acknowledged write may be lost, and the code that is given when one is off. */
const needed = [
  ["fsync", "FSYNC_OFF"],
  ["synchronous_commit", "SYNCHRONOUS_COMMIT_OFF"],
] as const;

/** An error with a short code, as the driver's own. */
export const coded = (code: string): Error => Object.assign(new Error(code), { code });

/** Serialization failure, deadlock, lock not available: nothing was kept, and it may go well the next time. */
const again = ["40001", "40P01", "55P03"];

const codeIn = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : "OTHER";
};

/** What a driver's error means. Errors without a code are the driver's own about its connection, or our bug. */
export const troubleOf = (cause: unknown): Trouble => {
  const code = codeIn(cause);
  if (again.includes(code)) return { type: "Again", code };
  if (code === "53100") return { type: "Full", code };
  const text = cause instanceof Error ? cause.message : "";
  // Class 08 is the connection; 57P01 to 57P03 a server that stops or starts; 53300 has no place for one more.
  const gone = /^(?:08|57P|53300|E[A-Z]{3,}$)/.test(code) || /[Cc]onnection|[Tt]imeout|not queryable/.test(text);
  if (gone && code !== "57014") return { type: "Lost", code: code === "OTHER" ? "CONNECTION" : code };
  return { type: "Broken", code };
};

const sqlOver =
  (client: pg.PoolClient): Sql =>
  async (text, values = []) => {
    const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
    return rows;
  };

/** Numbers of 64 bits come as numbers: the store counts nothing beyond what those hold. */
const wholeNumber = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    Number(type) === wholeNumber && format !== "binary" ? Number : pg.types.getTypeParser(type, format),
};

const createPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: connections,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: answerMs,
    application_name: "belay-relay",
    verify: (client, done) => void verified(client, done),
  });
  // An idle connection that breaks is dropped; one in use says so to whoever uses it. Neither is the process's end.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
};

/** Looks at every new connection: settings can differ by role, by database, and after a reload. */
const isDurable = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<Record<string, unknown>>(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit",
  );
  for (const [setting, code] of needed) if (rows[0]?.[setting] === "off") throw coded(code);
};

const verified = async (client: pg.PoolClient, done: (cause?: Error) => void): Promise<void> => {
  try {
    await isDurable(client);
  } catch (cause) {
    return done(cause instanceof Error ? cause : coded("OTHER"));
  }
  return done();
};

/** The database at `url`. Nothing is connected before it is needed. */
export const openPool = (url: string, events: PgEvents): Postgres => {
  const pool = createPool(url);

  const attempt = async <T>(
    work: (client: pg.PoolClient) => Promise<T>,
    undo: (client: pg.PoolClient) => Promise<unknown>,
  ): Promise<Result<T, Trouble>> => {
    let client: pg.PoolClient | null = null;
    try {
      client = await pool.connect();
      const value = await work(client);
      client.release();
      return ok(value);
    } catch (cause) {
      const trouble = troubleOf(cause);
      if (client !== null) {
        const clean =
          trouble.type !== "Lost" &&
          (await undo(client).then(
            () => true,
            () => false,
          ));
        client.release(!clean);
      }
      return err(trouble);
    }
  };

  const run: Postgres["run"] = (work) =>
    attempt(
      (client) => work(sqlOver(client)),
      async () => null,
    );
  const transact: Postgres["transact"] = (work) =>
    attempt(
      async (client) => {
        await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
        const value = await work(sqlOver(client));
        await client.query("COMMIT");
        return value;
      },
      (client) => client.query("ROLLBACK"),
    );
  const faultOf: Postgres["faultOf"] = ({ type, code }) => {
    if (type === "Full") events.onFull();
    else events.onUnreadable(code);
    return { type: type === "Full" ? "Full" : "Broken" };
  };

  return {
    run,
    transact,
    faultOf,
    read: async (work) => {
      for (let left = tries; ; left -= 1) {
        const done = await run(work);
        if (done.ok) return done;
        const mayHelp = done.error.type === "Again" || (done.error.type === "Lost" && left === tries);
        if (!mayHelp || left === 0) return err(faultOf(done.error));
      }
    },
    write: async (work) => {
      for (let left = tries; ; left -= 1) {
        const done = await transact(work);
        if (done.ok) return done;
        if (done.error.type !== "Again" || left === 0) return err(faultOf(done.error));
        await pause((tries - left) * 2);
      }
    },
    close: () => pool.end(),
  };
};
