/** Copies a relay's file into an empty PostgreSQL in one transaction, and reads it back before that is committed. */
import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { err, toHex } from "@belay/basics";
import type { Move, MovedTable } from "../move.ts";
import { bytesIn, codeOf, numberIn, type Database, type Row, type Value } from "./driver.ts";
import { migrations } from "./migrations.ts";
import { migratePostgres } from "./postgres-migrations.ts";
import { coded, openPool, type PgValue, type Postgres, type Sql } from "./postgres-pool.ts";
import { packChains } from "./postgres-shelf.ts";
import { whileHeld, withFile } from "./still-files.ts";

/** One table of both engines, as it is read here and written there. */
interface Table {
  readonly name: string;
  /** In PostgreSQL's words; the file has numbers, texts and bytes alone. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** The first so many columns are the key, and the order in which rows are read on both sides. */
  readonly keys: 1 | 2;
  /** Rows in one statement. */
  readonly step: number;
  /** Its rows in the file, in the order of the key. */
  readonly rows: (db: Database) => Generator<readonly Row[]>;
}

/** Below every id: ids have 16 bytes, and both engines compare byte by byte, the shorter one first. */
const lowest = Buffer.of(0);

/**
 * Rows by a key that grows: `sql` takes the last key and a number of rows. Nothing is counted off from the start, so the
 * last page of a large file costs what the first did; and no statement stays open between pages.
 */
function* paged(
  db: Database,
  sql: string,
  first: readonly Value[],
  step: number,
  keyOf: (row: Row) => readonly Value[],
): Generator<readonly Row[]> {
  const statement = db.prepare(sql);
  for (let after = first; ;) {
    const rows = statement.all(...after, step);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = keyOf(last);
  }
}

/** Live vaults; what is dying has a grave, and its rows need not come along. */
const vaultPages = (db: Database): Generator<readonly Row[]> =>
  paged(
    db,
    "SELECT v, vault_id, owner_pub, epoch, write_pub, created_hour FROM vault WHERE epoch > 0 AND vault_id > ? ORDER BY vault_id LIMIT ?",
    [lowest],
    500,
    (row) => [bytesIn(row, "vault_id")],
  );

/** In the file a vault's counters are in an index of its rows alone; in PostgreSQL they stand in its own row. */
function* vaultRows(db: Database): Generator<readonly Row[]> {
  const total = db.prepare(
    "SELECT coalesce(max(seq), 0) AS head, coalesce(sum(size), 0) AS bytes FROM chunk WHERE v = ?",
  );
  const ends = db.prepare("SELECT device, max(device_seq + n - 1) AS last FROM chunk WHERE v = ? GROUP BY device");
  for (const rows of vaultPages(db))
    yield rows.map((row) => {
      const v = numberIn(row, "v");
      const chains = ends.all(v).map((end): [string, number] => [toHex(bytesIn(end, "device")), numberIn(end, "last")]);
      return { ...row, ...total.get(v), chains: packChains(new Map(chains)) };
    });
}

/** A joined row has up to 128 KiB, and doubles on its way as text: so many are some 16 MiB a statement. */
const chunkStep = 64;

/** Rows of the log, vault by vault: the file knows a vault in its chunks by a short number, PostgreSQL by its id. */
function* chunkRows(db: Database): Generator<readonly Row[]> {
  const sql =
    "SELECT seq, n, device, device_seq, size, acts, body FROM chunk WHERE v = ? AND seq > ? ORDER BY seq LIMIT ?";
  for (const vaults of vaultPages(db))
    for (const vault of vaults) {
      const [v, id] = [numberIn(vault, "v"), bytesIn(vault, "vault_id")];
      for (const rows of paged(db, sql, [v, 0], chunkStep, (row) => [v, numberIn(row, "seq")]))
        yield rows.map((row) => ({ ...row, vault_id: id }));
    }
}

/** Columns written as in a statement. */
const columnsOf = (text: string): Table["columns"] =>
  text.split(", ").map((column): [string, string] => {
    const [name = "", type = ""] = column.split(" ");
    return [name, type];
  });

/**
 * Everything that is kept, and nothing else: `shape` is made by the migrations, and a column that is not named here begins
 * with its default. Both engines name their columns alike, but for the counters of a vault.
 */
const tables: readonly Table[] = [
  {
    name: "vault",
    columns: columnsOf(
      "vault_id bytea, owner_pub bytea, epoch bigint, write_pub bytea, created_hour bigint, head bigint, bytes bigint, chains bytea",
    ),
    keys: 1,
    step: 500,
    rows: vaultRows,
  },
  {
    name: "chunk",
    columns: columnsOf(
      "vault_id bytea, seq bigint, n bigint, device bytea, device_seq bigint, size integer, acts boolean, body bytea",
    ),
    keys: 2,
    step: chunkStep,
    rows: chunkRows,
  },
  {
    name: "grave",
    columns: columnsOf("vault_id bytea, write_pub bytea, deleted_hour bigint"),
    keys: 1,
    step: 500,
    rows: (db) =>
      paged(db, "SELECT * FROM grave WHERE vault_id > ? ORDER BY vault_id LIMIT ?", [lowest], 500, (row) => [
        bytesIn(row, "vault_id"),
      ]),
  },
  {
    name: "mailbox",
    columns: columnsOf(
      "id bytea, kind text, read_hash bytea, reply_hash bytea, owner_hash bytea, body bytea, expires_hour bigint, cap integer",
    ),
    keys: 1,
    step: 100,
    rows: (db) =>
      paged(db, "SELECT * FROM mailbox WHERE id > ? ORDER BY id LIMIT ?", [lowest], 100, (row) => [bytesIn(row, "id")]),
  },
  {
    name: "reply",
    columns: columnsOf("id bytea, n integer, reply_id bytea, body bytea"),
    keys: 2,
    step: 100,
    rows: (db) =>
      paged(db, "SELECT * FROM reply WHERE (id, n) > (?, ?) ORDER BY id, n LIMIT ?", [lowest, 0], 100, (row) => [
        bytesIn(row, "id"),
        numberIn(row, "n"),
      ]),
  },
];

/** A column's value, the same from either engine: the file has 0 and 1 where the database has no and yes. */
const cell = (row: Row, column: string): number | string | Uint8Array | null => {
  const value = row[column];
  if (value === null || typeof value === "number" || typeof value === "string") return value;
  return typeof value === "boolean" ? Number(value) : Buffer.from(bytesIn(row, column));
};

/** Adds rows to a hash; lengths stand before values, so that no two tables that differ run together to the same. */
const heard = (hash: Hash, { columns }: Table, rows: readonly Row[]): number => {
  for (const row of rows)
    for (const [column] of columns) {
      const value = cell(row, column);
      const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
      hash.update(`${value === null ? "null" : typeof value} ${bytes.length} `).update(bytes);
    }
  return rows.length;
};

/** Adds rows, each column as one list: a statement has as many values as columns, however many rows there are. */
const insert = async (sql: Sql, { name, columns }: Table, rows: readonly Row[]): Promise<void> => {
  const values = columns.map(([column, type]) =>
    rows.map((row) => (type === "boolean" ? String(cell(row, column) === 1) : cell(row, column))),
  );
  const lists = columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(", ");
  await sql(
    `INSERT INTO ${name} (${columns.map(([column]) => column).join(", ")}) SELECT * FROM unnest(${lists})`,
    values,
  );
};

/** What lies in the database now, in the order of the key. */
const readBack = async (sql: Sql, table: Table): Promise<MovedTable> => {
  const hash = createHash("sha256");
  const keys = table.columns.slice(0, table.keys).map(([column]) => column);
  const text = `SELECT ${table.columns.map(([column]) => column).join(", ")} FROM ${table.name}
    WHERE (${keys.join(", ")}) > (${keys.map((_, i) => `$${i + 1}`).join(", ")}) ORDER BY ${keys.join(", ")} LIMIT ${table.step}`;
  let rows = 0;
  for (let after: readonly PgValue[] = [lowest, -1].slice(0, table.keys); ;) {
    const page = await sql(text, after);
    rows += heard(hash, table, page);
    const last = page.at(-1);
    if (last === undefined) return { table: table.name, rows, hash: hash.digest("hex") };
    after = keys.map((key) => cell(last, key));
  }
};

/** One table: it must be empty, is filled, and is read again. What a throw undoes is the whole move. */
const copyTable = async (sql: Sql, db: Database, table: Table): Promise<MovedTable> => {
  if ((await sql(`SELECT 1 AS one FROM ${table.name} LIMIT 1`)).length > 0) throw coded("NOT_EMPTY");
  const hash = createHash("sha256");
  let sent = 0;
  for (const rows of table.rows(db)) {
    sent += heard(hash, table, rows);
    await insert(sql, table, rows);
  }
  const moved = await readBack(sql, table);
  if (moved.rows !== sent || moved.hash !== hash.digest("hex")) throw coded("DIFFERS");
  return moved;
};

/**
 * All tables in one transaction: whoever looks at the database sees all of it or none, also after a kill or a lost
 * connection. What is read back is what this transaction alone can see yet.
 */
const copyAll = async (db: Database, to: Postgres): ReturnType<Move> => {
  const shape = numberIn(db.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  if (shape !== migrations.length)
    return err({ type: "NotMoved", code: shape > migrations.length ? "NEWER" : "OLDER" });
  const shaped = await migratePostgres(to);
  if (!shaped.ok) return err({ type: "NotMoved", code: shaped.error.code });
  const moved = await to.transact(async (sql) => {
    const all: MovedTable[] = [];
    for (const table of tables) all.push(await copyTable(sql, db, table));
    return all;
  });
  return moved.ok ? moved : err({ type: "NotMoved", code: moved.error.code });
};

/** Whatever goes wrong is in the answer; there is no relay to tell. */
const quiet = { onFull: () => undefined, onUnreadable: () => undefined };

/** The real one. The file is only read; it is held while that lasts, so that no relay writes to it. */
export const moveToPostgres: Move = async (dataDir, url) => {
  const path = join(dataDir, "relay.db");
  if (!existsSync(path)) return err({ type: "NotMoved", code: "ENOENT" });
  const to = openPool(url, quiet);
  try {
    const moved = await whileHeld(dataDir, () => withFile(path, (db) => copyAll(db, to)));
    return moved ?? err({ type: "NotMoved", code: "SQLITE_BUSY" });
  } catch (cause) {
    return err({ type: "NotMoved", code: codeOf(cause) });
  } finally {
    await to.close();
  }
};
