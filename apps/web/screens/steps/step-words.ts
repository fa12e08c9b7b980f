/** Puts a name into a sentence of the catalogue. */

/** The sentence with the other person's name in it, or without its empty place. */
export const withName = (sentence: string, name: string | null): string =>
  name === null ? sentence.replace(/,? ?\{name\}/g, "") : sentence.replaceAll("{name}", name);
