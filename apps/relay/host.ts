/** Does what a host may order from the command line: delete one reported ask or shared page, or print all that is known of one vault. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "@belay/basics";
import { leaveOrder } from "./orders.ts";
import { toMailId, toVaultId, type MailId, type MailStore, type VaultId } from "./store/port.ts";

/** What to print, and the exit code. */
export interface HostAnswer {
  readonly code: number;
  readonly out: string;
}

/** Orders lie in a folder beside the database: only one process may have that open, and it is the relay. */
const orders = "take-down";

/** The id in a link or in what was copied of one, or null. The part behind the # is not needed and not looked at. */
export const askIdIn = (text: string): MailId | null => {
  const [address = ""] = text.split("#");
  return toMailId(address.slice(address.lastIndexOf("/") + 1).toLowerCase());
};

/** Leaves an order, which the relay carries out at its next sweep, or soon after its next start. */
const orderTakeDown = (dataDir: string, id: MailId): HostAnswer => {
  const left = leaveOrder(dataDir, orders, id);
  if (!left.ok)
    return { code: 1, out: `The order could not be left (${left.error.code}). Run this as the relay’s user.\n` };
  return { code: 0, out: "Ordered: a relay that runs deletes it within a minute, one that does not once it runs.\n" };
};

/** Carries out the orders that lie there; an order goes once there is nothing left to delete. */
export const takeDownOrdered = async (dataDir: string, mail: Pick<MailStore, "takeDown">): Promise<void> => {
  const folder = join(dataDir, orders);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const id = toMailId(name);
    const done = id === null ? null : await mail.takeDown(id);
    // A full or failing disk leaves the order for the next sweep.
    if (done === null || done.ok || done.error.type === "NotFound") rmSync(join(folder, name), { force: true });
  }
};

/** What is known of a vault by table; `code` says why it cannot be read. */
export type Known = Result<
  Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
  { readonly type: "CannotRead"; readonly code: string }
>;

const usage: HostAnswer = {
  code: 2,
  out: "delete-ask ID-OR-LINK    deletes a reported ask or shared page within a minute\nknown VAULT-ID           prints all that is known of one vault (stop the relay first, unless it uses PostgreSQL)\nbackup FILE              copies the data, also while the relay runs\nrestore FILE             puts a copy into an empty DATA_DIR\nmove                     moves the data of DATA_DIR into the PostgreSQL of STORE (stop the relay first)\n",
};

/** The answer to a host’s command; null when there is none and the relay is to start. `known` reads the data. */
export const hostCommand = async (
  args: readonly string[],
  dataDir: string,
  known: (vault: VaultId) => Known | Promise<Known>,
): Promise<HostAnswer | null> => {
  const [name, about = ""] = args;
  if (name === undefined) return null;
  if (name === "delete-ask") {
    const id = askIdIn(about);
    return id === null ? usage : orderTakeDown(dataDir, id);
  }
  const vault = name === "known" ? toVaultId(about) : null;
  if (vault === null) return usage;
  const rows = await known(vault);
  if (!rows.ok)
    return { code: 1, out: `It cannot be read (${rows.error.code}); a running relay has to be stopped first.\n` };
  return { code: 0, out: `${JSON.stringify(rows.value, null, 2)}\n` };
};
