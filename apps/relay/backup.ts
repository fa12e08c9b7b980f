/** Does a host's backup and restore: a copy of a running relay's file by order, and the way back into an empty folder. */
import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Result } from "@belay/basics";
import type { HostAnswer } from "./host.ts";
import { leaveOrder } from "./orders.ts";

/** What a copy needs: somewhere to go, where nothing stands. */
export type CopyTo = (path: string) => Promise<Result<null, { readonly code: string }>>;

/** What is done with files that no relay has open. */
export interface StillFiles {
  /** Copies the file in a folder whose relay does not run; null when one runs. */
  readonly copy: (dataDir: string, to: string) => Promise<Result<null, { readonly code: string }> | null>;
  /** Brings a copy to where nothing stands, on whichever disk that is. Durable when it returns; nothing stands there before. */
  readonly bring: (copy: string, to: string) => Result<null, { readonly code: string }>;
  /** Why a file is no whole database of ours, or null when it is one. */
  readonly fault: (path: string) => string | null;
  /** Puts a file in place of an empty folder's database. `code` as the technology has it. */
  readonly place: (path: string, dataDir: string) => Result<null, { readonly code: string }>;
}

/** Orders lie beside the database, as those for reported asks do (decision 0031): only the relay may have that open. */
const orders = "backup-orders";
/** What a command that was killed left behind goes after so long, in ms: a copy must not outlive the day unseen. */
const leftMs = 24 * 3_600_000;

/** How long a command waits for a running relay to take up its order, in ms: a few sweeps. */
const patienceMs = 90_000;
const lookMs = 100;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Carries out the orders that lie there. The copy goes beside its order: where the command wants it, the relay may not
 * be allowed to write. What is left of older orders is taken away.
 */
export const copyOrdered = async (dataDir: string, copyTo: CopyTo): Promise<void> => {
  const folder = join(dataDir, orders);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const order = join(folder, name);
    if (!/^[0-9a-f]{32}$/.test(name)) {
      const left = lstatSync(order, { throwIfNoEntry: false });
      if (left !== undefined && Date.now() - left.mtimeMs > leftMs) rmSync(order, { force: true });
      continue;
    }
    // Taken before it is done: whoever waits sees that somebody is at it, and no second relay does it again.
    renameSync(order, `${order}.taken`);
    const done = await copyTo(`${order}.copy`);
    writeFileSync(`${order}.part`, done.ok ? "" : done.error.code);
    renameSync(`${order}.part`, `${order}.done`);
    rmSync(`${order}.taken`, { force: true });
  }
};

/** Leaves an order and waits for its answer: "" when it was done, a code when it was not, null when nobody took it. */
const orderCopy = async (dataDir: string, name: string): Promise<string | null> => {
  const order = join(dataDir, orders, name);
  const left = leaveOrder(dataDir, orders, name);
  if (!left.ok) return left.error.code;
  for (let waited = 0; waited < patienceMs || existsSync(`${order}.taken`); waited += lookMs) {
    if (existsSync(`${order}.done`)) {
      const said = readFileSync(`${order}.done`, "utf8");
      rmSync(`${order}.done`);
      return said;
    }
    await pause(lookMs);
  }
  rmSync(order, { force: true });
  return null;
};

/** Has a running relay make the copy, and brings it to `to`. Gives a code as `orderCopy` does. */
const fetchCopy = async (dataDir: string, to: string, files: StillFiles): Promise<string | null> => {
  const name = randomBytes(16).toString("hex");
  const copy = join(dataDir, orders, `${name}.copy`);
  try {
    const code = await orderCopy(dataDir, name);
    if (code !== "") return code;
    const brought = files.bring(copy, to);
    return brought.ok ? "" : brought.error.code;
  } finally {
    rmSync(copy, { force: true });
  }
};

const failed = (why: string): HostAnswer => ({ code: 1, out: `${why}\n` });

/** A relay that runs is asked to; one that does not is copied here. The copy is looked at before it is called whole. */
const backUp = async (dataDir: string, to: string, files: StillFiles): Promise<HostAnswer> => {
  if (existsSync(to)) return failed("Something stands there already; nothing was written.");
  const still = await files.copy(dataDir, to);
  const code = still === null ? await fetchCopy(dataDir, to, files) : still.ok ? "" : still.error.code;
  if (code === null) return failed("The relay did not take up the order. Nothing was written.");
  if (code !== "") return failed(`The copy could not be made (${code}). Nothing was written.`);
  const fault = files.fault(to);
  if (fault !== null) return failed(`The copy was made, and is not whole (${fault}). Do not rely on it.`);
  return { code: 0, out: "The copy is whole. It holds sealed bytes alone; keep it 30 days at most.\n" };
};

/** Nothing is put over data that are there: whoever means it moves them away first, and can move them back. */
const restore = (dataDir: string, from: string, files: StillFiles): HostAnswer => {
  if (!existsSync(from)) return failed("There is no such file.");
  if (existsSync(join(dataDir, "relay.db"))) {
    return failed("DATA_DIR holds a database already. Move it away first; nothing was changed.");
  }
  const fault = files.fault(from);
  if (fault !== null) return failed(`That file is no whole database of a relay (${fault}). Nothing was changed.`);
  const placed = files.place(from, dataDir);
  if (!placed.ok) return failed(`It could not be put in place (${placed.error.code}). Nothing was changed.`);
  return { code: 0, out: "Restored. Devices send again what this copy lacks when they next connect.\n" };
};

/** The answer to `backup FILE` or `restore FILE`; null for every other command. */
export const backupCommand = async (
  args: readonly string[],
  dataDir: string,
  files: StillFiles,
  inDatabase = false,
): Promise<HostAnswer | null> => {
  const [name, path = ""] = args;
  if (name !== "backup" && name !== "restore") return null;
  if (inDatabase) return failed("The data lie in PostgreSQL, which has tools of its own: docs/scale.md names them.");
  if (path === "")
    return {
      code: 2,
      out: "backup FILE     copies the data, also while the relay runs\nrestore FILE    puts a copy into an empty DATA_DIR\n",
    };
  return name === "backup" ? backUp(dataDir, resolve(path), files) : restore(dataDir, resolve(path), files);
};
