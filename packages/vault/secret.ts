/** Holds secret bytes so that printing, serialising or comparing the holder shows nothing. */

/** Secret bytes. Prints as an empty object; cannot be posted to another realm by accident. */
export interface Secret {
  /** The bytes themselves, not a copy: for the one call that needs them. */
  readonly expose: () => Uint8Array;
  /** Overwrites the bytes. What was derived from them before stays as it is. */
  readonly wipe: () => void;
}

/** Takes a copy of `bytes` into a holder; the caller may wipe its own array. */
export const asSecret = (bytes: Uint8Array): Secret => {
  const own = Uint8Array.from(bytes);
  return Object.freeze({ expose: () => own, wipe: () => void own.fill(0) });
};

/** Chance, as an argument: `length` bytes from the platform's secure generator, fresh on every call. */
export type Random = (length: number) => Uint8Array;
