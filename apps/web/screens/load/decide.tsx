/** Asks what may become of one load: five ways of the same weight, a reason, and what would be good enough. */
import { loadChoices, type Load } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { choiceOf, decideCommand, emptyDecide, goesToSomeone, longestWhy, type DecideForm } from "./load-form.ts";

/** What stands already, so that a new decision changes one thing and keeps the rest. */
const startOf = ({ decision }: Load): DecideForm =>
  decision === null ? emptyDecide : { choice: decision.choice, why: decision.why, enough: decision.enough };

/** `onDecided` is called once it is recorded. */
export const Decide = ({ load, onDecided }: { readonly load: Load; readonly onDecided: () => void }) => {
  const save = useSave();
  // The number in the name lets every decision begin from the one before it.
  const draft = useDraft<DecideForm>(`load-decide/${load.id}/${load.decisions.length}`, startOf(load));
  const [tried, setTried] = useState(false);
  const { form, change } = draft;
  const choice = choiceOf(form.choice);
  const decide = async (): Promise<void> => {
    setTried(true);
    const command = decideCommand(load.id, form);
    if (command === null || (await save.run(command)) === null) return;
    draft.drop();
    onDecided();
  };
  if (!draft.ready) return null;
  return (
    <Card title={t("load.decideTitle")}>
      <Choice
        label={t("load.choice")}
        stacked
        options={loadChoices.map((value) => ({
          value,
          label: t(`load.choiceIs.${value}`),
          detail: t(`load.choiceMore.${value}`),
        }))}
        value={choice}
        error={tried && choice === null ? t("load.choiceMissing") : undefined}
        onChange={(value) => change({ choice: value })}
      />
      {/* Said before the words are asked for: passing on unfair work takes no confession. */}
      {choice !== null && goesToSomeone(choice) ? (
        <Soft>
          {t("load.unknown")} {t("load.fair")}
        </Soft>
      ) : null}
      {choice === null ? null : (
        <Field
          label={t(`load.whyIs.${choice}`)}
          hint={t(`load.whyHint.${choice}`)}
          rows={2}
          max={longestWhy}
          value={form.why}
          left={(n) => t("shell.left", { n })}
          onInput={(why) => change({ why })}
        />
      )}
      {choice !== null && goesToSomeone(choice) ? (
        <Field
          label={t("load.enough")}
          hint={t("load.enoughHint")}
          rows={2}
          max={longestWhy}
          value={form.enough}
          left={(n) => t("shell.left", { n })}
          onInput={(enough) => change({ enough })}
        />
      ) : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void decide()}>
          {t("load.choiceSave")}
        </Button>
      </Row>
    </Card>
  );
};
