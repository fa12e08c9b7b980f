/** How bodies of old versions become bodies of the newest one. */
import * as v from "valibot";

/** One step from a version that is no longer written to the next. `read` is null when the old body is malformed. */
export type Upcast = { readonly to: string; readonly read: (body: unknown) => unknown };

/** Old kinds and versions, each with the way to its successor. */
export type Upcasts = { readonly [kind: string]: Upcast };

/** An upcast that checks the old body against its frozen shape first. `turn` must be total and pure. */
export const upcast = <Old, New>(
  shape: v.GenericSchema<unknown, Old>,
  to: string,
  turn: (old: Old) => New,
): Upcast => ({
  to,
  read: (body) => {
    const old = v.safeParse(shape, body);
    return old.success ? turn(old.output) : null;
  },
});

/**
 * The table, by `kind@version`. Every kind is at its first version, so it is empty. When `x@2` comes: the shape of
 * `x@1` moves beside its upcast here, `catalogue.ts` gets the new shape, and the golden `x-1` fixtures stay.
 */
export const upcasts: Upcasts = {};

/** The newest kind and body that `kind` leads to. Follows at most `limit` steps, so that a loop in the table ends. */
export const raise = (
  kind: string,
  body: unknown,
  table: Upcasts,
  limit = 32,
): { readonly kind: string; readonly body: unknown } => {
  const step = Object.hasOwn(table, kind) ? table[kind] : undefined;
  return step === undefined || limit === 0 ? { kind, body } : raise(step.to, step.read(body), table, limit - 1);
};
