/** Joins class names, leaving out the ones that do not apply. */

/** Names that apply, with spaces between; an empty text when none does. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === "string" && name !== "").join(" ");
