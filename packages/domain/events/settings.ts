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
