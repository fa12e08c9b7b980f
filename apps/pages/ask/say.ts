/** Turns a sentence's id into text or nodes, with names kept apart from the direction of the words around them. */
import { parseDay } from "@belay/basics";
import { answer } from "@belay/content";
import { el } from "./dom.ts";

/** The id of one sentence of this page. */
export type AnswerId = keyof typeof answer;

type Values = Readonly<Record<string, string>>;

const place = /\{([a-z]+)\}/;

/** The sentence with its places filled. A place without a value stays as it is: our bug, and visible. */
export const say = (id: AnswerId, values: Values = {}): string => {
  const text: string = answer[id];
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
};

/** The same as nodes: each value stands in a `bdi`, so that no name can turn the sentence around. */
export const sayNodes = (id: AnswerId, values: Values): readonly (Node | string)[] => {
  const nodes: (Node | string)[] = [];
  let rest: string = answer[id];
  for (let found = place.exec(rest); found !== null; found = place.exec(rest)) {
    const value = values[found[1] ?? ""];
    nodes.push(rest.slice(0, found.index), value === undefined ? found[0] : el("bdi", {}, value));
    rest = rest.slice(found.index + found[0].length);
  }
  return [...nodes, rest];
};

/**
 * A name fit to stand inside a sentence: one line, without control characters, without the invisible ones that
 * reorder text (Unicode bidirectional algorithm, UAX 9: embeddings, overrides and isolates), and with at most three
 * marks on a letter, which is what pointed Hebrew needs.
 */
export const plainName = (name: string): string => {
  const clean = name
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, "")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return clean === "" ? "—" : clean;
};

/** The language of the sentences, with the reader's own region where it is the same language: for days and names. */
export const language = (): string => (/^en\b/.test(navigator.language) ? navigator.language : "en");

const written = (day: string, locale: string, form: Intl.DateTimeFormatOptions): string => {
  const parsed = parseDay(day);
  if (!parsed.ok) return day;
  const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
  return format.format(new Date(`${parsed.value}T00:00:00Z`));
};

/** A day of these weeks, such as "Thursday 26 November". */
export const sayDay = (day: string, locale: string = language()): string =>
  written(day, locale, { weekday: "long", day: "numeric", month: "long" });

/** A day of any year, such as "26 November 2026". */
export const sayDate = (day: string, locale: string = language()): string =>
  written(day, locale, { day: "numeric", month: "long", year: "numeric" });

/** The asker's language tag when the platform knows its form, else null. For the note's `lang` alone. */
export const languageTag = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Only a RangeError can come here: the tag is not well formed, and then nothing is claimed about it.
    return null;
  }
};
