/** Shows what is under way: answers first, then what waits, then what was taken up. */
import { awaitingOutcome, experiments, type Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Tag } from "../../parts/chip.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Thread } from "../../parts/thread.tsx";
import { useEngine } from "../engine-context.tsx";
import { answerWords, freshAnswer, nameOf } from "../names.ts";
import { go } from "../navigation.ts";
import { Elsewhere } from "../outcome/elsewhere.tsx";
import { daysApart, t } from "../words.ts";

/** "Yesterday · you guessed 30 % yes". */
const sentLine = (experiment: Experiment, today: Parameters<typeof daysApart>[0]): string | null => {
  const sent = experiment.asks.find((ask) => ask.sentOn !== null)?.sentOn ?? null;
  if (sent === null) return null;
  const when = daysApart(today, sent);
  // The guess stands beside the wait on purpose: later it cannot be remembered differently.
  const help = experiment.prediction?.help ?? null;
  return help === null ? t("today.sentLineNoGuess", { when }) : t("today.sentLine", { when, help });
};

/** One ask that is out: the thread, the title, what came back. */
const Under = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const name = nameOf(engine.state.value, experiment.person);
  const answer = freshAnswer(experiment);
  const line = sentLine(experiment, engine.today());
  return (
    <Stack gap={1}>
      <Thread from={t("ask.openMe")} to={name} taut={answer !== null} />
      <Row spread gap={1}>
        <p>
          <strong>{experiment.plan.title}</strong>
        </p>
        {answer === null ? null : (
          <Tag tone="moss">{t("today.answerIs", { name, answer: t(answerWords(answer)) })}</Tag>
        )}
      </Row>
      {line === null ? null : <Soft>{line}</Soft>}
      <Row gap={1}>
        {answer === null ? (
          <>
            <Button small onPress={() => go("ask", experiment.id)}>
              {t("today.open")}
            </Button>
            <Elsewhere experiment={experiment} />
          </>
        ) : (
          <Button onPress={() => go("ask", experiment.id)}>{t("today.see")}</Button>
        )}
      </Row>
    </Stack>
  );
};

/** One step that was taken up and not done yet. */
const Taken = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  return (
    <Stack gap={1}>
      <p>
        <strong>{experiment.plan.title}</strong>
        {experiment.person === null
          ? null
          : ` ${t("today.stepWith", { name: nameOf(engine.state.value, experiment.person) })}`}
      </p>
      <Row gap={1}>
        <Button small onPress={() => go("ask", experiment.id)}>
          {t("today.go")}
        </Button>
        <Button small kind="quiet" onPress={() => go("outcome", experiment.id)}>
          {t("today.noteOutcome")}
        </Button>
      </Row>
    </Stack>
  );
};

/** What came back and was not looked back on yet; it stands above everything else. */
export const Answers = () => {
  const { state } = useEngine();
  const answered = awaitingOutcome(state.value).filter(({ stage }) => stage === "answered");
  if (answered.length === 0) return null;
  return (
    <Card tone="accent" title={t("today.answered")}>
      {answered.map((experiment) => (
        <Under key={experiment.id} experiment={experiment} />
      ))}
    </Card>
  );
};

/**
 * What waits for an answer, and what was taken up. Nothing in it is ever late: a day that was waited for and has passed
 * shows on the ask's own page, as the person's own words.
 */
export const UnderWay = () => {
  const { state } = useEngine();
  const all = experiments(state.value);
  const waiting = all.filter(({ stage }) => stage === "waiting");
  const taken = all.filter(({ stage }) => stage === "planned" || stage === "predicted");
  return (
    <>
      {waiting.length === 0 ? null : (
        <Card title={t("today.waiting")} aside={<Soft>{t("today.waitingCount", { n: waiting.length })}</Soft>}>
          {waiting.map((experiment) => (
            <Under key={experiment.id} experiment={experiment} />
          ))}
        </Card>
      )}
      {taken.length === 0 ? null : (
        <Card title={t("today.taken")}>
          {taken.map((experiment) => (
            <Taken key={experiment.id} experiment={experiment} />
          ))}
        </Card>
      )}
    </>
  );
};
