/** Says whether a person may be asked, by the safety questions of `safety.md` 4.3. */
import type { Role, Strand } from "../events/fields.ts";
import { entryOf } from "../events/table.ts";
import type { CircleState, PersonFacts } from "./evolve.ts";

/**
 * What stands before a step of a strand with somebody. `unsafe`: flagged, or they did harm; `stopped`: an answer was
 * yes, or they are not on the circle; `screen-first`: the questions were not answered yet.
 */
export type Stop = "ok" | "screen-first" | "stopped" | "unsafe";

/** Whether the question about work is asked: can they refuse without cost, could it be used against me. */
export const worksWith = (role: Role): boolean => role === "colleague" || role === "manager";

/**
 * `hurt` and `used` are about the person, whatever is asked of them, so their newest answers count in every strand.
 * The other questions (`risky`, `debt`, `work`) are about what is asked, so they count in their own strand.
 */
const anyYes = (facts: PersonFacts, strand: Strand): boolean => {
  const newest = facts.screens.at(-1)?.value.answers;
  if (newest?.hurt === "yes" || newest?.used === "yes") return true;
  const here = facts.screens.findLast((screen) => screen.value.strand === strand)?.value.answers;
  return here !== undefined && [here.risky, here.debt, here.work].includes("yes");
};

const screened = (facts: PersonFacts, strand: Strand, large: boolean): boolean =>
  facts.screens.some(({ value }) => value.strand === strand && (!large || value.depth === "larger"));

/** Somebody who became a colleague or manager after the questions has to be asked the one about work. */
const workMissing = (facts: PersonFacts, strand: Strand): boolean => {
  const here = facts.screens.findLast((screen) => screen.value.strand === strand);
  return facts.role !== null && worksWith(facts.role.value) && here?.value.answers.work === null;
};

/** Flagged unsafe by the newest rating, or harm was noted once: harm is never taken back by a rating. */
export const isUnsafe = (facts: PersonFacts): boolean =>
  facts.harms.length > 0 || facts.safety?.value.safety === "unsafe";

/**
 * Whether letting a step of `strand` with `person` be is guarding oneself: they are flagged, did harm, or an answer was
 * yes. That is good judgement, and is never counted as avoidance (`safety.md` 4.3).
 */
export const guardsAgainst = (state: CircleState, person: string, strand: Strand): boolean => {
  const facts = entryOf(state, person);
  return facts !== null && (isUnsafe(facts) || anyYes(facts, strand));
};

/** What stands before a step of `strand` with `person`; `large` for telling something larger about oneself. */
export const stopFor = (state: CircleState, person: string, strand: Strand, large: boolean): Stop => {
  const facts = entryOf(state, person);
  if (facts === null) return "stopped";
  if (isUnsafe(facts)) return "unsafe";
  if (facts.added === null || facts.removed !== null || anyYes(facts, strand)) return "stopped";
  return screened(facts, strand, large) && !workMissing(facts, strand) ? "ok" : "screen-first";
};
