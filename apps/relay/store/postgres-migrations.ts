/** The steps that bring a PostgreSQL database from any older shape to today's; each is applied once and never edited. */
import { err, ok, type Result } from "@belay/basics";
import { numberIn } from "./driver.ts";
import type { Postgres, Sql, Trouble } from "./postgres-pool.ts";

/** One step: statements in order, and the tables that it makes, each with the column it is spread by. */
export interface PgStep {
  readonly sql: string;
  readonly spread: readonly (readonly [table: string, column: string])[];
}

/**
 * Step k makes shape k + 1 of shape k; the table `shape` holds the shape. Every key and every unique index of a vault's
 * tables begins with the vault's id, so that Citus can spread them by it; mailboxes and their replies by their own.
 */
export const pgMigrations: readonly PgStep[] = [
  {
    sql: `
    CREATE TABLE vault (
      vault_id bytea PRIMARY KEY,
      owner_pub bytea NOT NULL,
      epoch bigint NOT NULL,
      write_pub bytea NOT NULL,
      created_hour bigint,
      head bigint NOT NULL,
      bytes bigint NOT NULL,
      chains bytea NOT NULL
    );
    CREATE TABLE chunk (
      vault_id bytea NOT NULL,
      seq bigint NOT NULL,
      n bigint NOT NULL,
      device bytea NOT NULL,
      device_seq bigint NOT NULL,
      size integer NOT NULL,
      acts boolean NOT NULL,
      body bytea NOT NULL,
      PRIMARY KEY (vault_id, seq)
    );
    CREATE TABLE grave (
      vault_id bytea PRIMARY KEY,
      write_pub bytea NOT NULL,
      deleted_hour bigint NOT NULL
    );
    CREATE TABLE mailbox (
      id bytea PRIMARY KEY,
      kind text NOT NULL,
      read_hash bytea NOT NULL,
      reply_hash bytea NOT NULL,
      owner_hash bytea NOT NULL,
      body bytea,
      expires_hour bigint NOT NULL,
      cap integer NOT NULL
    );
    CREATE TABLE reply (
      id bytea NOT NULL,
      n integer NOT NULL,
      reply_id bytea NOT NULL,
      body bytea,
      PRIMARY KEY (id, n)
    );
    `,
    spread: [],
  },
  // Sealed bytes do not get smaller: trying to costs time alone. Room in a page lets the small row of a vault be written
  // again beside itself, without touching an index. Spread in this step and not before: Citus refuses to change the
  // storage of a column of a table that is spread (its own regression test pg16).
  {
    sql: `
    ALTER TABLE chunk ALTER COLUMN body SET STORAGE EXTERNAL;
    ALTER TABLE mailbox ALTER COLUMN body SET STORAGE EXTERNAL;
    ALTER TABLE reply ALTER COLUMN body SET STORAGE EXTERNAL;
    ALTER TABLE vault SET (fillfactor = 60);
    CREATE INDEX vault_empty ON vault (created_hour) WHERE created_hour IS NOT NULL;
    CREATE INDEX vault_dying ON vault (vault_id) WHERE epoch = 0;
    CREATE INDEX chunk_by_device ON chunk (vault_id, device, device_seq);
    CREATE INDEX chunk_acts ON chunk (vault_id, seq) WHERE acts;
    CREATE INDEX mailbox_by_end ON mailbox (expires_hour);
    CREATE INDEX mailbox_open_by_end ON mailbox (expires_hour) WHERE body IS NOT NULL;
    `,
    spread: [
      ["vault", "vault_id"],
      ["chunk", "vault_id"],
      ["grave", "vault_id"],
      ["mailbox", "id"],
      ["reply", "id"],
    ],
  },
  // How far a vault was packed: whichever relay goes on, and after whatever restart, begins there. Packs are longer rows.
  { sql: "ALTER TABLE vault ADD COLUMN packed bigint NOT NULL DEFAULT 0;", spread: [] },
];

/** Any number that no other programme on the database takes: "belay" in ASCII. */
const lock = 0x62656c6179;

/** Whether tables can be spread over machines here. */
export const canSpread = async (sql: Sql): Promise<boolean> => {
  const rows = await sql(
    "SELECT 1 AS yes FROM pg_proc WHERE proname = 'create_distributed_table' AND pg_function_is_visible(oid) LIMIT 1",
  );
  return rows.length > 0;
};

/** Takes one step, if one is left; gives the shape afterwards. Two relays that start at once take turns. */
const oneStep = async (sql: Sql, steps: readonly PgStep[]): Promise<number> => {
  await sql("SELECT pg_advisory_xact_lock($1)", [lock]);
  await sql("CREATE TABLE IF NOT EXISTS shape (shape integer NOT NULL)");
  const row = (await sql("SELECT shape FROM shape"))[0];
  const shape = row === undefined ? 0 : numberIn(row, "shape");
  const step = steps[shape];
  if (step === undefined) return shape;
  await sql(step.sql);
  if (step.spread.length > 0 && (await canSpread(sql)))
    for (const [table, column] of step.spread)
      await sql("SELECT create_distributed_table($1::regclass, $2)", [table, column]);
  await sql(row === undefined ? "INSERT INTO shape VALUES ($1)" : "UPDATE shape SET shape = $1", [shape + 1]);
  return shape + 1;
};

/** Brings the database to today's shape, each step a transaction of its own. A newer one is left as it is. */
export const migratePostgres = async (
  db: Postgres,
  steps: readonly PgStep[] = pgMigrations,
): Promise<Result<null, Trouble>> => {
  for (;;) {
    const done = await db.transact((sql) => oneStep(sql, steps));
    if (!done.ok && done.error.type === "Again") continue;
    if (!done.ok) return done;
    if (done.value > steps.length) return err({ type: "Broken", code: "NEWER" });
    if (done.value === steps.length) return ok(null);
  }
};
