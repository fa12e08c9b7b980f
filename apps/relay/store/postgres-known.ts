/** Reads every row that is tied to one vault, with every column it has, from PostgreSQL. */
import { err, ok } from "@belay/basics";
import type { Known } from "../host.ts";
import type { Row } from "./driver.ts";
import type { VaultId } from "./port.ts";
import { openPool } from "./postgres-pool.ts";
import { idBytes } from "./postgres-shelf.ts";

const printable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    ]),
  );

/** All that is known of a vault. A relay may run meanwhile. Bytes are written in hexadecimal. */
export const knownInPostgres = async (url: string, vault: VaultId): Promise<Known> => {
  const db = openPool(url, { onFull: () => undefined, onUnreadable: () => undefined });
  const read = await db.run(async (sql) => {
    const rowsIn = async (table: "vault" | "chunk" | "grave", order: string): Promise<readonly Row[]> =>
      (await sql(`SELECT * FROM ${table} WHERE vault_id = $1 ORDER BY ${order}`, [idBytes(vault)])).map(printable);
    return {
      vault: await rowsIn("vault", "vault_id"),
      chunk: await rowsIn("chunk", "seq"),
      grave: await rowsIn("grave", "vault_id"),
    };
  });
  await db.close();
  return read.ok ? ok(read.value) : err({ type: "CannotRead", code: read.error.code });
};
