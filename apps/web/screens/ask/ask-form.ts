/** The composer's form, as its draft keeps it, and what the silence plan is made of. */
import { addDays, parseDay, type LocalDay } from "@belay/basics";
import type { Ask } from "@belay/domain";

/** Everything of one ask that is not recorded yet. */
export type AskForm = {
  /** The ask itself, as it will go out. */
  readonly words: string;
  /** The parts it can be built from; they stay when the words are changed by hand. */
  readonly feeling: string;
  readonly what: string;
  readonly when: string;
  /** Whether the built ask says that asking is hard. */
  readonly hard: boolean;
  /** `direct` or `indirect`. */
  readonly tone: string;
  /** Whether a date was decided on: `none`, `set`, or empty while undecided. */
  readonly wait: string;
  /** `YYYY-MM-DD` or empty. */
  readonly by: string;
  /** What the person will do then; it is theirs and is never shown to anyone. */
  readonly then: string;
  /** Whether the other person sees the day. */
  readonly share: boolean;
  /** The name that a link shows. */
  readonly from: string;
  /** Whether a link asks how it was to be asked. */
  readonly howItWas: boolean;
  /** How many days a link stays open. */
  readonly days: number;
};

/** Nothing written, nothing decided; a link would stay open for a week (`security.md`, the usual term). */
export const emptyAsk: AskForm = {
  words: "",
  feeling: "",
  what: "",
  when: "",
  hard: true,
  tone: "direct",
  wait: "",
  by: "",
  then: "",
  share: true,
  from: "",
  howItWas: false,
  days: 7,
};

/** Days to wait that are offered as one press. */
export const waits = [1, 3, 7] as const;

/** The days a link may stay open, as offered. */
export const openDays = [1, 7, 30] as const;

/** The days that can be waited for: tomorrow to a quarter of a year on. */
export const waitable = (today: LocalDay): { readonly first: LocalDay; readonly last: LocalDay } => ({
  first: addDays(today, 1),
  last: addDays(today, 90),
});

/** The day that was decided on; null when none was, or what stands there is no day to wait for. */
export const waitDay = (form: Pick<AskForm, "wait" | "by">, today: LocalDay): LocalDay | null => {
  if (form.wait !== "set") return null;
  const day = parseDay(form.by);
  const { first, last } = waitable(today);
  return day.ok && day.value >= first && day.value <= last ? day.value : null;
};

/** Whether it was decided what happens in silence; “no date” is a decision, an unfinished date is none. */
export const silenceDecided = (form: Pick<AskForm, "wait" | "by">, today: LocalDay): boolean =>
  form.wait === "none" || waitDay(form, today) !== null;

/**
 * The plan for silence as it is recorded. `closesOn` is the last day of a link, null without one: where nothing else was
 * decided, that is the day.
 */
export const silenceOf = (
  form: Pick<AskForm, "wait" | "by" | "then">,
  today: LocalDay,
  closesOn: LocalDay | null = null,
): Ask["silence"] => {
  const by = waitDay(form, today) ?? (form.wait === "none" ? null : closesOn);
  return by === null ? null : { by, then: form.then.trim() };
};
