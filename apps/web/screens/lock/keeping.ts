/** Starts the watch over the real page once the app is open; it is fetched after the first view. */
import type { Engine } from "../../engine/engine.ts";
import { coverPage } from "./cover.ts";
import { keepWatch } from "./keeper.ts";
import { lockUp } from "./lock-up.ts";

/** The page is covered whether there is a lock or not; it closes only where there is one. */
export const startKeeping = ({ lock, phase }: Pick<Engine, "lock" | "phase">): (() => void) => {
  let closing = false;
  return keepWatch(document, {
    now: () => Date.now(),
    guarded: () => lock.status.value.locked && (phase.value.kind === "open" || phase.value.kind === "glance"),
    lock: () => {
      if (!closing) void lockUp(document, lock);
      closing = true;
    },
    cover: (on) => coverPage(document, on || closing),
  });
};
