/** Leaves a host's orders where the relay that runs finds them, whoever of the two runs as whom. */
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Gives a path to whoever the folder above it belongs to: the administrator's command and the relay are two users. */
const handOver = (path: string): void => {
  const owner = statSync(dirname(path));
  if (process.getuid?.() === 0 && owner.uid !== 0) chownSync(path, owner.uid, owner.gid);
};

/**
 * Leaves `text` under `name` in that folder of `dataDir`, whole and readable by the relay. Throws what the system throws
 * where this user may not write there.
 */
export const leaveOrder = (dataDir: string, folder: string, name: string, text: string): void => {
  const orders = join(dataDir, folder);
  if (!existsSync(orders)) mkdirSync(orders, { recursive: true, mode: 0o700 });
  handOver(orders);
  // Under another name first: the relay must not find it before it may read it.
  const part = join(dataDir, `order-${randomBytes(8).toString("hex")}.part`);
  writeFileSync(part, text, { mode: 0o600 });
  handOver(part);
  renameSync(part, join(orders, name));
};
