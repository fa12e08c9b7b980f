/** Leads an ask from its words to its answer: draws the part that comes now. */
import { assertNever } from "@belay/basics";
import { experiment as experimentOf, stopsFor, type Experiment, type State } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, replace } from "../navigation.ts";
import { LookBack } from "../outcome/look-back.tsx";
import type { ScreenProps } from "../screen.ts";
import { readPlace } from "../try/place-id.ts";
import { t } from "../words.ts";
import { Compose } from "./compose.tsx";
import { Expect } from "./expect.tsx";
import { GoDo } from "./go-do.tsx";
import { Guarded } from "./guarded.tsx";
import { Open } from "./open.tsx";
import { Send } from "./send.tsx";
import { askStage, type AskStage } from "./stage.ts";

/** An experiment of another device that has not arrived, or an id that never was. */
const Gone = () => (
  <Page title={t("ask.goneTitle")} back={{ label: t("shell.back"), onBack: back }}>
    <Button onPress={() => replace("today")}>{t("shell.backToday")}</Button>
  </Page>
);

/** One part a stage; the key makes each begin anew, with the focus on its heading. */
const Part = ({
  stage,
  experiment,
}: {
  /** Which part; the record decided it. */
  readonly stage: Exclude<AskStage, "gone">;
  readonly experiment: Experiment;
}) => {
  switch (stage) {
    case "words":
      return <Compose experiment={experiment} />;
    case "expect":
      return <Expect experiment={experiment} />;
    case "send":
      return <Send experiment={experiment} />;
    case "go":
      return <GoDo experiment={experiment} />;
    case "open":
      return <Open experiment={experiment} />;
    case "closed":
      return <LookBack experiment={experiment} />;
    default:
      return assertNever(stage);
  }
};

/** What has not gone out yet is not prepared any further with somebody the person keeps away from. */
const guarded = (state: State, { person, plan, stage }: Experiment): boolean =>
  person !== null &&
  (stage === "planned" || stage === "predicted") &&
  ["unsafe", "stopped"].includes(stopsFor(state, person, plan.strand, plan.disclosure === "large"));

/** The id of the place is the experiment's, with the stage the person wants behind it. */
export const Ask = ({ id }: ScreenProps) => {
  const { step: wantedId, person: wanted } = readPlace(id);
  const state = useEngine().state.value;
  const experiment = wantedId === null ? null : experimentOf(state, wantedId);
  const stage = askStage(experiment, wanted);
  if (experiment === null || stage === "gone") return <Gone />;
  if (guarded(state, experiment)) return <Guarded experiment={experiment} />;
  return <Part key={stage} stage={stage} experiment={experiment} />;
};
