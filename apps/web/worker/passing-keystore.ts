/** Holds this device's keys in the worker's memory alone, for a visit that keeps nothing. */
import { ok } from "@belay/basics";
import type { Keystore } from "./keystore.ts";

/** An empty keystore. No tab shares it, so that work only has to wait for other work of this one. */
export const passingKeystore = (): Keystore => {
  let held: Uint8Array | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    // A copy goes out: whoever reads wipes what was read.
    read: async () => ok(held === null ? null : Uint8Array.from(held)),
    write: async (bytes) => {
      held = Uint8Array.from(bytes);
      return ok(null);
    },
    destroy: async () => {
      held?.fill(0);
      held = null;
      return ok(null);
    },
    exclusive: (work) => {
      const done = turn.then(work);
      turn = done.catch(() => undefined);
      return done;
    },
  };
};
