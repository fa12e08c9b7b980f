/** Lists what somebody can be asked, in the person's own words, so that the thought is there when it is needed. */
import type { Askable, Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { cornerId } from "../try/corner-id.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { restsNow } from "./no-steps.ts";
import { useTakeWords } from "../try/take-words.ts";

/** One thing, with the way to ask for it and the way off the list. */
const One = ({ person, askable }: { readonly person: Person; readonly askable: Askable }) => {
  const save = useSave();
  const take = useTakeWords();
  const resting = restsNow(person, useEngine().today());
  const name = person.nickname;
  return (
    <li>
      <Stack gap={1}>
        <p dir="auto">
          <strong>{askable.what}</strong>
        </p>
        <Row gap={1}>
          {resting ? null : (
            <Button
              small
              onPress={() =>
                void take({
                  step: cornerId,
                  person: person.id,
                  about: askable.id,
                  words: t("circle.askableWords", { name, what: askable.what }),
                })
              }
            >
              {t("circle.askableAsk", { name })}
            </Button>
          )}
          <Button
            small
            kind="quiet"
            busy={save.busy}
            onPress={() => void save.run({ kind: "circle/remove-askable", askable: askable.id, person: person.id })}
          >
            {t("circle.askableRemove")}
          </Button>
        </Row>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
      </Stack>
    </li>
  );
};

/** The list, and a line for one more. */
export const Askables = ({ person }: { readonly person: Person }) => {
  const save = useSave();
  const draft = useDraft<{ readonly what: string }>(`askable/${person.id}`, { what: "" });
  const [missing, setMissing] = useState(false);
  const add = async (): Promise<void> => {
    const what = draft.form.what.trim();
    setMissing(what === "");
    if (what === "" || (await save.run({ kind: "circle/add-askable", person: person.id, what })) === null) return;
    draft.change({ what: "" });
    draft.drop();
  };
  if (!draft.ready) return null;
  return (
    <Card title={t("circle.askablesTitle", { name: person.nickname })}>
      <Soft>{t("circle.askablesLead")}</Soft>
      {person.askables.length === 0 ? (
        <Soft>{t("circle.askablesNone")}</Soft>
      ) : (
        <ul>
          {person.askables.map((askable) => (
            <One key={askable.id} person={person} askable={askable} />
          ))}
        </ul>
      )}
      <Field
        label={t("circle.askableNew")}
        hint={t("circle.askableHint")}
        max={120}
        value={draft.form.what}
        error={missing && draft.form.what.trim() === "" ? t("circle.askableMissing") : undefined}
        onInput={(what) => draft.change({ what })}
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button small icon="plus" busy={save.busy} onPress={() => void add()}>
          {t("circle.askableAdd")}
        </Button>
      </Row>
    </Card>
  );
};
