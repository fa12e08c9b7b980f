/** Shows an ask that waits, and the answer the moment it arrives. */
import type { AnswerGiven, Ask, Experiment } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Thread } from "../../parts/thread.tsx";
import { useEngine } from "../engine-context.tsx";
import { answerWords, freshAnswer, nameOf } from "../names.ts";
import { go } from "../navigation.ts";
import { AfterNo } from "../outcome/after-no.tsx";
import { Elsewhere } from "../outcome/elsewhere.tsx";
import { HardMoment, NotAfterAll } from "../outcome/hard-moment.tsx";
import { planOf } from "./silence-plan.ts";
import { daysApart, dayWords, t, type MessageId } from "../words.ts";
import { Expected } from "./expected.tsx";
import { justHanded } from "./just-handed.ts";
import { LinkOf } from "./link-of.tsx";
import { waitedLongEnough } from "./outgoing.ts";
import { Slip } from "./slip.tsx";

/** How it went out, in words. */
const channelWords = {
  said: "ask.openSaid",
  "own-message": "ask.openMessage",
  link: "ask.openLink",
} as const satisfies Readonly<Record<NonNullable<Ask["channel"]>, MessageId>>;

/** What came back, in the other person's words. */
const Answer = ({ answer, name }: { readonly answer: AnswerGiven; readonly name: string }) => (
  <Card
    tone="moss"
    title={t("today.answerIs", { name, answer: t(answerWords(answer.answer)) })}
    aside={<Soft>{dayWords(answer.day)}</Soft>}
  >
    {answer.words === "" ? null : <Slip words={answer.words} />}
    {answer.burden === null ? null : <p>{t("ask.openBurden", { n: answer.burden })}</p>}
    {answer.glad === null ? null : <p>{t("ask.openGlad", { n: answer.glad })}</p>}
    {answer.notThisMonth ? <p>{t("ask.openNotThisMonth", { name })}</p> : null}
  </Card>
);

/** What was decided for silence; once the day has passed, as the person's own words. */
const SilencePlan = ({ ask }: { readonly ask: Ask }) => {
  const { silence } = ask;
  const today = useEngine().today();
  if (silence === null) return null;
  const day = dayWords(silence.by, "long");
  if (silence.then === "") return <p>{t("ask.openSilenceBare", { day })}</p>;
  return (
    <p>
      {t(waitedLongEnough(silence, today) ? "ask.openSilenceOver" : "ask.openSilence", { day, then: silence.then })}
    </p>
  );
};

/** Looks again on request; answers also come by themselves. */
const Look = () => {
  const engine = useEngine();
  const [looked, setLooked] = useState(false);
  return (
    <Row gap={1}>
      <Button small kind="quiet" onPress={() => void engine.collect().then(() => setLooked(true))}>
        {t("ask.openLook")}
      </Button>
      <Notice>{looked ? t("ask.openLooked") : null}</Notice>
    </Row>
  );
};

/** The words as they went, how and when, and what becomes of silence. */
const Sent = ({ ask, name, waiting }: { readonly ask: Ask; readonly name: string; readonly waiting: boolean }) => {
  const today = useEngine().today();
  return (
    <Card title={t("ask.openWords")}>
      <Slip words={ask.words} />
      {ask.channel === null || ask.sentOn === null ? null : (
        <Soft>{t(channelWords[ask.channel], { when: daysApart(today, ask.sentOn) })}</Soft>
      )}
      {waiting ? <SilencePlan ask={ask} /> : null}
      <LinkOf ask={ask} name={name} />
    </Card>
  );
};

/**
 * Waiting, or answered and not looked back on yet. While it waits there is nothing to do here, and the page says so; an
 * answer changes it in place, wherever the person is on it.
 */
export const Open = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const state = engine.state.value;
  const name = nameOf(state, experiment.person);
  const answer = freshAnswer(experiment);
  const given = experiment.answers.at(-1);
  const newest = experiment.asks[0];
  // The day that the person chose to wait for has passed; then the page offers the way they have for that.
  const over = waitedLongEnough(planOf(experiment)?.silence ?? null, engine.today());
  // What was just done with the link is said once, on the page that it led to.
  const handed = answer === null && justHanded.value?.ask === newest?.id ? justHanded.value : null;
  useEffect(
    () => () => {
      justHanded.value = null;
    },
    [],
  );
  const title =
    answer === null ? t("ask.openTitle", { name }) : t("ask.openAnswered", { name, answer: t(answerWords(answer)) });
  return (
    <Page
      eyebrow={experiment.plan.title}
      title={title}
      back={{ label: t("shell.backToday"), onBack: () => go("today") }}
    >
      {/* There from the start and empty, so that a screen reader hears the answer the moment it fills. */}
      <div class="hidden-text" role="status">
        {answer === null ? null : t("ask.openLive", { name, answer: t(answerWords(answer)) })}
      </div>
      <Thread from={t("ask.openMe")} to={name} taut={answer !== null} />
      <Notice tone="good">{handed === null ? null : t(handed.said)}</Notice>
      {answer === "no" ? <AfterNo /> : null}
      {given === undefined || answer === null ? null : <Answer answer={given} name={name} />}
      {answer === null ? (
        <Stack gap={1}>
          <Soft>{t("ask.openNothingDue")}</Soft>
          <Row gap={1}>
            <Elsewhere experiment={experiment} small={false} />
          </Row>
        </Stack>
      ) : (
        <Row>
          <Button kind="primary" onPress={() => go("outcome", experiment.id)}>
            {t("ask.openNote")}
          </Button>
          <Elsewhere experiment={experiment} small={false} />
          {answer === "yes" || answer === "partly" ? <NotAfterAll experiment={experiment} /> : null}
        </Row>
      )}
      <HardMoment experiment={experiment} outcome={answer === null && over ? "silence" : answer} />
      {newest === undefined ? null : <Sent ask={newest} name={name} waiting={answer === null} />}
      {answer === null && newest?.channel === "link" ? <Look /> : null}
      <Card tone="sunk">
        <Expected experiment={experiment} />
      </Card>
    </Page>
  );
};
