/** Replaces the record of the recovery words at the relay after a change of keys, once the change stands there. */
import { equalBytes } from "@belay/basics";
import type { DeskTurn } from "@belay/wire";
import type { Ports } from "./ports/ports.ts";
import type { Sync } from "./sync.ts";

/** Takes what an act about devices left to be done, in place of what an earlier one left. */
export type Renew = (turn: DeskTurn) => void;

/**
 * Waits until everything of this device lies at the relay, then replaces the record. A change that lost against another
 * leaves it alone: its key is not the vault's. Where the record is gone there is nothing to renew.
 */
export const createRenewing = (
  { boxes, desk }: Pick<Ports, "boxes" | "desk">,
  { status }: Pick<Sync, "status">,
): Renew => {
  let stop = (): void => undefined;
  return ({ record, epoch, writePub }) => {
    stop();
    if (record === null) return;
    let [over, busy] = [false, false];
    const attempt = async (): Promise<void> => {
      const known = await desk.credentials();
      const named = known.ok ? known.value.find((one) => one.epoch === epoch) : undefined;
      if (over || named === undefined) return;
      const stands = equalBytes(named.writePub, writePub);
      const done = stands ? await boxes.replace(record.mailbox, record.ownerProof, record.body) : null;
      if (done === null || done.ok || done.error.type === "NotThere") finish();
    };
    const finish = (): void => {
      over = true;
      cancel();
    };
    const cancel = status.subscribe(({ kind, pending }) => {
      if (kind !== "connected" || pending > 0 || busy || over) return;
      busy = true;
      queueMicrotask(() => void attempt().finally(() => (busy = false)));
    });
    stop = finish;
  };
};
