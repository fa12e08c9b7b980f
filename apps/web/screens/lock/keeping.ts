/** Starts the watch over the real page once the app is open; it is fetched after the first view. */
import type { Engine } from "../../engine/engine.ts";
import { coverPage } from "./cover.ts";
import { keepWatch } from "./keeper.ts";

/** The page is covered whether there is a lock or not; it closes only where there is one. */
export const startKeeping = ({ lock, phase }: Pick<Engine, "lock" | "phase">): (() => void) =>
  keepWatch(document, {
    now: () => Date.now(),
    guarded: () => lock.status.value.locked && phase.value.kind === "open",
    lock: () => lock.lockNow(),
    cover: (on) => coverPage(document, on),
  });
