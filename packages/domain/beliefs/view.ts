/** Shows beliefs: how strongly they are held, and the moments for and against. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated, type Dated } from "../events/dated.ts";
import { compareOrder } from "../events/order.ts";
import { entriesOf, entryOf } from "../events/table.ts";
import { untouched, type BeliefFacts, type BeliefsState } from "./evolve.ts";

/** One experiment weighed against the belief; weighing it again replaces it. */
export type Moment = {
  readonly experiment: string;
  readonly verdict: BodyOf<"beliefs/weighed@1">["verdict"];
  readonly because: string;
  readonly day: LocalDay;
};

/** One belief. */
export type Belief = {
  readonly id: string;
  /** The person's own words; null for a belief of the catalogue, whose words are in `content`. */
  readonly text: string | null;
  /** The newest rating, 0 to 100; null when it was never rated. */
  readonly strength: number | null;
  /** All ratings, oldest first. */
  readonly ratings: readonly { readonly day: LocalDay; readonly strength: number }[];
  /** What would count, as agreed before the first moment was weighed. */
  readonly test: { readonly countsFor: string; readonly countsAgainst: string; readonly day: LocalDay } | null;
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** Fact or old alarm, as answered each time, oldest first. */
  readonly questions: readonly { readonly day: LocalDay; readonly answer: AlarmAnswer; readonly because: string }[];
  /** Another way to see it, in the newest words; null until there is one. */
  readonly alternative: string | null;
  /** How true the other way felt, oldest first; the words may have changed in between. */
  readonly alternativeRatings: readonly { readonly day: LocalDay; readonly strength: number }[];
};

/** What the question can be answered with. */
type AlarmAnswer = BodyOf<"beliefs/questioned@1">["answer"];

/** Two devices may have agreed on a test and weighed a moment at once: what was agreed before the weighing stands. */
const viewTest = (facts: BeliefFacts): Belief["test"] => {
  const weighed = facts.moments[0];
  const before = weighed === undefined ? facts.tests : facts.tests.filter((test) => compareOrder(test, weighed) < 0);
  const test = before.at(-1) ?? facts.tests[0];
  return test === undefined
    ? null
    : { countsFor: test.value.countsFor, countsAgainst: test.value.countsAgainst, day: test.day };
};

const viewMoments = (facts: BeliefFacts): readonly Moment[] => {
  const byExperiment = new Map<string, Dated<BodyOf<"beliefs/weighed@1">>>();
  for (const moment of facts.moments) byExperiment.set(moment.value.experiment, moment);
  return [...byExperiment.values()].toSorted(compareDated).map((moment) => ({
    experiment: moment.value.experiment,
    verdict: moment.value.verdict,
    because: moment.value.because,
    day: moment.day,
  }));
};

const viewBelief = (facts: BeliefFacts): Belief => ({
  id: facts.id,
  text: facts.own?.value.text ?? null,
  strength: facts.ratings.at(-1)?.value ?? null,
  ratings: facts.ratings.map((rating) => ({ day: rating.day, strength: rating.value })),
  test: viewTest(facts),
  moments: viewMoments(facts),
  questions: facts.questions.map(({ day, value: { answer, because } }) => ({ day, answer, because })),
  alternative: facts.alternatives.at(-1)?.value ?? null,
  alternativeRatings: facts.alternativeRatings.map((rating) => ({ day: rating.day, strength: rating.value })),
});

/** The beliefs of the catalogue in its order, rated or not, then one's own in the order they were added. */
export const viewBeliefs = (state: BeliefsState, catalogue: readonly string[]): readonly Belief[] => {
  const known = catalogue.map((id) => entryOf(state, id) ?? untouched(id));
  const own = entriesOf(state).flatMap((facts) =>
    facts.own === null || catalogue.includes(facts.id) ? [] : [{ facts, own: facts.own }],
  );
  return [...known, ...own.toSorted((a, b) => compareDated(a.own, b.own)).map(({ facts }) => facts)].map(viewBelief);
};
