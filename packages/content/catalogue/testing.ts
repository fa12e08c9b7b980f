/** What every sentence of a content table must keep to, as one check that the tests of the tables share. */

/** What no sentence may hold, each with a name; the same in every table. */
export const wordRules: readonly (readonly [name: string, rule: RegExp])[] = [
  ["an exclamation mark", /!/],
  ["a straight quote", /['"]/],
  ["a stray space", /^\s|\s$|\s\s/],
  [
    "a label",
    /\b(avoidant|disorder|symptoms?|toxic|hyper-?independen\w+|patholog\w+|diagnos\w+|co-?dependent|narciss\w+)\b/i,
  ],
  ["a statement of what somebody is or has", /\byou (are|have) (an?|the) \w*(type|person|problem|issue|condition)\b/i],
  ["a promise", /\b(promise[sd]?|guarantee[sd]?|definitely|certainly|surely|will say yes|heal(s|ed|ing)?|cures?)\b/i],
  ["praise", /\b(well done|good job|bravo|amazing|awesome|congratulations)\b/i],
  ["pressure", /\b(overdue|streak|incomplete|you failed|don’t give up)\b/i],
];

/** The sentences of a text, cut at full stops, question marks, colons and semicolons. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.?:;]”?)\s+/).filter((part) => part !== "");

/** The words of a text: letters and digits, with apostrophes and hyphens inside. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’-]+/gu) ?? [];

/** How many words a sentence has, on average over all texts. */
export const meanWords = (texts: readonly string[]): number =>
  texts.flatMap(wordsOf).length / texts.flatMap(sentencesOf).length;

/**
 * Automated readability index (Smith & Senter 1967): about the US school grade that can read the texts.
 * Grade 7 is age 12 to 13.
 */
export const gradeOf = (texts: readonly string[]): number => {
  const words = texts.flatMap(wordsOf);
  return 4.71 * (words.join("").length / words.length) + 0.5 * meanWords(texts) - 21.43;
};

/** Names of the rules that the texts break, with the text; empty when all is well. */
export const brokenRules = (texts: readonly string[]): readonly string[] =>
  wordRules.flatMap(([name, rule]) => texts.filter((text) => rule.test(text)).map((text) => `${name}: ${text}`));
