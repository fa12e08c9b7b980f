/** Ends a step that was taken up with somebody whom the person keeps away from by now. */
import type { Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { go, replace } from "../navigation.ts";
import { quickOutcome } from "../outcome/quick-command.ts";
import { useSave } from "../save.ts";
import { Stopped } from "../try/screening.tsx";
import { writePlace } from "../try/place-id.ts";
import { t } from "../words.ts";

/** The words stay as a draft; putting it away is recorded as passed over, which is no avoiding. */
export const Guarded = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  const save = useSave();
  const away = async (): Promise<void> => {
    if ((await save.run(quickOutcome(experiment.id, "skipped", null))) !== null) replace("today");
  };
  return (
    <Stopped
      name={nameOf(state, experiment.person)}
      onSomeoneElse={() => go("try", writePlace({ step: experiment.plan.step, person: null }))}
    >
      <Soft>{t("screening.awayText")}</Soft>
      <Row>
        <Button busy={save.busy} onPress={() => void away()}>
          {t("screening.away")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Stopped>
  );
};
