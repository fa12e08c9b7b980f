/** A process that brings a store to today's shape, made to be killed on the way; or a mutant that does it in pieces. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../apps/relay/store/driver.ts";
import { migrations } from "../../apps/relay/store/migrations.ts";
import { openPostgres } from "../../apps/relay/store/postgres.ts";
import { pgMigrations } from "../../apps/relay/store/postgres-migrations.ts";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";
import { onPostgres } from "./postgres.ts";
import { shapeOfDatabase, shapeOfFile } from "./shapes.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
const say = (word: string): void => void writeSync(1, `${word}\n`);

const piecesOf = (sql: string): readonly string[] => sql.split(";").filter((piece) => piece.trim() !== "");

/** Each statement by itself, and the shape at the end: what a kill between two of them leaves is neither old nor new. */
const inPieces = async (engine: string, place: string): Promise<void> => {
  if (engine === "sqlite") {
    const shape = shapeOfFile(place);
    const db = openFile(join(place, "relay.db"));
    say("begin");
    for (const sql of migrations.slice(shape)) for (const piece of piecesOf(sql)) db.exec(piece);
    return db.exec(`PRAGMA user_version = ${migrations.length}`);
  }
  const shape = await shapeOfDatabase(place);
  return onPostgres(place, async (client) => {
    say("begin");
    for (const { sql } of pgMigrations.slice(shape)) for (const piece of piecesOf(sql)) await client.query(piece);
    await client.query("CREATE TABLE IF NOT EXISTS shape (shape integer NOT NULL)");
    await client.query("DELETE FROM shape");
    await client.query("INSERT INTO shape VALUES ($1)", [pgMigrations.length]);
  });
};

const shipped = async (engine: string, place: string): Promise<void> => {
  say("begin");
  const store = engine === "sqlite" ? openSqlite(place, caps, quiet) : await openPostgres(place, caps, quiet);
  if (!store.ok) throw new Error(store.error.code);
  say("end");
  await store.value.close();
};

const [engine = "", place = "", how = ""] = process.argv.slice(2);
await (how === "pieces" ? inPieces(engine, place) : shipped(engine, place));
say("end");
