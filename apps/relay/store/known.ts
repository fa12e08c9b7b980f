/** Reads every row that is tied to one vault, with every column it has, from the file of a relay that does not run. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { err, ok } from "@belay/basics";
import type { Known } from "../host.ts";
import { codeOf, openFile, type Database, type Row } from "./driver.ts";
import type { VaultId } from "./port.ts";

const printable = (value: unknown): unknown =>
  value instanceof Uint8Array || value instanceof ArrayBuffer
    ? Buffer.from(new Uint8Array(value)).toString("hex")
    : value;

const rowsOf = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, printable(value)])));

/** Every row that is tied to one vault, with every column it has: what an answer to a legal demand could hold. */
const rowsAbout = (db: Database, vault: VaultId): Readonly<Record<string, readonly Row[]>> => {
  const id = Buffer.from(vault, "hex");
  return {
    vault: rowsOf(db.prepare("SELECT * FROM vault WHERE vault_id = ?").all(id)),
    chunk: rowsOf(
      db.prepare("SELECT * FROM chunk WHERE v IN (SELECT v FROM vault WHERE vault_id = ?) ORDER BY c").all(id),
    ),
    grave: rowsOf(db.prepare("SELECT * FROM grave WHERE vault_id = ?").all(id)),
  };
};

/** All that is known of a vault, from the file of a relay that does not run. Bytes are written in hexadecimal. */
export const knownOf = (dataDir: string, vault: VaultId): Known => {
  const path = join(dataDir, "relay.db");
  if (!existsSync(path)) return err({ type: "CannotRead", code: "ENOENT" });
  try {
    // The lock says whether a relay has the file open: two at once could lose what one of them wrote.
    const lock = openFile(join(dataDir, "relay.lock"));
    try {
      lock.exec("BEGIN EXCLUSIVE");
      const db = openFile(path);
      const known = rowsAbout(db, vault);
      db.close();
      lock.exec("ROLLBACK");
      return ok(known);
    } finally {
      lock.close();
    }
  } catch (cause) {
    return err({ type: "CannotRead", code: codeOf(cause) });
  }
};
