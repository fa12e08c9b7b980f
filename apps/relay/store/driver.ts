/** The few calls the relay makes of an SQLite driver, so that another driver is one changed file. */
import Libsql from "libsql";

/** What a column can hold. */
export type Value = number | string | Uint8Array | null;

/** One row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** A prepared statement; values stand for its question marks in order. */
export interface Statement {
  /** How many rows changed. */
  readonly run: (...values: readonly Value[]) => number;
  readonly get: (...values: readonly Value[]) => Row | null;
  readonly all: (...values: readonly Value[]) => readonly Row[];
}

/** One connection. Every call is synchronous and throws what the driver throws. */
export interface Database {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  readonly inTransaction: () => boolean;
  readonly close: () => void;
}

/** Opens or makes the file at `path`. */
export const openFile = (path: string): Database => {
  const db = new Libsql(path);
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql);
    // One array, always: the driver reads a lone object as named parameters.
    return {
      run: (...values) => statement.run([...values]).changes,
      // Run to its end, never stopped half way: an unfinished read would keep deleted bytes in the write-ahead log.
      get: (...values) => statement.all([...values]).map(rowOf)[0] ?? null,
      all: (...values) => statement.all([...values]).map(rowOf),
    };
  };
  return {
    exec: (sql) => void db.exec(sql),
    prepare,
    inTransaction: () => db.inTransaction,
    close: () => void db.close(),
  };
};

const rowOf = (value: unknown): Row => {
  if (typeof value !== "object" || value === null) throw new Error("not a row");
  return { ...value };
};

/** The whole number in a column; anything else is our bug. */
export const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new Error(`no number in ${column}`);
  return value;
};

/** The bytes in a column; anything else is our bug. */
export const bytesIn = (row: Row, column: string): Uint8Array => {
  const value = row[column];
  // The driver gives one kind from single reads and the other from lists.
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!(value instanceof Uint8Array)) throw new Error(`no bytes in ${column}`);
  return value;
};

/** The bytes in a column, or null where there are none. */
export const bytesOrNull = (row: Row, column: string): Uint8Array | null =>
  row[column] === null ? null : bytesIn(row, column);

/** The short code of a driver's error, such as `SQLITE_FULL`; `OTHER` for everything else. */
export const codeOf = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : "OTHER";
};
