/** Finds what a message asks for, and whether it says what and when. */
import { endsAt, findAll, holds, longest, readerOf, type Found, type Reader } from "./pattern.ts";
import { endsSentence, isPunctuation } from "./plain.ts";
import type { Ready, ReadyRequest } from "./ready.ts";

/** One place where something is asked: the words `first` to before `end` open it. */
export interface Asking extends Found {
  /** The act could be seen done, or the thing handed over. Null: it only points back ("would you?"). */
  readonly what: boolean | null;
  /** A time belongs to it. */
  readonly when: boolean;
  /** It asks to be told something; without a time that is a question, not a request. */
  readonly told: boolean;
}

/** What one sentence holds. It begins at the mark before it and ends after its own. */
interface Sentence extends Found {
  readonly openings: readonly Found[];
  /** It holds a time that may belong to a request. */
  readonly timed: boolean;
  /** It asks whether somebody is free, or asks something else about that time. */
  readonly free: boolean;
}

/** How many words after an opening, or around a time, are looked at. Keeps time linear. */
const view = 40;

/** Stands for words that are no time after all. */
const struck = "_";

const sentenceEnds = (words: readonly string[]): readonly number[] =>
  words.flatMap((word, at) => (endsSentence(word) ? [at] : []));

const without = (words: readonly string[], found: readonly Found[], instead: readonly string[]): readonly string[] => {
  const left: string[] = [];
  let at = 0;
  for (const { first, end } of found) {
    left.push(...words.slice(at, first), ...Array.from({ length: end - first }, () => instead).flat());
    at = end;
  }
  return [...left, ...words.slice(at)];
};

/** The act alone: without times, fillers, and whatever comes after the clause. Ends with a mark. */
const actAt = (words: readonly string[], from: number, request: ReadyRequest): readonly string[] => {
  const stop = words.findIndex((word, at) => at >= from && endsSentence(word));
  let rest: readonly string[] = words.slice(from, Math.min(stop + 1, from + view));
  for (const list of [request.notTimes, request.times, request.fillers, request.fillers]) {
    rest = without(rest, findAll(list, readerOf(rest)), []);
  }
  const begin = rest.findIndex((word) => !isPunctuation(word));
  const clause = begin < 0 ? [] : rest.slice(begin);
  const reader = readerOf(clause);
  const end = clause.findIndex(
    (word, at) => isPunctuation(word) || (at > 0 && longest(request.turns, reader, at) > at),
  );
  return [...(end < 0 ? clause : clause.slice(0, end)), "."];
};

/** True when all of `act` but its last mark is made of words that name no act. */
const isGeneric = (act: readonly string[], request: ReadyRequest): boolean => {
  const reader = readerOf(act);
  let at = 0;
  while (at < act.length - 1) {
    const end = longest(request.generic, reader, at);
    if (end <= at) return false;
    at = end;
  }
  return act.length > 1;
};

const places = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

const openingsIn = (reader: Reader, from: number, to: number, request: ReadyRequest): readonly Found[] => {
  const asked = ({ first, end }: Found): boolean =>
    longest(request.notAsked, reader, end) < 0 && !endsAt(request.questions, reader, first, from);
  const acts = findAll(request.acts, reader, from, to).filter(asked);
  // An order has no opening of its own: it begins where its verb does.
  const orders = places(from, to)
    .map((at): Found => ({ first: at, end: longest(request.orders, reader, at) }))
    .filter((order) => order.end >= order.first && asked(order));
  const wants = findAll(request.wants, reader, from, to).filter(({ end }) => longest(request.wanted, reader, end) >= 0);
  const own = wants.filter(({ first, end }) => !acts.some((act) => act.first < end && first < act.end));
  return [...acts, ...orders, ...own].toSorted((a, b) => a.first - b.first);
};

const joins = new Set([",", "and", "but", "so"]);

/** A time is a story's when its clause looks back, or when it belongs to a thing that the request speaks of. */
const isStory = (
  reader: Reader,
  time: Found,
  from: number,
  to: number,
  openings: readonly Found[],
  request: ReadyRequest,
): boolean => {
  const opening = openings.findLast(({ end }) => end <= time.first);
  if (opening !== undefined) return endsAt(request.elsewhere, reader, time.first, opening.end);
  const { words } = reader;
  let first = time.first;
  while (first > Math.max(from, time.first - view) && !joins.has(words[first - 1] ?? ",")) first -= 1;
  let end = time.end;
  while (end < Math.min(to, time.end + view) && !joins.has(words[end] ?? ",")) end += 1;
  return holds(request.past, reader, first, end) && !holds(request.supposed, reader, first, end);
};

const sentencesOf = (words: readonly string[], request: ReadyRequest): readonly Sentence[] => {
  const bare = readerOf(without(words, findAll(request.notTimes, readerOf(words)), [struck]));
  const reader = readerOf(words);
  const ends = sentenceEnds(words);
  return ends.slice(1).map((last, i) => {
    const [first, end] = [ends[i] ?? 0, last + 1];
    const openings = openingsIn(reader, first, end, request);
    const times = findAll(request.times, bare, first, end);
    const timed = times.some((time) => !isStory(bare, time, first, end, openings, request));
    return { first, end, openings, timed, free: words[last] === "?" || holds(request.free, reader, first, end) };
  });
};

/** A time belongs to a request beside it, after it, right before it, or further back when the request points there. */
const isTimed = (all: readonly Sentence[], at: number, echo: boolean): boolean =>
  all.some(({ timed, free }, i) => timed && (i >= at - 1 || free || (echo && i >= at - 2)));

/** Every request in a message, in order. */
export const askingsOf = (words: readonly string[], { request }: Ready): readonly Asking[] => {
  const all = sentencesOf(words, request);
  const reader = readerOf(words);
  const task = holds(request.tasks, reader);
  return all.flatMap(({ openings }, at) =>
    openings.map(({ first, end }): Asking => {
      const act = actAt(words, end, request);
      const bare = act.length === 1;
      const echo = bare || longest(request.echoes, readerOf(act), 0) >= 0 || longest(request.echoes, reader, end) >= 0;
      const back = bare || longest(request.pointing, readerOf(act), 0) >= 0;
      const what = back ? null : task || !isGeneric(act, request);
      return { first, end, what, when: isTimed(all, at, echo), told: longest(request.told, reader, end) >= 0 };
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
  const named = real.filter(({ what }) => what !== null);
  const isRequest = real.length > 0;
  // Only "would you?": the act stands in the sentence before.
  const what = named.length === 0 || named.some((each) => each.what === true);
  return { isRequest, what: isRequest && what, when: isRequest && when };
};
