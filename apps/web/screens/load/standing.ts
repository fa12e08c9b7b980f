/** Says in words how a load or a step of it stands, for the lists. */
import type { Experiment, State } from "@belay/domain";
import { answerWords, nameOf, outcomeWords } from "../names.ts";
import { t } from "../words.ts";
import { taken, type Lying } from "./lies.ts";

/** What came back from one step: the noted outcome, else the newest answer; null while there is neither. */
const cameBack = ({ outcome, answers }: Experiment): string | null => {
  const said = outcome?.outcome ?? null;
  if (said !== null) return t(outcomeWords(said));
  const answer = answers.at(-1)?.answer ?? null;
  return answer === null ? null : t(answerWords(answer));
};

/** How one step that was taken up stands. */
export const stepStands = (experiment: Experiment): string => {
  const back = cameBack(experiment);
  if (back !== null) return back;
  switch (experiment.stage) {
    case "planned":
    case "predicted":
      return t("load.came.begun");
    case "waiting":
    case "answered":
      return t("load.came.waiting");
    case "closed":
      return t(experiment.outcome?.status === "done" ? "load.came.done" : "load.came.left");
  }
};

/** The line under a load in the list: what was decided, or how the newest step of it stands. */
export const loadStands = (state: State, { load, look, experiment }: Lying): string => {
  const choice = load.decision?.choice ?? null;
  if (choice === null) return t("load.is.here");
  if (experiment === null) return t(`load.is.${choice}`);
  const name = nameOf(state, experiment.person);
  if (look === "held") {
    return t(choice === "hand-over" && experiment.outcome?.outcome !== "partly" ? "load.isHanded" : "load.isHeld", {
      name,
    });
  }
  const back = cameBack(experiment);
  if (back !== null && !(choice === "say-no" && taken(experiment))) return t("load.isAnswer", { name, answer: back });
  if (experiment.stage === "waiting") return t("load.isWaiting", { name });
  return t(experiment.stage === "closed" || back !== null ? "load.isDone" : "load.isPlanned");
};
