/** The steps of the catalogue and what chooses among them, in a part of their own that comes after the first paint. */
import { stepCatalogue } from "@belay/content";
import { effect } from "@preact/signals";
import type { Engine } from "../engine/engine.ts";
import type { Guide } from "../engine/guide.ts";
import { createGuide } from "../engine/offer.ts";
import { inSlices } from "./evidence/in-slices.ts";

/**
 * Hands over a guide once the log is open and was read, a short turn at a time: what is on the screen is drawn before,
 * and a long record does not hold it up. What is recorded meanwhile is read when the guide is first asked.
 */
export const bringGuide = (engine: Pick<Engine, "phase" | "state" | "today">, ready: (guide: Guide) => void): void => {
  const guide = createGuide(stepCatalogue);
  let begun = false;
  effect(() => {
    if (engine.phase.value.kind !== "open" || begun) return;
    begun = true;
    inSlices(guide.read(engine.state.peek(), engine.today()), () => ready(guide));
  });
};
