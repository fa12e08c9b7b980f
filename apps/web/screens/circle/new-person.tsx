/**
 * Puts somebody on the circle.
 *
 * Nicknames alone: the form has no field that could hold a number or an address, and says so.
 */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { back, replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { PersonFields } from "./person-fields.tsx";
import { complete, emptyPerson } from "./person-form.ts";

/** Three questions; trust, ease and everything else wait on the person's own page. */
export const NewPerson = () => {
  const save = useSave();
  const draft = useDraft("person/new", emptyPerson);
  const [missing, setMissing] = useState<MessageId | null>(null);
  const add = async (): Promise<void> => {
    const person = complete(draft.form);
    setMissing(person === null ? "circle.missing" : null);
    if (person === null) return;
    // Trust and ease are asked on the person’s page, where an empty line says that they may stay empty.
    const ids = await save.run({ kind: "circle/add", ...person, trust: null, comfort: null });
    if (ids === null) return;
    draft.drop();
    // In place of the form: going back from the new page leads to the circle.
    replace("person", ids[0] ?? null);
  };
  const notice = missing ?? save.notice;
  return (
    <Page title={t("circle.newTitle")} lead={t("circle.newLead")} back={{ label: t("circle.back"), onBack: back }}>
      {draft.ready ? <PersonFields form={draft.form} onChange={draft.change} /> : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Button kind="primary" wide busy={save.busy} onPress={() => void add()}>
        {t("circle.save")}
      </Button>
    </Page>
  );
};
