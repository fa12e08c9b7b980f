/** Facts about the shifts towards interdependence, asked again every month. */
import * as v from "valibot";
import { id } from "./fields.ts";

/** 0 (not at all) to 4 (very much). */
export const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4));

/** Some of the shifts were answered; those left empty are not in the list. */
export const shiftsAnswered = v.strictObject({
  answers: v.pipe(v.array(v.strictObject({ shift: id, level })), v.minLength(1), v.maxLength(40)),
});
