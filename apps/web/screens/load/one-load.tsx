/** Shows one thing that is carried: what was decided, what came of it, and what can be done next. */
import { experiments, type Experiment, type Load, type LoadDecision } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { nameOf } from "../names.ts";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { Decide } from "./decide.tsx";
import css from "./load.module.css";
import { goesToSomeone } from "./load-form.ts";
import { Next } from "./next.tsx";
import { stepStands } from "./standing.ts";

/** The person's own words of a decision. */
const Said = ({ decision }: { readonly decision: LoadDecision }) => (
  <>
    {decision.why === "" ? null : (
      <p class={css["words"]}>
        <q dir="auto">{decision.why}</q>
      </p>
    )}
    {decision.enough === "" ? null : <p class={css["words"]}>{t("load.enoughLine", { enough: decision.enough })}</p>}
  </>
);

/** What was decided last; what was kept for a reason is shown with it. */
const Decided = ({ decision, onAgain }: { readonly decision: LoadDecision; readonly onAgain: () => void }) => {
  const today = useEngine().today();
  return (
    <Card
      tone={decision.choice === "keep" ? "moss" : "plain"}
      title={t(`load.choiceIs.${decision.choice}`)}
      aside={<Soft>{t("load.decidedOn", { when: daySaid(decision.day, today) })}</Soft>}
    >
      <Said decision={decision} />
      {decision.choice === "keep" ? <p>{t("load.keptNote")}</p> : null}
      {goesToSomeone(decision.choice) ? <Soft>{t("load.fair")}</Soft> : null}
      <Row>
        <Button small kind="quiet" onPress={onAgain}>
          {t("load.decideAgain")}
        </Button>
      </Row>
    </Card>
  );
};

/** One step that was taken up for it. */
const Step = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  return (
    <li class={css["said"]}>
      <p>
        <strong>{experiment.plan.title}</strong>
        {experiment.person === null ? null : ` ${t("load.cameWith", { name: nameOf(state, experiment.person) })}`}
      </p>
      <Row spread gap={1}>
        <span>{t("load.cameAt", { state: stepStands(experiment) })}</span>
        <Button small onPress={() => go("ask", experiment.id)}>
          {t("load.cameOpen")}
        </Button>
      </Row>
    </li>
  );
};

/** Laying it down, whoever has it now; what was kept on purpose is not asked about. */
const PutDown = ({ load }: { readonly load: Load }) => {
  const save = useSave();
  const today = useEngine().today();
  const [justDown, setJustDown] = useState(false);
  const choice = load.decision?.choice ?? null;
  if (load.putDownOn !== null) {
    return (
      <Landing active={justDown}>
        <Card tone="sunk">
          <p>{t("load.putDone", { when: daySaid(load.putDownOn, today) })}</p>
        </Card>
      </Landing>
    );
  }
  if (choice === null || choice === "keep") return null;
  const put = async (): Promise<void> => {
    // Said before it is done: the line that takes the place of this card is drawn by the save itself.
    setJustDown(true);
    await save.run({ kind: "load/put-down", load: load.id });
  };
  return (
    <Card tone="sunk">
      <p>{t(choice === "drop" ? "load.putDrop" : "load.putOther")}</p>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind={choice === "drop" ? "primary" : "plain"} busy={save.busy} onPress={() => void put()}>
          {t("load.put")}
        </Button>
      </Row>
    </Card>
  );
};

/** What was decided before the decision that stands, newest first. */
const Before = ({ decisions }: { readonly decisions: readonly LoadDecision[] }) => {
  const today = useEngine().today();
  const before = decisions.slice(0, -1).toReversed();
  if (before.length === 0) return null;
  return (
    <Fold title={t("load.before")}>
      <ul>
        {before.map((decision, index) => (
          <li key={`${decision.day}/${index}`} class={css["said"]}>
            <p>
              <strong>{t(`load.choiceIs.${decision.choice}`)}</strong>
            </p>
            <Said decision={decision} />
            <Soft>{daySaid(decision.day, today)}</Soft>
          </li>
        ))}
      </ul>
    </Fold>
  );
};

/** The page of one load. */
export const OneLoad = ({ load }: { readonly load: Load }) => {
  const engine = useEngine();
  const [again, setAgain] = useState(false);
  const [justDecided, setJustDecided] = useState(false);
  const { decision } = load;
  const own = experiments(engine.state.value).filter(({ id }) => load.experiments.includes(id));
  const sort = t(`load.sortIs.${load.sort}`);
  // The form gives way to what was decided, and the focus goes with it.
  const decided = (): void => {
    setAgain(false);
    setJustDecided(true);
  };
  return (
    <Page
      eyebrow={t("load.oneEyebrow", { sort, day: daySaid(load.addedOn, engine.today()) })}
      title={load.title}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {decision === null || again ? (
        <Decide load={load} onDecided={decided} />
      ) : (
        <>
          <Landing active={justDecided}>
            <Decided decision={decision} onAgain={() => setAgain(true)} />
          </Landing>
          {own.length === 0 ? null : (
            <Card title={t("load.cameTitle")}>
              <ul>
                {own.map((experiment) => (
                  <Step key={experiment.id} experiment={experiment} />
                ))}
              </ul>
            </Card>
          )}
          {load.putDownOn === null ? <Next load={load} decision={decision} begun={own.length > 0} /> : null}
          <PutDown load={load} />
        </>
      )}
      <Before decisions={load.decisions} />
      <LessonHere moment="load" />
    </Page>
  );
};
