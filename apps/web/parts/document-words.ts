/** Sets names and days into the words around a document, the same for its preview, its page and its print. */
import type { LocalDay } from "@belay/basics";
import type { DocumentDoc } from "./document-shape.ts";
import type { DocumentWords } from "./document.tsx";

/** The sentences, with places such as `{from}` in them. The content room holds them. */
export interface DocumentSentences {
  readonly title: string;
  readonly for: string;
  readonly why: string;
  readonly made: string;
  readonly until: string;
  readonly note: string;
  readonly contents: string;
  readonly rows: string;
  readonly running: string;
  readonly band: string;
  readonly noAnswer: string;
}

/**
 * A name fit to stand inside a sentence: one line, without control characters and without the invisible ones that
 * reorder text (UAX 9).
 */
const plain = (name: string): string => {
  const clean = name
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return clean === "" ? "—" : clean;
};

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The words of one document. `written` puts a day into words. */
export const documentWords = (
  doc: DocumentDoc,
  sentences: DocumentSentences,
  written: (day: LocalDay) => string,
): DocumentWords => {
  const until = written(doc.until);
  const values = { from: plain(doc.from), to: plain(doc.to), until };
  const facts = [
    { name: sentences.for, words: doc.to },
    { name: sentences.why, words: doc.purpose },
    { name: sentences.made, words: written(doc.madeOn) },
    { name: sentences.until, words: until },
  ];
  return {
    title: filled(sentences.title, values),
    facts: facts.filter(({ words }) => words.trim() !== ""),
    note: sentences.note,
    contents: sentences.contents,
    allRows: (count) => filled(sentences.rows, { count: String(count) }),
    running: filled(sentences.running, values),
    band: sentences.band,
    noAnswer: sentences.noAnswer,
  };
};
