/** Picks the names of people somebody might turn to, from their own circle. */
import { people, type State } from "@belay/domain";
import { noSteps } from "../circle/no-steps.ts";

/** At most so many names are shown; more would be a list to choose from, and this is no moment for choosing. */
const most = 4;

/** Nicknames of those close, then near, rated safe first and never unsafe, harmful or somebody who asked to be left out. */
export const ownPeople = (state: State, today: string): readonly string[] => {
  const fitting = people(state).filter(
    (person) =>
      person.ring !== "further" && !noSteps(person) && (person.restUntil === null || person.restUntil < today),
  );
  const rank = ({ ring, safety }: (typeof fitting)[number]): number =>
    (safety === "safe" ? 0 : 2) + (ring === "close" ? 0 : 1);
  return fitting
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map(({ nickname }) => nickname);
};
