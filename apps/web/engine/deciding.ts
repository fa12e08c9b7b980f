/** The domain's decisions, in a file of their own: nothing is tapped before the first view stands. */
import { decide } from "@belay/domain";
import type { BringDecide } from "./journal.ts";

/** What a command comes to. */
export const decideHere = decide;

/** For whoever builds a journal and has them at hand: tests, tools, simulations. */
export const decideAtOnce: BringDecide = () => Promise.resolve(decide);
