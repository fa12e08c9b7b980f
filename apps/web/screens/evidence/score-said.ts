/** Says a score and the part of a questionnaire that it belongs to, wherever numbers are read. */
import type { Scale } from "@belay/measures";
import { i18n } from "../words.ts";

/** A number with so many places behind the point at most. */
export const placesOf = (value: number, maximumFractionDigits = 2): string =>
  new Intl.NumberFormat(i18n.locale, { maximumFractionDigits }).format(value);

/** A score as it is read: one place behind the point at most, two for a mean. */
export const scoreWords = ({ how }: Scale, value: number): string => placesOf(value, how === "mean" ? 2 : 1);

/** The words of a score within an instrument; one without words of ours has its owners' name. */
export const scaleWord = ({ name }: Scale): string =>
  Object.hasOwn(i18n.messages, `change.scale.${name}`) ? i18n._(`change.scale.${name}`) : name;
