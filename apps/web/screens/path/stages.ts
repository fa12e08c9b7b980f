/** Knows the pages of each path and their order: never more than five, the small next thing last. */
import type { Experiment, PathName, Person } from "@belay/domain";
import { noSteps } from "../circle/no-steps.ts";

/** Every page there is. */
export type Stage =
  | "owed"
  | "hurt"
  | "tells"
  | "feared"
  | "kind"
  | "decided"
  | "causes"
  | "named"
  | "often"
  | "record"
  | "say"
  | "low"
  | "kept"
  | "trigger"
  | "next";

/** Whether what came back hurt: then nothing is reframed, and nobody is to be told or asked again. */
export const wasHurtful = (experiment: Experiment | null): boolean => experiment?.outcome?.outcome === "hurtful";

/** Whether there is a fear with something one could see or hear, so that one can look whether it happened. */
const hasSign = (experiment: Experiment | null): boolean =>
  experiment?.prediction !== null && experiment?.prediction !== undefined && experiment.prediction.sign !== "";

/** Whether the other person may be spoken to about it: telling somebody who is not safe is never suggested. */
export const mayBeTold = (person: Person | null): boolean => person === null || !noSteps(person);

/**
 * The pages in their order. After a no the question what was owed comes before anything that reads the no kindly; after
 * something hurtful neither is asked.
 */
export const stagesOf = (path: PathName, experiment: Experiment | null, person: Person | null): readonly Stage[] => {
  switch (path) {
    case "after-no":
      return [
        ...(wasHurtful(experiment) ? (["hurt"] as const) : (["owed", "tells"] as const)),
        ...(hasSign(experiment) ? (["feared"] as const) : []),
        "kind",
        "next",
      ];
    case "after-silence":
      return ["decided", "causes", "kind", "next"];
    case "after-let-down":
      return ["named", "often", "record", ...(mayBeTold(person) ? (["say"] as const) : []), "next"];
    case "low-day":
      return ["low", "kind", "next"];
    case "carried-all":
      return ["kept", "trigger", "kind", "next"];
  }
};
