/** Helps to say it plainly: the words, what is marked in them, and where to begin. */
import { dayNumber } from "@belay/basics";
import type { Experiment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { MarkedField } from "../../parts/marked-field.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { nameOf } from "../names.ts";
import { back, go } from "../navigation.ts";
import { stepWords } from "../steps/step-text.ts";
import { t } from "../words.ts";
import { emptyAsk, type AskForm } from "./ask-form.ts";
import { CantSend } from "./cant-send.tsx";
import { withAlternative } from "./parts-of-ask.ts";
import { Parts, SelfLine, Sentences } from "./starters.tsx";
import { Stages } from "./stages.tsx";
import { StepLesson } from "./step-lesson.tsx";
import { useLooked } from "./use-looked.ts";
import { Checklist, WordingHelp } from "./wording-help.tsx";

/** The longest ask, in characters: what can be recorded, less room for the sentence about the day. */
const longest = 3800;

/** The first of the three stages. */
export const Compose = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const draft = useDraft<AskForm>(`ask/${experiment.id}`, emptyAsk);
  const [tried, setTried] = useState(false);
  const { words } = draft.form;
  const { marks, parts } = useLooked(words);
  const name = nameOf(engine.state.value, experiment.person);
  // The words live in the draft alone until they go out: what is written here may still become something else.
  const next = (): void => {
    setTried(true);
    if (words.trim() !== "") go("ask", `${experiment.id}~${experiment.stage === "planned" ? "expect" : "send"}`);
  };
  if (!draft.ready) return null;
  return (
    <Page
      eyebrow={t("ask.eyebrow", { name })}
      title={t(experiment.plan.strand === "share" ? "ask.wordsShare" : "ask.wordsTitle")}
      back={{ label: t("shell.back"), onBack: back }}
      above={<Stages at={0} />}
    >
      <Card>
        <MarkedField
          label={t("ask.yourWords")}
          rows={5}
          max={longest}
          value={words}
          spans={marks.filter((mark) => mark.to > mark.from)}
          listId="wording-help"
          left={(n) => t("shell.left", { n })}
          error={tried && words.trim() === "" ? t("ask.wordsMissing") : undefined}
          onInput={(text) => draft.change({ words: text })}
        />
        <Checklist parts={parts} />
        <WordingHelp
          id="wording-help"
          marks={marks}
          onUse={(mark, alternative) =>
            draft.change({ words: withAlternative(words, mark.from, mark.to, alternative) })
          }
        />
      </Card>
      <Stack gap={1}>
        <Parts draft={draft} />
        <Sentences draft={draft} name={name} example={stepWords(experiment.plan.step)?.example ?? null} />
        <SelfLine day={dayNumber(engine.today())} />
      </Stack>
      <Row>
        <Button kind="primary" onPress={next}>
          {t("ask.wordsNext")}
        </Button>
        <CantSend experiment={experiment} />
      </Row>
      {experiment.plan.strand === "ask" ? <LessonHere moment="before-ask" /> : <StepLesson plan={experiment.plan} />}
    </Page>
  );
};
