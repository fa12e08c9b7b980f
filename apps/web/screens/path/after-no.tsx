/** The pages after a no: what was owed first, then what a no can tell, then the fear that was written down. */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Expected } from "../ask/expected.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { OwnWords } from "./own-words.tsx";
import type { StageProps } from "./page-props.ts";
import css from "./path.module.css";
import { fearCommand } from "./records.ts";

/** The rows of the programme that these pages hold: disappointment is part of it, and worth is not earned. */
export const covers = ["HMV-07", "HRF-07"] as const;

/** In no order of worth. */
const debts = ["yes", "no", "unsure"] as const;

/**
 * A duty that was not met comes before every kind way of seeing a no: telling somebody that it was only the day, when
 * they were owed it, takes the wrong side.
 */
export const Owed = ({ draft }: StageProps) => {
  const owed = debts.find((value) => value === draft.form.owed) ?? null;
  return (
    <>
      <Choice
        label={t("path.owed.ask")}
        stacked
        options={debts.map((value) => ({ value, label: t(`path.owed.${value}`) }))}
        value={owed}
        onChange={(value) => draft.change({ owed: value })}
      />
      {owed === "no" ? <p>{t("path.owed.favour")}</p> : null}
      {owed === "yes" || owed === "unsure" ? (
        <Card title={owed === "yes" ? t("path.owed.metTitle") : t("path.owed.waysTitle")}>
          <p>{t(owed === "yes" ? "path.owed.met" : "path.owed.maybe")}</p>
          {owed === "yes" ? <Soft>{t("path.owed.waysTitle")}</Soft> : null}
          <ul class={css["plain"]}>
            <li>{t("path.owed.way1")}</li>
            <li>{t("path.owed.way2")}</li>
            <li>{t("path.owed.way3")}</li>
            <li>{t("path.owed.way4")}</li>
          </ul>
          <Soft>{t("path.owed.ways")}</Soft>
        </Card>
      ) : null}
    </>
  );
};

/** What a no may be about. */
const sources = [
  { value: "day", label: "path.tells.day", detail: "path.tells.dayMore" },
  { value: "ask", label: "path.tells.theAsk", detail: "path.tells.theAskMore" },
  { value: "person", label: "path.tells.person", detail: "path.tells.personMore" },
  { value: "unknown", label: "path.tells.unknown", detail: null },
] as const;

/** A no and what it may say; where it was owed, nobody is asked to find a gentle reason for it. */
export const Tells = ({ draft }: StageProps) => (
  <>
    {draft.form.owed === "yes" ? null : (
      <Choice
        label={t("path.tells.ask")}
        stacked
        options={sources.map(({ value, label, detail }) => ({
          value,
          label: t(label),
          detail: detail === null ? undefined : t(detail),
        }))}
        value={sources.find(({ value }) => value === draft.form.tells)?.value ?? null}
        onChange={(tells) => draft.change({ tells })}
      />
    )}
    <Card tone="moss" title={t("path.tells.worthTitle")}>
      <p>{t("path.tells.worth")}</p>
      <p>{t("path.tells.yours")}</p>
      {draft.form.owed === "yes" ? null : <p>{t("path.tells.risk")}</p>}
    </Card>
    <OwnWords draft={draft} />
  </>
);

/** What can be said of the sign. */
const signs = ["happened", "did-not", "neither"] as const;

/** The fear as it was written down before. An answer is noted at once, since the evidence counts it. */
export const FearedSign = ({ experiment, draft }: StageProps) => {
  const save = useSave();
  const [noted, setNoted] = useState(false);
  if (experiment === null) return null;
  const value = signs.find((one) => one === (draft.form.feared || experiment.outcome?.feared)) ?? null;
  const choose = async (feared: string): Promise<void> => {
    draft.change({ feared });
    const command = fearCommand(experiment, feared);
    setNoted(command !== null && (await save.run(command)) !== null);
  };
  return (
    <>
      <Card tone="sunk">
        <Expected experiment={experiment} />
      </Card>
      <Choice
        label={t("path.feared.ask")}
        options={signs.map((one) => ({ value: one, label: t(`path.feared.${one}`) }))}
        value={value}
        onChange={(one) => void choose(one)}
      />
      {value === null ? null : <p>{t(`path.feared.${value}Text`)}</p>}
      <Notice tone={save.notice === null ? "good" : "care"}>
        {save.notice !== null ? t(save.notice) : noted ? t("shell.saved") : null}
      </Notice>
      {save.notice === null || value === null ? null : (
        <div>
          <Button busy={save.busy} onPress={() => void choose(value)}>
            {t("shell.again")}
          </Button>
        </div>
      )}
    </>
  );
};
