/** Makes stores as relays of every age left them, with data, and says whether one still holds all of it. */
import { join } from "node:path";
import { joinBody } from "../../apps/relay/store/chunk-body.ts";
import { numberIn, openFile } from "../../apps/relay/store/driver.ts";
import { migrations } from "../../apps/relay/store/migrations.ts";
import { toVaultId, type Store, type VaultId } from "../../apps/relay/store/port.ts";
import { pgMigrations } from "../../apps/relay/store/postgres-migrations.ts";
import { newTestVault, testEnvelope } from "./client.ts";
import { onPostgres } from "./postgres.ts";
import { layRestInDatabase, layRestInFile, wrongInRest } from "./shapes-rest.ts";

/** What an older store is filled with beside the rest: a vault, one device, a row for each envelope; the last is about devices. */
export interface Filling {
  readonly id: VaultId;
  readonly rows: number;
  readonly plain: Uint8Array;
  readonly act: Uint8Array;
}

const device = new Uint8Array(16).fill(7);
const pub = new Uint8Array(32).fill(9);

/** Something to fill a store with. */
export const fillingOf = (rows: number): Filling => {
  const vault = newTestVault();
  const id = toVaultId(vault.id);
  if (id === null) throw new Error("the test's own vault has no id");
  const plain = testEnvelope(vault, device, 1);
  return { id, rows, plain, act: testEnvelope(vault, device, rows, { type: "membership" }) };
};

/** How many shapes each engine has had. */
export const shapes = { sqlite: migrations.length, postgres: pgMigrations.length };

/** Lays a file of that shape into a folder. Shape 0 is an empty file, and holds nothing. */
export const olderFile = (folder: string, shape: number, { id, rows, plain, act }: Filling): void => {
  const db = openFile(join(folder, "relay.db"));
  for (const sql of migrations.slice(0, shape)) db.exec(sql);
  db.exec(`PRAGMA user_version = ${shape}`);
  if (shape > 0) {
    db.exec("BEGIN");
    db.prepare("INSERT INTO vault (v, vault_id, owner_pub, epoch, write_pub) VALUES (1, ?, ?, 1, ?)").run(
      Buffer.from(id, "hex"),
      pub,
      pub,
    );
    const insert = db.prepare(
      "INSERT INTO chunk (v, seq, n, device, device_seq, size, body) VALUES (1, ?, 1, ?, ?, ?, ?)",
    );
    for (let seq = 1; seq <= rows; seq += 1) {
      const one = seq === rows ? act : plain;
      insert.run(seq, device, seq, one.length, joinBody([one]));
    }
    layRestInFile(db);
    db.exec("COMMIT");
  }
  db.close();
};

/** The shape of a file. */
export const shapeOfFile = (folder: string): number => {
  const db = openFile(join(folder, "relay.db"));
  const shape = numberIn(db.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  db.close();
  return shape;
};

/** Makes an empty database one of that shape. */
export const olderDatabase = (url: string, shape: number, { id, rows, plain, act }: Filling): Promise<void> =>
  onPostgres(url, async (client) => {
    if (shape === 0) return;
    for (const { sql } of pgMigrations.slice(0, shape)) await client.query(sql);
    await client.query("CREATE TABLE shape (shape integer NOT NULL)");
    await client.query("INSERT INTO shape VALUES ($1)", [shape]);
    const chain = Buffer.alloc(24);
    chain.set(device);
    chain.writeBigUInt64BE(BigInt(rows), 16);
    const bytes = plain.length * (rows - 1) + act.length;
    await client.query("INSERT INTO vault VALUES ($1, $2, 1, $2, NULL, $3, $4, $5)", [
      Buffer.from(id, "hex"),
      pub,
      rows,
      bytes,
      chain,
    ]);
    await client.query(
      `INSERT INTO chunk (vault_id, seq, n, device, device_seq, size, acts, body)
       SELECT $1, i, 1, $2, i, CASE WHEN i = $3 THEN $4::integer ELSE $5::integer END, i = $3,
         CASE WHEN i = $3 THEN $6::bytea ELSE $7::bytea END
       FROM generate_series(1, $3::integer) AS i`,
      [Buffer.from(id, "hex"), device, rows, act.length, plain.length, joinBody([act]), joinBody([plain])],
    );
    await layRestInDatabase(client);
  });

/** The shape of a database; 0 when it has none. */
export const shapeOfDatabase = (url: string): Promise<number> =>
  onPostgres(url, async (client) => {
    const { rows } = await client.query<{ readonly there: boolean }>(
      "SELECT to_regclass('shape') IS NOT NULL AS there",
    );
    if (rows[0]?.there !== true) return 0;
    return (await client.query<{ readonly shape: number }>("SELECT shape FROM shape")).rows[0]?.shape ?? 0;
  });

/** What the log is not any more; null when it is as it was filled, with `more` entries behind. */
const wrongInLog = async (store: Store, { id, rows, plain, act }: Filling, more: number): Promise<string | null> => {
  for (let after = 0; after < rows + more;) {
    const page = await store.pull(id, after, 1_000_000);
    if (!page.ok || page.value.entries.length === 0) return `nothing comes after ${after} of ${rows + more}`;
    for (const { at, envelope } of page.value.entries) {
      const right = at === after + 1 && Buffer.compare(envelope, at === rows ? act : plain) === 0;
      if (!right) return `entry ${at} is not what it was`;
      after = at;
    }
  }
  const acts = await store.pullActs(id, 0, 1_000_000);
  return acts.ok && acts.value.entries.map(({ at }) => at).join() === String(rows) ? null : "acts are not found";
};

/** What is not as it was filled; null when all is, and the store takes more and packs a log that is long enough. */
export const wrongIn = async (store: Store, shape: number, filling: Filling): Promise<string | null> => {
  const { id, rows, plain } = filling;
  const found = await store.findVault(id);
  if (!found.ok) return "the vault cannot be read";
  if (shape === 0) return found.value.kind === "none" ? null : "there is a vault that nobody made";
  if (found.value.kind !== "live" || found.value.head !== rows || found.value.chains[0]?.seq !== rows)
    return "the vault is not what it was";
  const rest = await wrongInRest(store);
  if (rest !== null) return rest;
  const before = await wrongInLog(store, filling, 0);
  if (before !== null) return before;
  // So many that the rows before the newest are more than one pack holds.
  const items = Array.from({ length: 300 }, (_, i) => ({
    vault: id,
    epoch: 1,
    items: [{ device: Buffer.from(device).toString("hex"), seq: rows + i + 1, envelope: plain }],
  }));
  if (!(await store.appendMany(items)).every((one) => one.ok)) return "it takes nothing more";
  let fewer = 0;
  for (let more = true; more;) {
    const step = await store.pack();
    if (!step.ok) return "it cannot be packed";
    [fewer, more] = [fewer + step.value.fewer, step.value.more];
  }
  if (rows >= 300 && fewer < 200) return `packed, it has only ${fewer} rows fewer`;
  return wrongInLog(store, filling, items.length);
};
