/** What a person asked to be recorded: the fields of the fact, less the ids that the stamp mints. */
import { ok, type LocalDay, type Result } from "@belay/basics";
import type { DomainEvent, EventKind, RawBodyOf } from "./catalogue.ts";
import { factFrom } from "./fact.ts";
import type { Id } from "./fields.ts";
import type { Refusal } from "./refusal.ts";

/** Time (milliseconds), local day and one fresh random id, taken once at the tap. A retry uses the same stamp. */
export type Stamp = { readonly at: number; readonly day: LocalDay; readonly id: Id };

/** A command whose fields are those of the kind `K`, without the minted ones. */
export type CommandFor<Name extends string, K extends EventKind, Minted extends string = never> = {
  readonly kind: Name;
} & Omit<RawBodyOf<K>, Minted>;

/** What a command leads to. */
export type Decision = Result<readonly DomainEvent[], Refusal>;

/** The one fact of `kind` that `source` holds the fields of. */
export const record = (kind: EventKind, source: object): Decision => {
  const made = factFrom(kind, source);
  return made.ok ? ok([made.value]) : made;
};
