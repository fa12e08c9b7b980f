/** Deletes one entry for good: here at once, at the relay and on the other devices as soon as they are reached. */
import { err, ok } from "@belay/basics";
import { isErased, nextHlc, parseId } from "@belay/domain";
import { notSaved } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import { eraseNow } from "./rewrite.ts";
import type { VaultDoor } from "./vault-door.ts";

type ErasePorts = Pick<Ports, "chance" | "clock" | "desk" | "log" | "turn">;

/** What has to happen around it. */
export interface EraseHooks {
  /** Before: what holds a copy of the fold lets it go. */
  readonly before: () => Promise<void>;
  /** After: the relay is told. */
  readonly after: () => void;
}

/** Builds the act. It is fine to erase an entry again; what was never here is `NotFound`. */
export const createErase =
  (ports: ErasePorts, ledger: Ledger, hooks: EraseHooks): VaultDoor["erase"] =>
  (entry) =>
    ports.turn.exclusive(async () => {
      const device = ledger.identity()?.device;
      if (device === undefined) return err({ type: "NotSaved", why: "keys" });
      const read = await ledger.catchUp();
      if (!read.ok) return err(notSaved(read.error));
      const state = ledger.state.peek();
      if (isErased(state, entry)) return ok(null);
      const target = parseId(entry);
      const found = ledger.recorded().some(({ id, kind }) => id === entry && kind !== "entries/erased@1");
      if (!target.ok || !found)
        return err({ type: "Refused", refusal: { type: "NotFound", what: "entry", id: entry } });
      const { ms, day } = ports.clock.now();
      const at = nextHlc(state.clock, ms, device);
      await hooks.before();
      const word = { id: ports.chance.id(), at, day, kind: "entries/erased@1", body: { id: target.value } } as const;
      const done = await eraseNow(ports, ledger, [word]);
      if (!done.ok) return err(notSaved(done.error));
      hooks.after();
      return ok(null);
    });
