/** Tidies the log when nothing else happens: what was erased elsewhere goes, and small envelopes are put together. */
import { settings } from "@belay/domain";
import { effect } from "@preact/signals";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import { compactOnce, sweep } from "./rewrite.ts";
import type { Sync } from "./sync.ts";
import type { Memory } from "./sync-memory.ts";

/** How long nothing may have been taken in before it begins, in ms: never in the way of a tap. */
export const quiet = 3_000;
/** Between two steps, in ms. */
const pause = 250;

/** Begins to tidy; gives the way to stop. `open` says whether the vault is open at all. */
export const startTidying = (
  ports: Pick<Ports, "chance" | "clock" | "desk" | "log" | "turn">,
  ledger: Ledger,
  memory: Pick<Memory, "now">,
  sync: Pick<Sync, "nudge">,
  open: () => boolean,
): (() => void) => {
  let cancel = (): void => undefined;
  let working = false;
  /** With a copy at the relay, only what the relay has shown again: what it never had is not put together yet. */
  const limit = (): number =>
    settings(ledger.state.peek()).keepCopy === true ? memory.now().shown : Number.POSITIVE_INFINITY;
  const step = async (): Promise<boolean> => {
    if (ledger.holdsErased()) {
      const swept = await sweep(ports, ledger);
      if (swept.ok) ledger.swept();
      return swept.ok && swept.value;
    }
    const done = await compactOnce(ports, ledger, limit);
    return done.ok && done.value;
  };
  const arm = (ms: number): void => {
    cancel();
    cancel = ports.clock.after(ms, () => void run());
  };
  const run = async (): Promise<void> => {
    if (working || !open()) return;
    working = true;
    const more = await step();
    working = false;
    if (!more) return;
    sync.nudge();
    arm(pause);
  };
  const stop = effect(() => {
    void ledger.version.value;
    arm(quiet);
  });
  return () => {
    stop();
    cancel();
  };
};
