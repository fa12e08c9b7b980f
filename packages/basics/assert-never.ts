/** Makes an unhandled case of a union a compile error, and a loud bug if it ever runs. */

/** Call in the `default` of an exhaustive switch. Throws, because reaching it is our bug. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${typeof value}`);
};
