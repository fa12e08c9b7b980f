/** Leaves a host's orders where the relay that runs finds them, whoever of the two runs as whom. */
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "@belay/basics";

/** Gives a path to whoever the folder above it belongs to: the administrator's command and the relay are two users. */
const handOver = (path: string): void => {
  const owner = statSync(dirname(path));
  if (process.getuid?.() === 0 && owner.uid !== 0) chownSync(path, owner.uid, owner.gid);
};

/** The system's short code for what failed, such as `EACCES`; `OTHER` where it has none. */
export const systemCode = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "OTHER";

/** The order could not be left; `code` is the system's own, such as `EACCES`. */
export interface OrderFault {
  readonly type: "NotLeft";
  readonly code: string;
}

/** Leaves `text` under `name` in that folder of `dataDir`, whole and readable by the relay. */
export const leaveOrder = (dataDir: string, folder: string, name: string, text: string): Result<null, OrderFault> => {
  const orders = join(dataDir, folder);
  // Under another name first: the relay must not find it before it may read it.
  const part = join(dataDir, `order-${randomBytes(8).toString("hex")}.part`);
  try {
    if (!existsSync(orders)) mkdirSync(orders, { recursive: true, mode: 0o700 });
    handOver(orders);
    writeFileSync(part, text, { mode: 0o600 });
    handOver(part);
    renameSync(part, join(orders, name));
    return ok(null);
  } catch (cause) {
    rmSync(part, { force: true });
    return err({ type: "NotLeft", code: systemCode(cause) });
  }
};
