/**
 * Asks whether a belief is a fact or an old alarm, keeps each answer with its day, and shows them back.
 *
 * No answer is corrected. Somebody who says "a fact" may be right about a place or a person; what follows from it is a
 * test where it matters, like from every other answer.
 */
import type { Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { commonBelief } from "./belief-words.ts";
import css from "./beliefs.module.css";

/** An answer as the view gives it. */
type Answered = Belief["questions"][number];

/** The four answers, of the same weight. */
export const alarmAnswers = ["fact", "alarm", "both", "unsure"] as const satisfies readonly Answered["answer"][];

/** The answer is a text here, because a draft comes back as text. */
type QuestionForm = { readonly answer: string | null; readonly because: string };

/** So many former answers stand in sight; the rest in a fold. */
const shown = 3;

/** One former answer with its day, and the reason where there was one. */
const Past = ({ one }: { readonly one: Answered }) => {
  const today = useEngine().today();
  return (
    <li>
      <span>{t("beliefs.factRow", { day: daySaid(one.day, today), answer: t(`beliefs.answer.${one.answer}`) })}</span>
      {one.because === "" ? null : <span dir="auto">{t("beliefs.quoted", { text: one.because })}</span>}
    </li>
  );
};

/** Everything answered so far, newest first, and what may follow from the newest. */
const Answers = ({ questions }: { readonly questions: readonly Answered[] }) => {
  const newestFirst = questions.toReversed();
  const last = newestFirst[0];
  if (last === undefined) return null;
  const earlier = newestFirst.slice(shown);
  return (
    <Stack gap={1}>
      <p>{t(`beliefs.then.${last.answer}`)}</p>
      <h3>{t("beliefs.factPast")}</h3>
      <ul class={css["past"]}>
        {newestFirst.slice(0, shown).map((one, index) => (
          <Past key={questions.length - index} one={one} />
        ))}
      </ul>
      {earlier.length === 0 ? null : (
        <Fold title={t("beliefs.factPastMore", { n: earlier.length })}>
          <ul class={css["past"]}>
            {earlier.map((one, index) => (
              <Past key={earlier.length - index} one={one} />
            ))}
          </ul>
        </Fold>
      )}
    </Stack>
  );
};

/** The belief’s own question first; the answers so far come after, so that they do not answer for the person. */
export const FactOrAlarm = ({ belief }: { readonly belief: Belief }) => {
  const save = useSave();
  const draft = useDraft<QuestionForm>(`question/${belief.id}`, { answer: null, because: "" });
  const [said, setSaid] = useState<MessageId | null>(null);
  const answer = alarmAnswers.find((one) => one === draft.form.answer) ?? null;
  const keep = async (): Promise<void> => {
    setSaid(answer === null ? "beliefs.factMissing" : null);
    if (answer === null) return;
    const { because } = draft.form;
    const ids = await save.run({ kind: "beliefs/question", belief: belief.id, answer, because });
    if (ids === null) return;
    // Empty again, so that the next answer is one of its own and not a correction.
    draft.change({ answer: null, because: "" });
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <Card tone="sunk" title={t("beliefs.factTitle")}>
      <p>{commonBelief(belief.id)?.questionFact ?? t("beliefs.factOwn")}</p>
      <Soft>{t("beliefs.factNote")}</Soft>
      {draft.ready ? (
        <>
          <Choice
            label={t("beliefs.factChoice")}
            options={alarmAnswers.map((value) => ({ value, label: t(`beliefs.answer.${value}`) }))}
            value={answer}
            onChange={(value) => {
              setSaid(null);
              draft.change({ answer: value });
            }}
          />
          {/* The reason is asked once there is an answer, and is never needed. */}
          {answer === null ? null : (
            <Field
              label={t("beliefs.factBecause")}
              hint={t("beliefs.factBecauseHint")}
              value={draft.form.because}
              onInput={(because) => draft.change({ because })}
              rows={2}
              max={4000}
              left={(n) => t("shell.left", { n })}
            />
          )}
        </>
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <div>
        <Button busy={save.busy} onPress={() => void keep()}>
          {t("beliefs.factSave")}
        </Button>
      </div>
      <Answers questions={belief.questions} />
    </Card>
  );
};
