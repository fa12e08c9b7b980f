/** Opens with the load, then says what this is and is not, before anything else can be done. */
import { useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { go } from "../navigation.ts";
import { passing, passThrough } from "../passing.ts";
import { useSave } from "../save.ts";
import { checkinCommand, emptyCheckin, type CheckinForm } from "../today/checkin-form.ts";
import { t } from "../words.ts";
import css from "./welcome.module.css";

/** The notes before the first use: what it is, who sees it, where it is kept, whom not to ask. */
const notes = ["Self", "Alone", "Kept", "Judge"] as const;

/** The question. What is written survives a reload, and is noted once the person has begun. */
const Question = ({ draft, onNext }: { readonly draft: Draft<CheckinForm>; readonly onNext: () => void }) => {
  const { form, ready, change } = draft;
  return (
    <Page title={t("welcome.question")} lead={t("welcome.lead")}>
      {ready ? (
        <Field
          label={t("welcome.carrying")}
          hideLabel
          rows={4}
          max={4000}
          value={form.carrying}
          left={(n) => t("shell.left", { n })}
          onInput={(carrying) => change({ carrying })}
        />
      ) : (
        <div class={css["placeholder"]} />
      )}
      <Row>
        <Button kind="primary" onPress={onNext}>
          {t("welcome.next")}
        </Button>
        {/* Having nothing to name is an answer too, and leads on like any other. */}
        {form.carrying.trim() === "" ? (
          <Button kind="quiet" onPress={onNext}>
            {t("welcome.skip")}
          </Button>
        ) : null}
      </Row>
      <div>
        <Button small kind="quiet" onPress={() => go("join")}>
          {t("welcome.elsewhere")}
        </Button>
        {/* Before anything was written: what is here already would be lost. */}
        {form.carrying.trim() === "" && !passing.value ? (
          <Button small kind="quiet" onPress={passThrough}>
            {t("welcome.passing")}
          </Button>
        ) : null}
      </div>
      {/* Said before anything is kept. */}
      <div class={css["device"]}>
        <Soft>{t("welcome.device")}</Soft>
      </div>
    </Page>
  );
};

/** Made for adults: says so, and where else to turn. */
const Young = () => (
  <Page title={t("welcome.youngTitle")} lead={t("welcome.youngText")}>
    <Row>
      <Button onPress={() => go("help")}>{t("welcome.youngHelp")}</Button>
    </Row>
  </Page>
);

/** The draft goes along, because what was written is noted with the press that begins. */
interface NotesProps {
  readonly draft: Draft<CheckinForm>;
  readonly onBack: () => void;
  readonly onYoung: () => void;
}

/**
 * The notes, and the one press that begins. They are read before anything is recorded, and there is no box to tick: the
 * button says what it confirms.
 */
const Notes = ({ draft, onBack, onYoung }: NotesProps) => {
  const save = useSave();
  const noted = useRef(false);
  const begin = async (): Promise<void> => {
    // A second press after a failure must not note the same load twice.
    if (!noted.current && draft.form.carrying.trim() !== "") {
      if ((await save.run(checkinCommand(draft.form))) === null) return;
      noted.current = true;
      draft.drop();
    }
    await save.run({ kind: "settings/see-intro", version: 1 });
  };
  return (
    <Page title={t("welcome.notesTitle")} back={{ label: t("shell.back"), onBack }}>
      <ul class={css["notes"]}>
        {notes.map((note) => (
          <li key={note}>
            <h2>{t(`welcome.note${note}`)}</h2>
            <p>{t(`welcome.note${note}More`)}</p>
          </li>
        ))}
      </ul>
      <Stack gap={1}>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
        <Row>
          <Button kind="primary" busy={save.busy} onPress={() => void begin()}>
            {t("welcome.begin")}
          </Button>
          <Button kind="quiet" onPress={onYoung}>
            {t("welcome.young")}
          </Button>
        </Row>
      </Stack>
    </Page>
  );
};

/** Three stages; the place in the history says nothing about them, so a reload starts at the question, words kept. */
export const Welcome = () => {
  // The same draft as the first check-in's: what is written here is what is being carried.
  const draft = useDraft<CheckinForm>("checkin", emptyCheckin);
  const [stage, setStage] = useState<"question" | "notes" | "young">("question");
  if (stage === "young") return <Young key={stage} />;
  if (stage === "notes")
    return <Notes key={stage} draft={draft} onBack={() => setStage("question")} onYoung={() => setStage("young")} />;
  return <Question key={stage} draft={draft} onNext={() => setStage("notes")} />;
};
