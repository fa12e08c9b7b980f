/** The step that lets one person have part of the safety plan; it is taken up from the plan alone, never suggested. */
import type { StepSpec } from "@belay/domain";
import { t } from "../words.ts";

/** Its id; apart from the catalogue, so that no offer ever names it. */
export const sharePlanId = "share-my-plan";

/** It tells something larger, so the safety questions come again. Difficulty and cost are starting guesses by hand. */
export const sharePlanStep = (): StepSpec => ({
  id: sharePlanId,
  strand: "share",
  title: t("plan.stepTitle"),
  difficulty: 50,
  cost: 0.2,
  needsPerson: true,
  roles: ["friend", "partner", "family", "professional"],
  contexts: ["in-person", "call", "message", "online"],
  disclosure: "large",
  touch: false,
});
