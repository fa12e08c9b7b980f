/** The pages after carrying it all again: what is kept, as it is, and what set it off. */
import { doneAlone, trials } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { keptOf } from "./kept.ts";
import { OwnWords } from "./own-words.tsx";
import type { StageProps } from "./page-props.ts";

/** The row of the programme that this page holds: whoever it is about decides what to open. */
export const covers = ["HRF-10"] as const;

/** The evidence so far, whatever it says: comfort that leaves out the noes would not be believed for long. */
export const Kept = () => {
  const state = useEngine().state.value;
  const { tries, helped, unhelped, rest } = keptOf(trials(state));
  const back = helped + unhelped;
  const alone = doneAlone(state).length;
  return (
    <>
      <Card tone="moss" title={t("path.kept.card")}>
        <p>{t("path.kept.tries", { n: tries })}</p>
        {tries === 0 ? null : (
          <>
            {/* While nothing came back there is nothing to count: two lines of none would only sting. */}
            {back === 0 ? null : <p>{t("path.kept.yes", { n: helped })}</p>}
            {back === 0 ? null : <p>{t("path.kept.no", { n: unhelped })}</p>}
            {rest === 0 ? null : <p>{t("path.kept.rest", { n: rest })}</p>}
          </>
        )}
        {alone === 0 ? null : <Soft>{t("path.kept.alone", { n: alone })}</Soft>}
      </Card>
      <p>{t("path.kept.choice")}</p>
    </>
  );
};

/** What may have set it off; not knowing is one of them. */
const triggers = ["work", "family", "illness", "let-down", "habit", "unknown"] as const;

/** The answer is for the person alone and is not recorded. */
export const Trigger = ({ draft }: StageProps) => {
  const trigger = triggers.find((value) => value === draft.form.trigger) ?? null;
  return (
    <>
      <Choice
        label={t("path.trigger.ask")}
        options={triggers.map((value) => ({ value, label: t(`path.trigger.${value}`) }))}
        value={trigger}
        onChange={(value) => draft.change({ trigger: value })}
      />
      {trigger === null ? null : <p>{t(`path.trigger.${trigger}Text`)}</p>}
      {trigger === "let-down" ? (
        <div>
          <Button small onPress={() => go("path", "after-let-down")}>
            {t("path.trigger.let-downOpen")}
          </Button>
        </div>
      ) : null}
      <OwnWords draft={draft} />
    </>
  );
};
