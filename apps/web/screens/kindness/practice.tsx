/** Draws one practice: a few lines, perhaps a field, and a way to note that it was done. */
import type { PracticeContent } from "@belay/content";
import { practices } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back } from "../navigation.ts";
import { useSave } from "../save.ts";
import { dayWords, t } from "../words.ts";
import type { KindPlace } from "./kind-place.ts";
import css from "./kindness.module.css";

/** The longest sentence to oneself, in characters. */
const longest = 500;

/** The field as its draft keeps it. */
type PracticeForm = { readonly words: string };
const empty: PracticeForm = { words: "" };

/** What was written here before, newest first; the last three are enough to be reminded. */
const Earlier = ({ practice }: { readonly practice: string }) => {
  const earlier = practices(useEngine().state.value)
    .filter((done) => done.practice === practice && done.words.trim() !== "")
    .slice(0, 3);
  return earlier.length === 0 ? null : (
    <Card tone="moss" title={t("kindness.earlier")}>
      {earlier.map((done) => (
        <div key={done.id}>
          <Soft>{dayWords(done.day, "dated")}</Soft>
          <p class="own-words">{done.words}</p>
        </div>
      ))}
    </Card>
  );
};

/** `onAnother` and `onAll` lead to other practices; none of them has to be done, this one neither. */
export const Practice = ({
  practice,
  place,
  onAnother,
  onAll,
}: {
  readonly practice: PracticeContent;
  /** The moment it is kept with. */
  readonly place: KindPlace;
  /** Null where this is the only one of its moment. */
  readonly onAnother: (() => void) | null;
  readonly onAll: () => void;
}) => {
  const save = useSave();
  const draft = useDraft<PracticeForm>(`kindness/${practice.id}`, empty);
  const [done, setDone] = useState(false);
  const note = async (): Promise<void> => {
    const { words } = draft.form;
    const command = { kind: "compassion/practise", practice: practice.id, ...place, words: words.trim() } as const;
    if ((await save.run(command)) === null) return;
    draft.change(empty);
    draft.drop();
    setDone(true);
  };
  if (!draft.ready) return null;
  return (
    <Page
      key={practice.id}
      eyebrow={t(`kindness.moment.${place.moment}`)}
      title={practice.title}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <div class={css["lines"]}>
        {practice.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {practice.field === null || done ? null : (
        <Field
          label={practice.field}
          hint={t("kindness.hint")}
          rows={2}
          max={longest}
          value={draft.form.words}
          left={(n) => t("shell.left", { n })}
          onInput={(words) => draft.change({ words })}
        />
      )}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      {done ? (
        <Landing>
          <p role="status">{t("kindness.saved")}</p>
        </Landing>
      ) : null}
      <Row>
        {done ? (
          <Button kind="primary" onPress={back}>
            {t("kindness.onwards")}
          </Button>
        ) : (
          <Button kind="primary" busy={save.busy} onPress={() => void note()}>
            {t("kindness.done")}
          </Button>
        )}
        {onAnother === null ? null : (
          <Button kind="quiet" onPress={onAnother}>
            {t(done ? "kindness.next" : "kindness.another")}
          </Button>
        )}
        <Button kind="quiet" onPress={onAll}>
          {t("kindness.list")}
        </Button>
      </Row>
      <Earlier practice={practice.id} />
      <LessonHere moment="critic" />
    </Page>
  );
};
