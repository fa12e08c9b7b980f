/** Puts expectation and outcome beside each other, and leads on to the thoughts it was to test. */
import type { Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { thoughts } from "../ask/expect-form.ts";
import { Expected } from "../ask/expected.tsx";
import { useEngine } from "../engine-context.tsx";
import { nameOf, outcomeWords } from "../names.ts";
import { go, replace } from "../navigation.ts";
import { EraseOne } from "../mine/erase-one.tsx";
import { factsOfTry } from "../mine/facts-about.ts";
import { LessonHere } from "../learn/lesson-here.tsx";
import { t } from "../words.ts";
import { closerSentence, isNear } from "./closer.ts";
import { compare } from "./compare.ts";
import { HardMoment, NotAfterAll } from "./hard-moment.tsx";

/** The thoughts it was to test; weighing them has a page of its own, where what counts was agreed before. */
const Thoughts = ({ ids }: { readonly ids: readonly string[] }) => {
  const state = useEngine().state.value;
  const known = thoughts(state).filter(({ id }) => ids.includes(id));
  if (known.length === 0) return null;
  return (
    <Card title={t("outcome.weighTitle")}>
      <ul>
        {known.map(({ id, text }) => (
          <li key={id}>
            <Press look="line" onPress={() => go("belief", id)}>
              <span>“{text}”</span>
              <Icon name="next" size={1.1} />
            </Press>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/**
 * The end of one experiment. One time says little, and the page says so; whether it means anything about a thought is
 * the person's to say, on a page where what counts was agreed before.
 */
export const LookBack = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  const { outcome, prediction } = experiment;
  // Nothing is claimed where one of the two numbers is missing; then what was expected stands alone.
  const said = compare(prediction, outcome);
  const tried = outcome !== null && (outcome.status === "done" || outcome.status === "started");
  const came = outcome?.outcome ?? null;
  const helped = came === "yes" || came === "partly";
  // For sharing and being with somebody this is the question, so it stands before any number.
  const closer = closerSentence(experiment);
  return (
    <Page
      key="look-back"
      eyebrow={experiment.plan.title}
      title={t("ask.closedTitle")}
      lead={
        came === null
          ? undefined
          : t("today.answerIs", { name: nameOf(state, experiment.person), answer: t(outcomeWords(came)) })
      }
      back={{ label: t("shell.backToday"), onBack: () => replace("today") }}
    >
      {closer === null ? null : (
        <Card tone="moss" title={t("outcome.closer")}>
          <p>{t(closer)}</p>
        </Card>
      )}
      {said.length === 0 ? (
        <Card tone="sunk">
          <Expected experiment={experiment} />
        </Card>
      ) : (
        <Card tone="moss" title={t("outcome.compareTitle")}>
          {said.map(({ id, values }) => (
            <p key={id}>{t(id, values)}</p>
          ))}
          <Soft>{t("outcome.compareOne")}</Soft>
        </Card>
      )}
      {outcome === null || outcome.learnt === "" ? null : (
        <Card title={t("outcome.learnt")}>
          <p class="own-words">{outcome.learnt}</p>
        </Card>
      )}
      {tried ? <HardMoment experiment={experiment} outcome={came} /> : null}
      {tried ? <Thoughts ids={prediction?.beliefs ?? []} /> : null}
      <Row>
        <Button kind="primary" onPress={() => replace("today")}>
          {t("outcome.today")}
        </Button>
        <Button onPress={() => go("evidence")}>{t("outcome.evidence")}</Button>
        <Button kind="quiet" onPress={() => go("outcome", experiment.id)}>
          {t("outcome.change")}
        </Button>
        {helped ? <NotAfterAll experiment={experiment} /> : null}
        <EraseOne
          what={experiment.plan.title}
          facts={() => factsOfTry(state, experiment.id)}
          onGone={() => replace("today")}
        />
      </Row>
      {tried && isNear(experiment) ? <LessonHere moment="after-share" /> : null}
      {helped && !isNear(experiment) ? <LessonHere moment="after-yes" /> : null}
    </Page>
  );
};
