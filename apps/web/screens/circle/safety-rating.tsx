/**
 * Asks how safe it is to be open with somebody, and takes note of harm.
 *
 * The words are about being open with somebody, not about what kind of person they are. A rating can change on any
 * day; harm cannot be unsaid, because a later good day does not make it safe (`safety.md` 4.3).
 */
import type { Person, Safety } from "@belay/domain";
import { safeties } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { DateField, Field } from "../../parts/field.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { earliest, pastDay } from "./past-day.ts";

/** A rating is chosen anew each time; null shows the one that stands. */
type RatingForm = { readonly safety: string | null; readonly note: string };
/** A day as it was typed, and as much of what happened as the person wants to keep. */
type HarmForm = { readonly on: string; readonly note: string };

/** Drafts come back as text, so the name is looked up again. */
const safetyOf = (text: string | null): Safety | null => safeties.find((safety) => safety === text) ?? null;

/** Harm stops every step for good, so it says so before it is noted. */
const Harm = ({ person }: { readonly person: Person }) => {
  const today = useEngine().today();
  const save = useSave();
  const draft = useDraft<HarmForm>(`harm/${person.id}`, { on: today, note: "" });
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const store = async (): Promise<void> => {
    const on = pastDay(draft.form.on, today);
    setWrong(on === null ? "circle.noteNoDay" : null);
    if (on === null) return;
    const ids = await save.run({ kind: "circle/note-harm", person: person.id, on, note: draft.form.note });
    if (ids !== null) draft.drop();
  };
  const notice = wrong ?? save.notice;
  return (
    <Fold title={t("circle.harm")}>
      <p>{t("circle.harmLead")}</p>
      {draft.ready ? (
        <>
          <DateField
            label={t("circle.harmOn")}
            value={draft.form.on}
            min={earliest}
            last={today}
            onInput={(on) => draft.change({ on })}
          />
          <Field
            label={t("circle.harmNote")}
            hint={t("circle.harmNoteHint")}
            value={draft.form.note}
            onInput={(note) => draft.change({ note })}
            rows={3}
            max={4000}
            left={(n) => t("shell.left", { n })}
          />
        </>
      ) : null}
      {/* Said before the button, not after: the rule that follows cannot be undone here. */}
      <Soft>{t("circle.harmConfirm", { name: person.nickname })}</Soft>
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <div>
        <Button busy={save.busy} onPress={() => void store()}>
          {t("circle.harmSave")}
        </Button>
      </div>
    </Fold>
  );
};

/** Three answers of the same weight; unsure until said otherwise. */
export const SafetyRating = ({ person }: { readonly person: Person }) => {
  const save = useSave();
  const draft = useDraft<RatingForm>(`safety/${person.id}`, { safety: null, note: "" });
  const [saved, setSaved] = useState(false);
  const chosen = safetyOf(draft.form.safety);
  const store = async (): Promise<void> => {
    if (chosen === null) return;
    const ids = await save.run({
      kind: "circle/rate-safety",
      person: person.id,
      safety: chosen,
      note: draft.form.note,
    });
    if (ids === null) return;
    draft.change({ safety: null, note: "" });
    draft.drop();
    setSaved(true);
  };
  if (!draft.ready) return null;
  return (
    <Card title={t("circle.safetyTitle")}>
      <Choice
        label={t("circle.safetyTitle")}
        hideLabel
        stacked
        hint={t("circle.safetyLead")}
        options={safeties.map((value) => ({
          value,
          label: t(`circle.safety.${value}`),
          detail: t(`circle.safetyMore.${value}`, { name: person.nickname }),
        }))}
        value={chosen ?? person.safety}
        onChange={(safety) => {
          setSaved(false);
          draft.change({ safety });
        }}
      />
      {/* The line and the button come with a choice, so that the card stays short for those who only look. */}
      {chosen === null ? null : (
        <Field
          label={t("circle.safetyNote")}
          hint={t("circle.safetyNoteHint")}
          value={draft.form.note}
          onInput={(note) => draft.change({ note })}
          rows={2}
          max={4000}
          left={(n) => t("shell.left", { n })}
        />
      )}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Notice tone="good">{saved ? t(person.safety === "unsafe" ? "circle.savedUnsafe" : "shell.saved") : null}</Notice>
      {chosen === null ? null : (
        <div>
          <Button busy={save.busy} onPress={() => void store()}>
            {t("circle.safetySave")}
          </Button>
        </div>
      )}
      <Harm person={person} />
    </Card>
  );
};
