/** Facts about looking at where it came from. What is written there is not recorded, save one sentence that was chosen. */
import * as v from "valibot";
import { id, note, percent } from "./fields.ts";

/** How a sitting ended: by itself, stopped by the person, by the clock, or because distress rose. */
export const originEnds = ["done", "stopped", "time", "rose"] as const;
/** An end's name. */
export type OriginEnd = (typeof originEnds)[number];

/** The room was switched on or off. */
export const originsSwitched = v.strictObject({ on: v.boolean() });

/** A sitting began, with the distress before it, 0 to 100. */
export const originsBegun = v.strictObject({ session: id, before: percent });

/** It ended. `after` is null when it was not said. `kept` is the one sentence to keep; `familiar` are prompts ticked. */
export const originsEnded = v.strictObject({
  session: id,
  after: v.nullable(percent),
  end: v.picklist(originEnds),
  familiar: v.pipe(v.array(id), v.maxLength(40)),
  kept: note,
});

/** A sitting was taken out of everything that is shown. */
export const originsForgotten = v.strictObject({ session: id });
