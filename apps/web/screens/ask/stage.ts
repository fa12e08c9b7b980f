/** Knows which part of an ask comes now, from what was recorded and where the person wants to be. */
import type { Experiment } from "@belay/domain";

/** Words, then what one expects, then sending; or doing, for steps without words; then waiting and looking back. */
export type AskStage = "gone" | "words" | "expect" | "send" | "go" | "open" | "closed";

/** Strands whose steps are said to somebody; the others are done or let happen. */
const spoken = ["ask", "share", "handover"];

/** Offers that have to be taken up aloud, since they were made some time ago. */
const takenUpAloud: readonly string[] = ["accept-after-all", "accept-a-standing-offer"];

/** Whether the composer helps with this one: there is somebody, and something to say. */
export const composes = ({ person, plan }: Pick<Experiment, "person" | "plan">): boolean =>
  person !== null && (spoken.includes(plan.strand) || takenUpAloud.includes(plan.step));

/** The stage to draw; `wanted` is the one the place names, kept where the record allows it. */
export const askStage = (experiment: Experiment | null, wanted: string | null): AskStage => {
  if (experiment === null) return "gone";
  if (experiment.stage === "closed") return "closed";
  if (experiment.stage === "waiting" || experiment.stage === "answered") return "open";
  const toSay = composes(experiment);
  if (experiment.stage === "planned") return toSay && wanted !== "expect" ? "words" : "expect";
  if (!toSay) return "go";
  return wanted === "words" ? "words" : "send";
};
