/** Gives screens their sentences: the one catalogue, typed by its ids. */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { messagesEn } from "@belay/content";
import { filler, type Sentence, type Values } from "./sentence.ts";

export type { Values } from "./sentence.ts";

/** The id of a sentence, prefixed by its area: `today.title`. */
export type MessageId = keyof typeof messagesEn;

/** Sentences by id: compiled by the build, or plain, which tests compile when they are read. */
export type Messages = Readonly<Record<string, Sentence | string>>;

/** Reads a plain sentence; none in the app itself. */
let compile: (text: string) => Sentence = (text) => [text];

/** The reader of messages: its language, and the door by which tests give it a compiler. */
export const i18n = {
  locale: "en",
  setMessagesCompiler: (compiler: (text: string) => Sentence): void => void (compile = compiler),
};

const fill = filler(i18n.locale);

/** Every sentence that has arrived. */
const sentences = new Map<string, Sentence | string>();

/** Makes a catalogue readable; call it before anything is drawn. */
export const loadWords = (messages: Messages): void => {
  for (const [id, sentence] of Object.entries(messages)) sentences.set(id, sentence);
};

/** The sentence with that id: `t("today.title", { name })`. Unknown ids do not compile; one not here yet shows its id. */
export const t = (id: MessageId, values: Values = {}): string => {
  const sentence = sentences.get(id) ?? id;
  return fill(typeof sentence === "string" ? compile(sentence) : sentence, values);
};

/** How much of a day is said. */
const dayForms = {
  /** Sunday 22 November */
  long: { weekday: "long", day: "numeric", month: "long" },
  /** 22 November */
  middle: { day: "numeric", month: "long" },
  /** 22 November 2026 */
  dated: { day: "numeric", month: "long", year: "numeric" },
  /** Sunday */
  weekday: { weekday: "long" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** The region that dates are written for: the device's own where it speaks the app's language. */
const region = (): string => {
  const own = typeof navigator === "undefined" ? undefined : navigator.language;
  return own !== undefined && own.startsWith(i18n.locale) ? own : i18n.locale;
};

/** Writers of dates by region and form: making one takes longer than writing a hundred days with it. */
const writers = new Map<string, Intl.DateTimeFormat>();

const writerOf = (form: keyof typeof dayForms): Intl.DateTimeFormat => {
  const key = `${region()}/${form}`;
  const known = writers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(region(), { ...dayForms[form], timeZone: "UTC" });
  writers.set(key, made);
  return made;
};

/** A calendar day in the reader's language, without any zone. */
export const dayWords = (day: LocalDay, form: keyof typeof dayForms = "middle"): string =>
  writerOf(form).format(dayNumber(day) * 86_400_000);

/** "today", "yesterday", "in 3 days", as the reader's language says it. */
export const daysApart = (from: LocalDay, to: LocalDay): string =>
  new Intl.RelativeTimeFormat(i18n.locale, { numeric: "auto" }).format(dayNumber(to) - dayNumber(from), "day");
