/** Shows that stores of every older shape, with data in them, are brought to today's, whoever starts at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { newRoom, onPostgres } from "../../../tests/relay/postgres.ts";
import {
  fillingOf,
  olderDatabase,
  olderFile,
  shapeOfDatabase,
  shapeOfFile,
  shapes,
  wrongIn,
} from "../../../tests/relay/shapes.ts";
import { migratePostgres, pgMigrations } from "./postgres-migrations.ts";
import { openPool } from "./postgres-pool.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
const upTo = (count: number): readonly number[] => Array.from({ length: count + 1 }, (_, shape) => shape);

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0)) await one();
});
const room = async (): Promise<string> => {
  const made = await newRoom();
  undo.push(made.drop);
  return made.url;
};

describe("a file", () => {
  test.each(upTo(shapes.sqlite - 1))("of shape %i keeps everything, and takes more", async (shape) => {
    const folder = mkdtempSync(join(tmpdir(), "relay-shape-"));
    undo.push(async () => rmSync(folder, { recursive: true, force: true }));
    const filling = fillingOf(300);
    olderFile(folder, shape, filling);
    const store = openSqlite(folder, caps, quiet);
    if (!store.ok) throw new Error(store.error.code);
    expect(await wrongIn(store.value, shape, filling)).toBeNull();
    await store.value.close();
    expect(shapeOfFile(folder)).toBe(shapes.sqlite);
  });
});

describe("a database", () => {
  test.each(upTo(shapes.postgres))("of shape %i keeps everything, and takes more", async (shape) => {
    const url = await room();
    const filling = fillingOf(300);
    await olderDatabase(url, shape, filling);
    const store = await openPostgres(url, caps, quiet);
    if (!store.ok) throw new Error(store.error.code);
    expect(await wrongIn(store.value, shape, filling)).toBeNull();
    await store.value.close();
    expect(await shapeOfDatabase(url)).toBe(shapes.postgres);
  });

  test.each(upTo(shapes.postgres - 1))("of shape %i is changed once when five relays start at once", async (shape) => {
    const url = await room();
    const filling = fillingOf(50);
    await olderDatabase(url, shape, filling);
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openPostgres(url, caps, quiet)));
    const wrong: (string | null)[] = [];
    for (const store of opened) {
      if (!store.ok) throw new Error(store.error.code);
      if (wrong.length === 0) wrong.push(await wrongIn(store.value, shape, filling));
      await store.value.close();
    }
    expect(wrong).toEqual([null]);
  });

  test("of a newer relay is refused and left as it was", async () => {
    const url = await room();
    await olderDatabase(url, shapes.postgres, fillingOf(3));
    await onPostgres(url, (client) => client.query("UPDATE shape SET shape = shape + 1"));
    expect(await openPostgres(url, caps, quiet)).toEqual({ ok: false, error: { type: "CannotOpen", code: "NEWER" } });
    expect(await shapeOfDatabase(url)).toBe(shapes.postgres + 1);
  });

  test.each(upTo(shapes.postgres - 1))("stays of shape %i, whole, when the next step fails half-way", async (shape) => {
    const url = await room();
    const filling = fillingOf(300);
    await olderDatabase(url, shape, filling);
    const next = pgMigrations[shape];
    if (next === undefined) throw new Error("there is no next step");
    const db = openPool(url, quiet);
    // Everything the step does has run when it fails.
    const halfWay = { ...next, sql: `${next.sql} SELECT 1 / 0;` };
    expect(await migratePostgres(db, [...pgMigrations.slice(0, shape), halfWay])).toEqual({
      ok: false,
      error: { type: "Broken", code: "22012" },
    });
    await db.close();
    expect(await shapeOfDatabase(url)).toBe(shape);
    const store = await openPostgres(url, caps, quiet);
    if (!store.ok) throw new Error(store.error.code);
    expect(await wrongIn(store.value, shape, filling)).toBeNull();
    await store.value.close();
  });

  test("stays of its old shape, whole, when a step fails half-way", async () => {
    const url = await room();
    const filling = fillingOf(50);
    await olderDatabase(url, 1, filling);
    const [first, second] = pgMigrations;
    if (first === undefined || second === undefined) throw new Error("there are two steps");
    const db = openPool(url, quiet);
    await onPostgres(url, (client) =>
      client.query(`CREATE FUNCTION create_distributed_table(relation regclass, by_column text) RETURNS integer
                    LANGUAGE sql AS 'SELECT 1 / (length(by_column) - 8)'`),
    );
    // The statements of the step have run when it fails: eight letters divide by nothing.
    const halfWay = { ...second, spread: [["vault", "vault_id"]] as const };
    expect(await migratePostgres(db, [first, halfWay])).toEqual({
      ok: false,
      error: { type: "Broken", code: "22012" },
    });
    await db.close();
    expect(await shapeOfDatabase(url)).toBe(1);
    await onPostgres(url, (client) => client.query("DROP FUNCTION create_distributed_table"));
    const store = await openPostgres(url, caps, quiet);
    if (!store.ok) throw new Error(store.error.code);
    expect(await wrongIn(store.value, 1, filling)).toBeNull();
    await store.value.close();
  });

  test("spreads its tables after the last change that Citus refuses on spread ones, each once", async () => {
    const url = await room();
    await onPostgres(url, (client) =>
      client.query(`CREATE TABLE asked (relation text, by_column text, storage text);
        CREATE FUNCTION create_distributed_table(relation regclass, by_column text) RETURNS void LANGUAGE sql
          AS $$ INSERT INTO asked VALUES (relation::text, by_column,
            (SELECT attstorage::text FROM pg_attribute WHERE attrelid = relation AND attname = 'body')) $$`),
    );
    for (const _start of [1, 2]) {
      const store = await openPostgres(url, caps, quiet);
      if (!store.ok) throw new Error(store.error.code);
      await store.value.close();
    }
    const asked = await onPostgres(url, (client) => client.query("SELECT * FROM asked ORDER BY relation"));
    expect(asked.rows).toEqual([
      { relation: "chunk", by_column: "vault_id", storage: "e" },
      { relation: "grave", by_column: "vault_id", storage: null },
      { relation: "mailbox", by_column: "id", storage: "e" },
      { relation: "reply", by_column: "id", storage: "e" },
      { relation: "vault", by_column: "vault_id", storage: null },
    ]);
  });
});
