/**
 * Finds the words of a belief, whether common or one's own, and says how its strength went.
 *
 * Ids are what the record holds; the words may be reworded from version to version.
 */
import { beliefCatalogue, type BeliefContent } from "@belay/content";
import type { Belief } from "@belay/domain";
import { t } from "../words.ts";

/** The catalogue by id. */
const byId: ReadonlyMap<string, BeliefContent> = new Map(beliefCatalogue.map((belief) => [belief.id, belief]));

/** The catalogue's words about a belief; null for one of one's own. */
export const commonBelief = (id: string): BeliefContent | null => byId.get(id) ?? null;

/** The belief as a sentence: one's own words, else the catalogue's, else its id (of another version). */
export const beliefWords = (belief: Pick<Belief, "id" | "text">): string =>
  belief.text ?? commonBelief(belief.id)?.text ?? belief.id;

/** "55 of 100" after one rating, "90 → 55" after more; undefined before the first. */
export const strengthCourse = ({ ratings }: Pick<Belief, "ratings">): string | undefined => {
  const first = ratings[0];
  const last = ratings.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return ratings.length === 1
    ? t("beliefs.strength", { n: last.strength })
    : t("beliefs.moved", { from: first.strength, to: last.strength });
};

/** Beliefs that were added, rated, tested, weighed, or named in a prediction. */
export const lookedAt = (all: readonly Belief[]): readonly Belief[] =>
  all.filter(
    (belief) =>
      belief.text !== null ||
      belief.ratings.length > 0 ||
      belief.test !== null ||
      belief.moments.length > 0 ||
      belief.experiments.length > 0,
  );
