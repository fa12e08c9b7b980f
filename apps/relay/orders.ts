/** Leaves a host's orders where the relay that runs finds them, whoever of the two runs as whom. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fchownSync,
  lchownSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "@belay/basics";

/**
 * Whom the data belong to, where that is not who runs this: the administrator's command and the relay are two users.
 * What lies in their folder is not trusted: only the folder itself, a link as a link, or an open file is handed over.
 */
const otherOwner = (dataDir: string): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? null : { uid, gid };
};

/** The order could not be left; `code` is the system's own, such as `EACCES`. */
export interface OrderFault {
  readonly type: "NotLeft";
  readonly code: string;
}

/** Leaves an empty file named `name` in that folder of `dataDir`, for the relay to find and to take away. */
export const leaveOrder = (dataDir: string, folder: string, name: string): Result<null, OrderFault> => {
  const orders = join(dataDir, folder);
  // Under another name first: the relay must not find it before it is its own.
  const part = join(dataDir, `order-${randomBytes(8).toString("hex")}.part`);
  try {
    if (!existsSync(orders)) mkdirSync(orders, { recursive: true, mode: 0o700 });
    const owner = otherOwner(dataDir);
    if (owner !== null) lchownSync(orders, owner.uid, owner.gid);
    const file = openSync(part, "wx", 0o600);
    try {
      if (owner !== null) fchownSync(file, owner.uid, owner.gid);
    } finally {
      closeSync(file);
    }
    renameSync(part, join(orders, name));
    return ok(null);
  } catch (cause) {
    rmSync(part, { force: true });
    const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "OTHER";
    return err({ type: "NotLeft", code });
  }
};
