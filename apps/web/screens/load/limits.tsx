/** Keeps limits with oneself: set, seen, let go. Nothing is ticked off, nothing is counted. */
import { limits, type Limit } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { longestTitle, oneLine } from "./load-form.ts";
import css from "./load.module.css";

/** One that stands, with the way to let it go. */
const OneLimit = ({ limit }: { readonly limit: Limit }) => {
  const save = useSave();
  return (
    <li class={css["said"]}>
      <Row spread gap={1}>
        <span class={css["words"]} dir="auto">
          {limit.text}
        </span>
        <Button
          small
          kind="quiet"
          busy={save.busy}
          label={t("load.limitDropThis", { text: limit.text })}
          onPress={() => void save.run({ kind: "load/drop-limit", limit: limit.id })}
        >
          {t("load.limitDrop")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </li>
  );
};

/** The list and one field. */
export const Limits = () => {
  const save = useSave();
  const draft = useDraft<{ readonly text: string }>("load-limit", { text: "" });
  const [tried, setTried] = useState(false);
  const standing = limits(useEngine().state.value);
  const text = oneLine(draft.form.text);
  const set = async (): Promise<void> => {
    setTried(text === "");
    if (text === "" || (await save.run({ kind: "load/set-limit", text })) === null) return;
    draft.change({ text: "" });
    draft.drop();
  };
  return (
    <Card title={t("load.limitTitle")}>
      <p>{t("load.limitLead")}</p>
      {standing.length === 0 ? null : (
        <>
          <ul aria-label={t("load.limitList")}>
            {standing.map((limit) => (
              <OneLimit key={limit.id} limit={limit} />
            ))}
          </ul>
          <Soft>{t("load.limitNote")}</Soft>
        </>
      )}
      {draft.ready ? (
        <Field
          label={t("load.limit")}
          hint={t("load.limitHint")}
          max={longestTitle}
          value={draft.form.text}
          left={(n) => t("shell.left", { n })}
          error={tried && text === "" ? t("load.limitMissing") : undefined}
          onInput={(typed) => draft.change({ text: typed })}
        />
      ) : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void set()}>
          {t("load.limitSet")}
        </Button>
      </Row>
    </Card>
  );
};
