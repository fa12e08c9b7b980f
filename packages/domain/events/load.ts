/** Facts about what is being carried, and what the person wants to do about it. */
import * as v from "valibot";
import { id, line, note, percent } from "./fields.ts";

/** The three kinds of load. */
export const loadKinds = ["emotional", "financial", "logistical"] as const;
/** A kind's name. */
export type LoadKind = (typeof loadKinds)[number];

/** What can be done with one thing that is carried; `keep` is a choice like the others. */
export const loadChoices = ["keep", "share", "hand-over", "drop", "say-no"] as const;
/** A choice's name. */
export type LoadChoice = (typeof loadChoices)[number];

/** Something is being carried. */
export const loadAdded = v.strictObject({ load: id, title: line, sort: v.picklist(loadKinds) });

/** What is to become of it, why, and what would be good enough; the newest decision stands, all are kept. */
export const loadDecided = v.strictObject({
  load: id,
  choice: v.picklist(loadChoices),
  why: note,
  enough: note,
});

/** A step was taken up for it. */
export const loadLinked = v.strictObject({ load: id, experiment: id });

/** It is not carried any more, whoever has it now. */
export const loadPutDown = v.strictObject({ load: id });

/** How much resentment there is, 0 to 100, and what about; a gauge, not a fault. */
export const resentmentNoted = v.strictObject({ level: percent, about: note });

/** A limit set with oneself, such as an hour at which work ends. */
export const limitSet = v.strictObject({ limit: id, text: line });

/** A limit was let go. */
export const limitDropped = v.strictObject({ limit: id });
