/** What comes before anything else after a no, after hurt, and after silence. */
import type { Experiment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/**
 * A no. What was owed comes before any reframe: telling somebody that a no says nothing about them, when it was a duty
 * that was not met, would take the wrong side.
 */
export const AfterNo = () => (
  <Card title={t("outcome.noTitle")}>
    <p>{t("outcome.noDuty")}</p>
    <p>{t("outcome.noText")}</p>
  </Card>
);

/** Something hurtful: no reframe, and the choice to leave that person out for good. */
export const AfterHurt = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  const save = useSave();
  const [flagged, setFlagged] = useState(false);
  const { person } = experiment;
  const name = nameOf(state, person);
  // Flagging is the person's own act, offered and never done for them.
  const flag = async (id: string): Promise<void> => {
    if ((await save.run({ kind: "circle/rate-safety", person: id, safety: "unsafe", note: "" })) !== null)
      setFlagged(true);
  };
  return (
    <Card title={t("outcome.hurtTitle")}>
      <p>{t("outcome.hurtText")}</p>
      <Notice tone={save.notice === null ? "good" : "care"}>
        {save.notice !== null ? t(save.notice) : flagged ? t("outcome.hurtFlagged", { name }) : null}
      </Notice>
      <Row gap={1}>
        {person === null || flagged ? null : (
          <Button busy={save.busy} onPress={() => void flag(person)}>
            {t("outcome.hurtFlag", { name })}
          </Button>
        )}
        <Button kind="quiet" onPress={() => go("help")}>
          {t("outcome.hurtLines")}
        </Button>
      </Row>
    </Card>
  );
};

/**
 * Silence. It was decided for beforehand, in a calmer hour, and that decision is given back here word for word instead
 * of advice.
 */
export const AfterSilence = ({ experiment }: { readonly experiment: Experiment }) => {
  const then = experiment.asks.find((ask) => ask.silence !== null)?.silence?.then ?? "";
  return (
    <Card title={t("outcome.silenceTitle")}>
      <p>{then === "" ? t("outcome.silenceTextBare") : t("outcome.silenceText", { then })}</p>
    </Card>
  );
};
