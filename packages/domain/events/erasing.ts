/** The fact that another fact was erased: only its id stays, so that a late copy does not bring it back. */
import * as v from "valibot";
import { id } from "./fields.ts";

/** An entry was erased. `id` is the entry's own id, not that of a person or an experiment in it. */
export const entryErased = v.strictObject({ id });
