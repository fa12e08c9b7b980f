/** The app's own questions, and which questions are offered weekly, every four weeks, and at the start. */
import { instruments } from "./catalogue.ts";
import type { InstrumentId } from "./ids.ts";

/** A number of times in the last seven days. Its sentence in the content room is `measures.own.<id>`. */
export type CountId = "asked" | "accepted" | "told" | "offered";

/** Sources of help that are asked about one by one: how likely, 0 to 10, and "could I reach them?". */
export const helpSources = [
  "partner",
  "friend",
  "parent",
  "otherFamily",
  "colleague",
  "professional",
  "helpline",
  "community",
  "nobody",
] as const;

/** One source of help. */
export type HelpSource = (typeof helpSources)[number];

/**
 * One question or one set of them. A count goes from 0 to `to`; a slider holds both of its ends; a choice has `options`
 * answers, and with `reason` a line of one's own that may stay empty.
 */
export type Question =
  | { readonly kind: "count"; readonly id: CountId; readonly to: number }
  | { readonly kind: "slider"; readonly id: "carriedAlone"; readonly from: 0; readonly to: 10 }
  | { readonly kind: "yesNo"; readonly id: "missedMoment"; readonly reason: true }
  | { readonly kind: "choice"; readonly id: "lonely"; readonly options: 5 }
  | { readonly kind: "sources"; readonly id: "helpSources"; readonly from: 0; readonly to: 10 }
  | { readonly kind: "instrument"; readonly id: InstrumentId; readonly optIn: boolean };

/** A count that would not fit a week is a slip of the finger. */
const most = 99;

/** The four counts that are asked by default; everything else is opt-in (product page, "The first ten minutes"). */
export const weekCounts: readonly Question[] = [
  { kind: "count", id: "asked", to: most },
  { kind: "count", id: "accepted", to: most },
  { kind: "count", id: "told", to: most },
  { kind: "count", id: "offered", to: most },
];

const form = (id: InstrumentId, optIn = false): Question => ({ kind: "instrument", id, optIn });

/** What the weekly set holds in every week. "How often do you feel lonely?" stands beside the UCLA-3 as a check. */
const everyWeek: readonly Question[] = [
  ...weekCounts,
  { kind: "slider", id: "carriedAlone", from: 0, to: 10 },
  { kind: "yesNo", id: "missedMoment", reason: true },
  form("ucla3"),
  { kind: "choice", id: "lonely", options: 5 },
];

/** The weekly set of week `week` (1, 2, …): PHQ-4 in odd weeks, SSCS-S in even ones. 14 or 16 items. */
export const weeklySet = (week: number): readonly Question[] => [
  ...everyWeek,
  form(week % 2 === 1 ? "phq4" : "sscs-s"),
];

/** The set of every fourth week: 31 items. */
export const fourWeeklySet: readonly Question[] = [
  form("keep8"),
  form("cbi-personal"),
  form("who5"),
  form("osss3"),
  { kind: "sources", id: "helpSources", from: 0, to: 10 },
];

/** The set of the start, which may be split over three days. No item 9; low mood, worry and persons are opt-in. */
export const baselineSet: readonly Question[] = [
  ...fourWeeklySet,
  form("trust5"),
  form("expressiveness5"),
  form("scs-sf"),
  form("phq8", true),
  form("gad7", true),
  form("ecr-rs", true),
];

/** Named people that the ECR-RS of the start is offered for, at most. */
export const mostPeople = 3;

/** Days over which the set of the start may be spread. */
export const baselineDays = 3;

/** A set without the instruments that this build may not hold. Nothing in a set is ever required. */
export const offered = (set: readonly Question[], allowed: readonly InstrumentId[]): readonly Question[] =>
  set.filter((question) => question.kind !== "instrument" || allowed.includes(question.id));

/** How many answers a question takes. */
export const itemsIn = (question: Question): number => {
  if (question.kind === "instrument") return instruments[question.id].items;
  return question.kind === "sources" ? helpSources.length : 1;
};

/** One sitting: in which week, and what came out. */
export interface Sitting {
  readonly week: number;
  readonly value: number;
}

/**
 * One place for each week from the first sitting to `last`, null where there was none: a skipped week is a gap in the
 * line and never a zero. Of two in a week the later in the list stands.
 */
export const courseOf = (sittings: readonly Sitting[], last: number): readonly (number | null)[] => {
  const byWeek = new Map(sittings.map(({ week, value }) => [week, value]));
  const first = Math.min(...byWeek.keys());
  return Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, i) => byWeek.get(first + i) ?? null);
};

/** What the answers about sources of help may be summed up as: never a sum, since people differ in how many they have. */
export interface Reach {
  /** The likeliest source, "nobody" left out, 0 to 10; null when none was answered. */
  readonly most: number | null;
  /** How many sources, "nobody" left out, were answered with 7 or more. */
  readonly likely: number;
}

/** Sums up the matrix of sources as measures page 1.3 wants it. */
export const reachOf = (answers: Readonly<Partial<Record<HelpSource, number>>>): Reach => {
  const given = helpSources.filter((source) => source !== "nobody").flatMap((source) => answers[source] ?? []);
  return { most: given.length === 0 ? null : Math.max(...given), likely: given.filter((value) => value >= 7).length };
};
