/** Notes what happened: filled in from the answer, the rest added or left. */
import { experiment as experimentOf, outcomes, type Experiment, type Status } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { answerWords, freshAnswer, nameOf, outcomeWords } from "../names.ts";
import { back, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { AfterHurt, AfterNo, AfterSilence } from "./after-no.tsx";
import { Closer, Feared, Felt, Taken } from "./felt.tsx";
import { HardMoment } from "./hard-moment.tsx";
import { LookBack } from "./look-back.tsx";
import { outcomeCommand, startForm, wasAsked, wasTried, type OutcomeForm } from "./outcome-form.ts";

/** What can be said of a step that nobody was asked through. `swapped` is recorded elsewhere. */
const doing = [
  ["done", "outcome.statusDone"],
  ["started", "outcome.statusStarted"],
  ["avoided", "outcome.statusAvoided"],
  ["skipped", "outcome.statusSkipped"],
] as const satisfies readonly (readonly [Status, MessageId])[];

/** Whether it was done, and what came back; the first question falls away where an ask went out. */
const What = ({
  experiment,
  draft,
  tried,
}: {
  readonly experiment: Experiment;
  readonly draft: Draft<OutcomeForm>;
  /** The form was sent once, so what is missing may be said. */
  readonly tried: boolean;
}) => {
  const { form, change } = draft;
  const asked = wasAsked(experiment);
  // A hurtful or missing answer is an outcome like any other: leaving it out would make the record lie.
  const came = [...outcomes, ...(asked ? [] : (["none"] as const))];
  const missing = tried && outcomeCommand(experiment, form) === null ? t("outcome.missing") : undefined;
  return (
    <Card>
      {asked ? null : (
        <Choice
          label={t("outcome.status")}
          options={doing.map(([value, label]) => ({ value, label: t(label) }))}
          value={doing.find(([value]) => value === form.status)?.[0] ?? null}
          error={form.status === "" ? missing : undefined}
          onChange={(status) => change({ status })}
        />
      )}
      {wasTried(form) ? (
        <Choice
          label={t("outcome.came")}
          options={came.map((value) => ({ value, label: t(value === "none" ? "outcome.none" : outcomeWords(value)) }))}
          value={came.find((value) => value === form.outcome) ?? null}
          error={form.status === "" ? undefined : missing}
          onChange={(outcome) => change({ outcome })}
        />
      ) : null}
    </Card>
  );
};

/** What is said first, before any number. */
const First = ({ experiment, outcome }: { readonly experiment: Experiment; readonly outcome: string }) => {
  if (outcome === "no") return <AfterNo />;
  if (outcome === "hurtful") return <AfterHurt experiment={experiment} />;
  return outcome === "silence" ? <AfterSilence experiment={experiment} /> : null;
};

/** The whole form. Noting it twice keeps both: the newest counts, the older stays in the record. */
const Form = ({ experiment, onNoted }: { readonly experiment: Experiment; readonly onNoted: () => void }) => {
  const state = useEngine().state.value;
  const save = useSave();
  const draft = useDraft<OutcomeForm>(`outcome/${experiment.id}`, startForm(experiment));
  const [tried, setTried] = useState(false);
  const { form } = draft;
  const answer = freshAnswer(experiment);
  const name = nameOf(state, experiment.person);
  const note = async (): Promise<void> => {
    setTried(true);
    const command = outcomeCommand(experiment, form);
    if (command === null || (await save.run(command)) === null) return;
    draft.drop();
    onNoted();
  };
  if (!draft.ready) return null;
  return (
    <Page
      key="form"
      eyebrow={experiment.plan.title}
      title={answer === null ? t("outcome.title") : t("outcome.titleAnswer", { name, answer: t(answerWords(answer)) })}
      lead={t("outcome.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Notice tone="good">{experiment.outcome === null ? null : t("outcome.saved")}</Notice>
      {/* A no that is already known is spoken to before anything is asked. */}
      {answer === "no" ? <AfterNo /> : null}
      <What experiment={experiment} draft={draft} tried={tried} />
      {wasTried(form) && !(answer === "no" && form.outcome === "no") ? (
        <First experiment={experiment} outcome={form.outcome} />
      ) : null}
      {wasTried(form) ? <Closer experiment={experiment} draft={draft} /> : null}
      {/* What was noted already, in two taps or before, has its path at once. */}
      <HardMoment experiment={experiment} outcome={experiment.outcome?.outcome ?? null} />
      {wasTried(form) ? (
        <>
          <Feared experiment={experiment} draft={draft} />
          <Felt experiment={experiment} draft={draft} />
        </>
      ) : null}
      <Taken draft={draft} />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void note()}>
          {t(experiment.outcome === null ? "outcome.note" : "outcome.noteMore")}
        </Button>
        {experiment.outcome === null ? null : (
          <Button kind="quiet" onPress={() => replace("today")}>
            {t("outcome.today")}
          </Button>
        )}
      </Row>
    </Page>
  );
};

/** The id of the place is the experiment's. */
export const Outcome = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  const [noted, setNoted] = useState(false);
  const experiment = id === null ? null : experimentOf(state, id);
  if (experiment === null) {
    return (
      <Page title={t("ask.goneTitle")} back={{ label: t("shell.back"), onBack: back }}>
        <Button onPress={() => replace("today")}>{t("shell.backToday")}</Button>
      </Page>
    );
  }
  return noted ? <LookBack experiment={experiment} /> : <Form experiment={experiment} onNoted={() => setNoted(true)} />;
};
