/** Tells how hard a text is to read, as a school grade. */

/** Pieces that end in a full stop, a question mark or an exclamation mark; closing quotes stay with their piece. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.?!…][”’)]?)\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));

/** Words: runs of letters or digits; an apostrophe or a hyphen inside joins, a comma or point only inside a number. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}+(?:[’'-]\p{L}+)*/gu) ?? [];

/** Vowels that are written together but said apart, as in “idea”, “being”, “quiet”, “via”. */
const saidApart = /ia(?!l|n\b)|ie(?=t)|io(?=[dlt])|iu|uo(?!r)|ea(?=\b|[^a-z])|ei(?=ng)|yi(?=ng)|oi(?=ng)|ue(?=l)/g;

/** Endings whose e is silent: a bare e, es after most letters, ed after anything but t and d. */
const silent = /(?:[^laeiouy]es|[^tdlaeiouy]ed|[^l\W]e|[aeiouy]le)$/;

/** Hissing letters before “es” keep it heard: “houses”, “boxes”, “pages”. */
const heardEs = /(?:[sxzcg]|sh|ch)es$/;

/**
 * How many syllables an English word has, at least 1. A guess by its letters: vowel groups, less a silent e.
 * Numbers count as 1, parts joined by a hyphen are added up. Right for most everyday words, off by one on some.
 */
export const syllablesOf = (word: string): number => {
  const parts = word.toLowerCase().split("-");
  if (parts.length > 1) return parts.reduce((sum, part) => sum + syllablesOf(part), 0);
  // “doesn’t” and “isn’t” have a beat of their own for n’t; “don’t” and “can’t” have not.
  const beat = /[sd]n[’']t$/.test(word.toLowerCase()) ? 1 : 0;
  const bare = word.toLowerCase().replace(/n?[’'][a-z]*$/u, (cut) => (cut.startsWith("n") && beat === 0 ? "n" : ""));
  const groups = bare.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = bare.match(saidApart)?.length ?? 0;
  const lost = silent.test(bare) && !heardEs.test(bare) ? 1 : 0;
  return Math.max(1, groups + apart - lost + beat);
};

/**
 * Flesch-Kincaid grade: the US school grade that can read a text; grade 7 is age 12 to 13. May fall below 0 for
 * very short words. An empty text has grade 0.
 * Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75, Naval Technical Training Command.
 */
export const fleschKincaidGrade = (texts: readonly string[]): number => {
  const sentences = texts.flatMap(sentencesOf).length;
  const words = texts.flatMap(wordsOf);
  if (words.length === 0 || sentences === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
};
