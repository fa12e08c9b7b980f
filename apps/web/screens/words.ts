/** Gives screens their sentences: the one catalogue, typed by its ids. */
import { setupI18n, type Messages } from "@lingui/core";
import { dayNumber, type LocalDay } from "@belay/basics";
import type { messagesEn } from "@belay/content";

/** The id of a sentence, prefixed by its area: `today.title`. */
export type MessageId = keyof typeof messagesEn;

/** What a sentence may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** The reader of messages; the build gives it compiled ones, tests give it a compiler. */
export const i18n = setupI18n({ locale: "en", messages: { en: {} } });

/** Makes a catalogue readable; call it before anything is drawn. */
export const loadWords = (messages: Messages): void => i18n.load("en", messages);

/** The sentence with that id: `t("today.title", { name })`. Unknown ids do not compile. */
export const t = (id: MessageId, values?: Values): string =>
  i18n._(id, values === undefined ? undefined : { ...values });

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
