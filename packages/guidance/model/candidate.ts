/** Something that could be offered, with what choosing has to know of it. */
import type { Act } from "./distance.ts";
import type { Outlook } from "./predict.ts";

/** Something that could be offered. `felt` is the expected true peak in points, `unsafe` a chance. */
export type Candidate = {
  readonly act: Act;
  readonly context: string;
  readonly outlook: Outlook;
  readonly felt: number;
  readonly unsafe: number;
};
