/** Lets many changes be made as one: what the work under way has made itself may be changed in place. */

/**
 * What a bulk of changes has made: tables and their pieces, and lists with what they hold by key. Nobody else has seen
 * them, so the next change of the same bulk need not copy them.
 */
export type Bulk = {
  readonly made: WeakSet<object>;
  readonly byKey: WeakMap<object, Map<string, unknown>>;
};

/** A bulk that has made nothing yet. */
export const newBulk = (): Bulk => ({ made: new WeakSet(), byKey: new WeakMap() });

let own: Bulk | null = null;

/** The bulk of the work under way, or null. */
export const currentBulk = (): Bulk | null => own;

/**
 * Does many changes as one: tables and lists that came of a change within `work` are changed in place by the next one.
 * Nothing that was there before is touched, and what `work` gives never changes afterwards, unless a later call is given
 * the same `bulk`: then what the calls before it gave may not be used any more. Only the last of the tables that came of
 * one another may be used, so no fold may look at the table before a change once it has the one after it.
 */
export const inBulk = <T>(work: () => T, bulk: Bulk = newBulk()): T => {
  if (own !== null) return work();
  own = bulk;
  try {
    return work();
  } finally {
    own = null;
  }
};
