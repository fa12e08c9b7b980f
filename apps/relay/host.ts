/** Does what a host may order from the command line: delete one reported ask, or print all that is known of one vault. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "@belay/basics";
import { codeOf, openFile, type Database, type Row } from "./store/driver.ts";
import { toMailId, toVaultId, type MailId, type MailStore, type VaultId } from "./store/port.ts";

/** What to print, and the exit code. */
export interface HostAnswer {
  readonly code: number;
  readonly out: string;
}

/** Orders lie in a folder beside the database: only one process may have that open, and it is the relay. */
const ordersIn = (dataDir: string): string => join(dataDir, "take-down");

/** The id in a link or in what was copied of one, or null. The part behind the # is not needed and not looked at. */
export const askIdIn = (text: string): MailId | null => {
  const [address = ""] = text.split("#");
  return toMailId(address.slice(address.lastIndexOf("/") + 1).toLowerCase());
};

/** Leaves an order, which the relay carries out at its next sweep, or at its next start. */
const orderTakeDown = (dataDir: string, id: MailId): void => {
  mkdirSync(ordersIn(dataDir), { recursive: true, mode: 0o700 });
  writeFileSync(join(ordersIn(dataDir), id), "");
};

/** Carries out the orders that lie there; an order goes once there is nothing left to delete. */
export const takeDownOrdered = async (dataDir: string, mail: Pick<MailStore, "takeDown">): Promise<void> => {
  const folder = ordersIn(dataDir);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const id = toMailId(name);
    const done = id === null ? null : await mail.takeDown(id);
    // A full or failing disk leaves the order for the next sweep.
    if (done === null || done.ok || done.error.type === "NotFound") rmSync(join(folder, name), { force: true });
  }
};

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
export const knownOf = (
  dataDir: string,
  vault: VaultId,
): Result<Readonly<Record<string, readonly Row[]>>, { readonly type: "CannotRead"; readonly code: string }> => {
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

const usage: HostAnswer = {
  code: 2,
  out: "delete-ask ID-OR-LINK    deletes a reported ask within a minute\nknown VAULT-ID           prints all that is known of one vault (stop the relay first)\n",
};

/** The answer to a host’s command; null when there is none and the relay is to start. */
export const hostCommand = (args: readonly string[], dataDir: string): HostAnswer | null => {
  const [name, about = ""] = args;
  if (name === undefined) return null;
  if (name === "delete-ask") {
    const id = askIdIn(about);
    if (id === null) return usage;
    orderTakeDown(dataDir, id);
    return { code: 0, out: "Ordered: a relay that runs deletes it within a minute, one that does not at its start.\n" };
  }
  const vault = name === "known" ? toVaultId(about) : null;
  if (vault === null) return usage;
  const known = knownOf(dataDir, vault);
  if (!known.ok)
    return { code: 1, out: `It cannot be read (${known.error.code}); a running relay has to be stopped first.\n` };
  return { code: 0, out: `${JSON.stringify(known.value, null, 2)}\n` };
};
