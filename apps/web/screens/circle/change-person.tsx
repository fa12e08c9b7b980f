/**
 * Changes a name, relation or ring, or takes somebody off the circle.
 *
 * A change keeps what was there before in the record; the newest stands.
 */
import type { Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { back } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { PersonFields } from "./person-fields.tsx";
import { complete, type PersonForm } from "./person-form.ts";

/** Taking somebody off asks again, because they stand close to a button that only saves. */
const Remove = ({ person }: { readonly person: Person }) => {
  const save = useSave();
  const [open, setOpen] = useState(false);
  const remove = async (): Promise<void> => {
    const ids = await save.run({ kind: "circle/remove", person: person.id });
    if (ids === null) return;
    setOpen(false);
    back();
  };
  return (
    <>
      <Button kind="quiet" haspopup="dialog" onPress={() => setOpen(true)}>
        {t("circle.remove")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("circle.removeTitle", { name: person.nickname })}
        closeText={t("shell.close")}
      >
        <p>{t("circle.removeText")}</p>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
        <Row>
          <Button busy={save.busy} onPress={() => void remove()}>
            {t("circle.removeYes")}
          </Button>
          <Button kind="quiet" onPress={() => setOpen(false)}>
            {t("circle.removeNo")}
          </Button>
        </Row>
      </Dialog>
    </>
  );
};

/** Out of the way, because it is rarely wanted. */
export const ChangePerson = ({ person }: { readonly person: Person }) => {
  const save = useSave();
  const { nickname, role, ring } = person;
  const draft = useDraft<PersonForm>(`person/${person.id}`, { nickname, role, ring });
  const [said, setSaid] = useState<MessageId | null>(null);
  const change = async (): Promise<void> => {
    // Trust and ease stay as they were: null leaves a field alone.
    const changed = complete(draft.form);
    setSaid(changed === null ? "circle.missing" : null);
    if (changed === null) return;
    const ids = await save.run({ kind: "circle/change", person: person.id, ...changed, trust: null, comfort: null });
    if (ids === null) return;
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <Fold title={t("circle.change")}>
      {draft.ready ? <PersonFields form={draft.form} onChange={draft.change} /> : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void change()}>
          {t("circle.changeSave")}
        </Button>
        <Remove person={person} />
      </Row>
    </Fold>
  );
};
