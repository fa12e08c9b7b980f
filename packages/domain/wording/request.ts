/** Finds what a message asks for, and whether it says what and when. */
import type { Ready, ReadyRequest } from "./compile.ts";
import { endsSentence, type Plain } from "./plain.ts";

/** One place where something is asked. `start` and `end` are offsets into the plain line. */
export interface Asking {
  readonly start: number;
  readonly end: number;
  /** The act could be seen done, or the thing handed over. Null: it only points back ("would you?"). */
  readonly what: boolean | null;
  /** A time belongs to it. */
  readonly when: boolean;
  /** It asks to be told something; without a time that is a question, not a request. */
  readonly told: boolean;
}

/** A sentence of the plain line: from the mark before it to its own mark, both included. */
interface Sentence {
  readonly start: number;
  readonly text: string;
}

interface Time {
  readonly start: number;
  readonly story: boolean;
}

/** An opening with what follows it, before times are counted. */
interface Opening {
  readonly start: number;
  readonly end: number;
  readonly rest: string;
}

/** What one sentence holds. */
interface Held {
  readonly sentence: Sentence;
  readonly openings: readonly Opening[];
  readonly times: readonly Time[];
  /** It asks whether somebody is free. */
  readonly free: boolean;
}

const sentencesOf = ({ line, words }: Plain): readonly Sentence[] => {
  const ends = words.filter(({ text }) => endsSentence(text));
  return ends.slice(1).flatMap((end, i) => {
    const start = (ends[i]?.start ?? 1) - 1;
    const text = line.slice(start, end.end + 1);
    // Two marks side by side hold no sentence.
    return text.length > 6 ? [{ start, text }] : [];
  });
};

/** How many characters after an opening, or around a time, are looked at. Keeps time linear. */
const view = 240;

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** Replaces what matches by as many dots in one word, so that every place stays where it was. */
const strike = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => ` ${"_".repeat(found.length - 1)}`);

/** The act alone: without times, fillers, and whatever comes after the clause. */
const actOf = (rest: string, request: ReadyRequest): string => {
  const bare = rest.replace(request.notTimes, "").replace(request.times, "").replace(request.fillers, "");
  const led = bare.replace(/^(?: [,])+/, "").replace(request.fillers, "");
  const mark = led.search(/ [,.!?] /);
  const clause = mark < 0 ? led : led.slice(0, mark);
  const turn = `${clause} `.search(request.turns);
  return `${turn < 0 ? clause : clause.slice(0, turn)} `;
};

const openingsOf = (sentence: Sentence, request: ReadyRequest): readonly Opening[] => {
  const found: Opening[] = [];
  const take = (pattern: RegExp, fits: (rest: string) => boolean): void => {
    for (const { 0: text, index } of sentence.text.matchAll(pattern)) {
      const end = index + text.length;
      const rest = `${sentence.text.slice(end, end + view)} `;
      if (fits(rest)) found.push({ start: sentence.start + index + 1, end: sentence.start + end, rest });
    }
  };
  take(request.acts, (rest) => !request.notAsked.test(rest));
  take(request.wants, (rest) => request.wanted.test(rest) || request.generic.test(actOf(rest, request)));
  take(request.orders, (rest) => !request.notAsked.test(rest));
  return found.toSorted((a, b) => a.start - b.start);
};

/** A time is a story's when its clause looks back, or when it belongs to a thing the request speaks of. */
const isStory = (text: string, at: number, openings: readonly { readonly end: number }[], request: ReadyRequest): boolean => {
  const opening = openings.findLast(({ end }) => end <= at);
  if (opening !== undefined) return has(request.elsewhere, `${text.slice(Math.max(opening.end, at - view), at)} `);
  const before = text.slice(Math.max(0, at - view), at + 1);
  const from = Math.max(0, ...[" , ", " and ", " but ", " so "].map((mark) => before.lastIndexOf(mark)));
  const after = text.slice(at, at + view);
  const to = after.search(/ [,.!?] | (?:and|but|so) /);
  return has(request.past, `${before.slice(from)}${to < 0 ? after : after.slice(0, to)} `);
};

const timesOf = (sentence: Sentence, openings: readonly Opening[], request: ReadyRequest): readonly Time[] => {
  const text = strike(sentence.text, request.notTimes);
  const local = openings.map(({ end }) => ({ end: end - sentence.start }));
  return [...text.matchAll(request.times)].map(({ index }) => ({
    start: sentence.start + index,
    story: isStory(text, index, local, request),
  }));
};

const holdingOf = (sentence: Sentence, request: ReadyRequest): Held => {
  const openings = openingsOf(sentence, request);
  const times = timesOf(sentence, openings, request);
  return { sentence, openings, times, free: has(request.free, sentence.text) };
};

const hasTime = (held: Held): boolean => held.times.some(({ story }) => !story);

/** Whether a time belongs to a request in `all[at]`: beside it, after it, or before it when it points back there. */
const isTimed = (all: readonly Held[], at: number, echo: boolean): boolean =>
  all.some((held, i) => hasTime(held) && (i >= at || held.free || (echo && i >= at - 2)));


/** Every request in a message, in order. */
export const askingsOf = (plain: Plain, { request }: Ready): readonly Asking[] => {
  const all = sentencesOf(plain).map((sentence) => holdingOf(sentence, request));
  const task = has(request.tasks, plain.line);
  return all.flatMap(({ openings }, at) =>
    openings.map(({ start, end, rest }): Asking => {
      const act = actOf(rest, request);
      const bare = act.trim() === "";
      const echo = bare || request.echoes.test(rest) || request.echoes.test(act);
      const what = bare ? null : task || !request.generic.test(act);
      return { start, end, what, when: isTimed(all, at, echo), told: request.told.test(rest) };
    }),
  );
};

/** What the composer's checklist shows. */
export interface RequestCheck {
  /** It names an act one could see done, or a thing one could hand over. */
  readonly what: boolean;
  /** It names a time, a day, an event or a deadline that belongs to the request. */
  readonly when: boolean;
  /** It says how the writer feels, or that asking is hard. */
  readonly feeling: boolean;
  /** It asks for something at all. `what` and `when` are false without it. */
  readonly isRequest: boolean;
}

/** Adds up the requests of one message: what and when may stand in different ones. */
export const sumUp = (askings: readonly Asking[]): Omit<RequestCheck, "feeling"> => {
  const when = askings.some((each) => each.when);
  const real = askings.filter(({ told }) => !told || when);
  const told = real.filter((each) => each.what !== null);
  // Only "would you?": the act stands in the sentence before.
  const what = told.length === 0 ? real.length > 0 : told.some((each) => each.what === true);
  const isRequest = real.length > 0;
  return { isRequest, what: isRequest && what, when: isRequest && when };
};
