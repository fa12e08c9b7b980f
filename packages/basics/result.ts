/** Carries expected trouble as a value instead of a throw. */

/** A success that holds `value`, or a failure that holds a tagged `error`. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failure; `error` is plain tagged data such as `{ type: "NoteTooLong", max, got }`. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
