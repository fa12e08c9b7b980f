/** What a page for a therapist is composed of, as a draft keeps it, and the document that it makes. */
import { addDays, utf8, type LocalDay } from "@belay/basics";
import type { DocumentDoc, Section } from "../../parts/document-shape.ts";

/** How long it can be read, in days; the domain takes 90 at most. */
export const dayChoices = [7, 14, 30, 60, 90] as const;

/** Longest texts, as the wire room allows them (its `shareLimits`). */
export const longest = { name: 60, purpose: 300, own: 3000, sentence: 600 } as const;

/** The form. `picked` holds the ids of ticked sections with spaces between. */
export type ShareForm = {
  readonly picked: string;
  readonly own: string;
  readonly to: string;
  readonly from: string;
  readonly purpose: string;
  readonly days: number;
};

/** Nothing is ticked for anybody. */
export const emptyShare: ShareForm = { picked: "", own: "", to: "", from: "", purpose: "", days: 30 };

/** Ids of the sections that are never among the figures: own words, the safety plan, question 9 of the PHQ-9. */
export const closer = { own: "own-words", plan: "safety-plan", item9: "phq9-item-9" } as const;

/** Ids of what is ticked. */
export const pickedIds = ({ picked }: Pick<ShareForm, "picked">): readonly string[] =>
  picked.split(" ").filter((id) => id !== "");

/** The same with one switched. */
export const withPicked = (form: Pick<ShareForm, "picked">, id: string, on: boolean): string =>
  [...pickedIds(form).filter((other) => other !== id), ...(on ? [id] : [])].join(" ");

/** Own words as paragraphs of at most 600 characters, cut between words where one is longer; nothing is left out. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\n{2,}/)
    .flatMap(cut)
    .filter((part) => part !== "");

const cut = (text: string): readonly string[] => {
  if (text.length <= longest.sentence) return [text.trim()];
  const space = text.lastIndexOf(" ", longest.sentence);
  const at = space > 0 ? space : longest.sentence;
  return [text.slice(0, at).trim(), ...cut(text.slice(at).trim())];
};

/** At most twelve paragraphs; where there are more, short ones stand together. */
const ownSentences = (text: string): readonly string[] => {
  const parts = paragraphs(text);
  const together = parts.reduce<readonly string[]>((made, part) => {
    const last = made.at(-1);
    return last !== undefined && parts.length > 12 && last.length + part.length + 2 <= longest.sentence
      ? [...made.slice(0, -1), `${last}\n\n${part}`]
      : [...made, part];
  }, []);
  return together.slice(0, 12);
};

/** What is ticked, in the order in which it stands: own words first, then the sections as they were offered. */
export const chosen = (form: ShareForm, offered: readonly Section[], ownTitle: string): readonly Section[] => {
  const ids = pickedIds(form);
  const sentences = ownSentences(form.own);
  const own: Section = { id: closer.own, title: ownTitle, sentences, figure: null, table: null };
  return [...(sentences.length > 0 ? [own] : []), ...offered.filter(({ id }) => ids.includes(id))];
};

/** The document: the very thing that is previewed, encoded and sent. */
export const docOf = (
  form: ShareForm,
  sections: readonly Section[],
  { today, until, locale }: { readonly today: LocalDay; readonly until: LocalDay; readonly locale: string },
): DocumentDoc => ({
  v: 1,
  locale,
  from: form.from.trim(),
  to: form.to.trim(),
  purpose: form.purpose.trim(),
  madeOn: today,
  until,
  sections,
});

/** The last day on which it can be read. */
export const untilOf = ({ days }: Pick<ShareForm, "days">, today: LocalDay): LocalDay => addDays(today, days);

/** The document as it goes into the envelope, byte by byte. */
export const docBytes = (doc: DocumentDoc): Uint8Array => utf8(JSON.stringify(doc));

/** The most bytes of a document: 128 KiB, less its length field (`shareCap` of the wire room). */
export const mostBytes = 128 * 1024 - 4;

/** What is missing before it can be looked over. */
export type Missing = "pick" | "to" | "from" | "purpose";

/** Everything that is missing, in the order of the page. */
export const missing = (form: ShareForm): readonly Missing[] => [
  ...(pickedIds(form).length === 0 && form.own.trim() === "" ? (["pick"] as const) : []),
  ...(["to", "from", "purpose"] as const).filter((field) => form[field].trim() === ""),
];

/** Titles of sections that are new, gone or different in `after`. */
export const changed = (before: DocumentDoc, after: DocumentDoc): readonly string[] => {
  const said = new Map(before.sections.map((section) => [section.id, JSON.stringify(section)]));
  const stays = new Set(after.sections.map(({ id }) => id));
  return [
    ...after.sections.filter((section) => said.get(section.id) !== JSON.stringify(section)),
    ...before.sections.filter(({ id }) => !stays.has(id)),
  ].map(({ title }) => title);
};

/** A document that was kept as text on this device; null where there is none, or it is of another version. */
export const keptDoc = (text: string | null): DocumentDoc | null => {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDoc(value) ? value : null;
  } catch {
    // Written by this very app and sealed; where it does not read, it is the same as none.
    return null;
  }
};

const isDoc = (value: unknown): value is DocumentDoc =>
  typeof value === "object" &&
  value !== null &&
  Reflect.get(value, "v") === 1 &&
  Array.isArray(Reflect.get(value, "sections"));
