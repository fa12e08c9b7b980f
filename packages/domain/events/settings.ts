/** Facts about how the person wants the programme to be. */
import * as v from "valibot";
import { line } from "./fields.ts";

/** A choice was made; `null` leaves a choice as it was. `country` is an ISO 3166-1 code, or `EU`. */
export const settingsChosen = v.strictObject({
  country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  signAs: v.nullable(line),
  keepCopy: v.nullable(v.boolean()),
  touch: v.nullable(v.boolean()),
});

/** The notes before the first use were read. */
export const introSeen = v.strictObject({ version: v.literal(1) });

/** A backup file was written. */
export const backupMade = v.strictObject({});

/** How the breath pacer goes: seconds in and out, in tenths (2 to 8 s each); sound and vibration are off unless chosen. */
export const breathSet = v.strictObject({
  inTenths: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(80)),
  outTenths: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(80)),
  sound: v.boolean(),
  vibration: v.boolean(),
});

/** How much the app says by itself: as now, less, or nothing until it is opened on purpose. */
export const paces = ["as-now", "quieter", "resting"] as const;

/** A pace was chosen. */
export const paceChosen = v.strictObject({ pace: v.picklist(paces) });

/** Reminders: off unless set. `weekday` 1 (Monday) to 7, or null for every day; `minute` of the local day, 0 to 1439. */
export const remindersSet = v.strictObject({
  on: v.boolean(),
  weekday: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439)),
});
