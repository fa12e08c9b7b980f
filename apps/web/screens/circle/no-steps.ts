/** Says whether any step can go to somebody at all, and whether one may be begun now. */
import type { LocalDay } from "@belay/basics";
import { keptFrom, type Person } from "@belay/domain";

/** Flagged as not safe, harm was noted, or the safety questions said that they hurt: no step of any kind goes to them. */
export const noSteps = (person: Person): boolean => keptFrom(person);

/** Whether they asked not to be asked for now; asked once, it holds for every way to a step. */
export const restsNow = ({ restUntil }: Pick<Person, "restUntil">, today: LocalDay): boolean =>
  restUntil !== null && restUntil >= today;
