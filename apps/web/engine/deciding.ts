/** The domain's decisions, where they are at hand from the start. */
import { decide } from "@belay/domain";
import type { BringDecide } from "./journal.ts";

/** For whoever builds a journal without the acts that are fetched later: tests, tools, simulations. */
export const decideAtOnce: BringDecide = () => Promise.resolve(decide);
