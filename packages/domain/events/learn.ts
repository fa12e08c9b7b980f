/** Facts about cards that were read, so that each shows itself once at its moment. */
import * as v from "valibot";
import { id } from "./fields.ts";

/** What was done with a card at its moment. */
export const cardFates = ["opened", "not-now"] as const;

/** A card was opened or waved away. */
export const cardSeen = v.strictObject({ lesson: id, fate: v.picklist(cardFates) });
