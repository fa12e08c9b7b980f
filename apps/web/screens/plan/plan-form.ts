/** Groups the lines of the plan, picks names that may be suggested, and writes the message that shares some of them. */
import { keptFrom, people, planParts, safetyPlan, type PlanLine, type PlanPart, type State } from "@belay/domain";
import type { MessageId, Values } from "../words.ts";

/** As long as a message may be, in characters: the bound of the composer. */
export const longestMessage = 3800;

/** At most so many names are suggested at once. */
const mostNames = 4;

/** One part with its lines; parts without any are left out. */
export interface Filled {
  readonly part: PlanPart;
  readonly lines: readonly PlanLine[];
}

/** The lines by part, in the order in which a plan is gone through. */
export const filledParts = (lines: readonly PlanLine[]): readonly Filled[] =>
  planParts
    .map((part) => ({ part, lines: lines.filter((line) => line.part === part) }))
    .filter((one) => one.lines.length > 0);

/** Parts in which somebody of the circle may stand. */
export const withPeople: readonly PlanPart[] = ["company", "helpers"];

/** Somebody whose name can be added with one press. */
export interface Suggested {
  readonly id: string;
  readonly nickname: string;
}

/** Close ones first; never somebody the person keeps away from, and nobody who stands there already. */
export const suggestedFor = (state: State, part: PlanPart): readonly Suggested[] => {
  if (!withPeople.includes(part)) return [];
  const there = new Set(safetyPlan(state).flatMap((line) => (line.part === part ? [line.person] : [])));
  const rank = { close: 0, near: 1, further: 2 } as const;
  return people(state)
    .filter((one) => !keptFrom(one) && !there.has(one.id))
    .toSorted((a, b) => rank[a.ring] - rank[b.ring])
    .slice(0, mostNames)
    .map(({ id, nickname }) => ({ id, nickname }));
};

/** Ids of ticked lines with spaces between, as a draft keeps them. */
export const tickedIds = (ticked: string): readonly string[] => ticked.split(" ").filter((id) => id !== "");

/** The same with one switched. */
export const withTicked = (ticked: string, id: string, on: boolean): string =>
  [...tickedIds(ticked).filter((other) => other !== id), ...(on ? [id] : [])].join(" ");

/** Says a sentence by its id. */
type Say = (id: MessageId, values?: Values) => string;

/** The message: an opening, the ticked lines under their headings, room for a no. Empty when nothing is ticked. */
export const shareWords = (lines: readonly PlanLine[], ticked: string, say: Say): string => {
  const ids = tickedIds(ticked);
  const parts = filledParts(lines.filter(({ id }) => ids.includes(id))).map(({ part, lines: its }) =>
    [say(`plan.part.${part}`), ...its.map(({ text }) => `- ${text}`)].join("\n"),
  );
  return parts.length === 0 ? "" : [say("plan.askOpen"), ...parts, say("plan.askEnd")].join("\n\n");
};
