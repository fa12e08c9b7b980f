/** Adds a step of one's own. */
import { strands } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft } from "../draft.ts";
import { back, replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { emptyOwnStep, ownStepCommand, type OwnStepForm } from "./own-step-form.ts";

/** Four questions; afterwards it stands on the ladder like any other. */
export const OwnStep = () => {
  const save = useSave();
  const draft = useDraft<OwnStepForm>("own-step", emptyOwnStep);
  const [tried, setTried] = useState(false);
  const { form, change } = draft;
  const command = ownStepCommand(form);
  const add = async (): Promise<void> => {
    setTried(true);
    const ids = command === null ? null : await save.run(command);
    const added = ids?.[0];
    if (added === undefined) return;
    draft.drop();
    replace("step", added);
  };
  if (!draft.ready) return null;
  return (
    <Page title={t("steps.ownTitle")} lead={t("steps.ownLead")} back={{ label: t("steps.back"), onBack: back }}>
      <Card>
        <Field
          label={t("steps.ownName")}
          hint={t("steps.ownNameHint")}
          max={120}
          value={form.title}
          onInput={(title) => change({ title })}
        />
        <Choice
          label={t("steps.ownStrand")}
          options={strands.map((strand) => ({ value: strand, label: t(`steps.strandIs.${strand}`) }))}
          value={strands.find((strand) => strand === form.strand) ?? null}
          onChange={(strand) => change({ strand })}
        />
        <Range
          label={t("steps.ownHard")}
          value={form.difficulty}
          onChange={(difficulty) => change({ difficulty })}
          valueText={(n) => t("steps.hardness", { n })}
          emptyText={t("shell.unset")}
          low={t("steps.ownLow")}
          high={t("steps.ownHigh")}
          clearText={t("shell.clear")}
        />
        <Choice
          label={t("steps.ownPerson")}
          options={[
            { value: "yes", label: t("steps.ownPersonYes") },
            { value: "no", label: t("steps.ownPersonNo") },
          ]}
          value={form.person === "yes" || form.person === "no" ? form.person : null}
          onChange={(person) => change({ person })}
        />
      </Card>
      <Notice urgent tone="care">
        {save.notice !== null ? t(save.notice) : tried && command === null ? t("steps.ownMissing") : null}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void add()}>
          {t("steps.ownSave")}
        </Button>
      </Row>
    </Page>
  );
};
