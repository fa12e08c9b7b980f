/** Shows one step: what to do, how hard it looks, how it was before, and the ones beside it. */
import { experiments, ownSteps, settings, trials, type Experiment, type StepSpec } from "@belay/domain";
import { fewTries } from "@belay/guidance";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Slip } from "../ask/slip.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go, replace } from "../navigation.ts";
import { nameOf, outcomeWords } from "../names.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { dayWords, t } from "../words.ts";
import { hardOf } from "./ladder.ts";
import { largerStep, smallerStep } from "./neighbours.ts";
import { Scale } from "./scale.tsx";
import { stepMoment } from "./step-moment.ts";
import { allSteps, findStep, stepWords } from "./step-text.ts";
import { withName } from "./step-words.ts";
import css from "./steps.module.css";

/** With whom and where. */
const Facts = ({ step }: { readonly step: StepSpec }) => (
  <dl class={css["facts"]}>
    <dt>{t("steps.who")}</dt>
    <dd>{step.needsPerson ? step.roles.map((role) => t(`steps.role.${role}`)).join(", ") : t("steps.noPerson")}</dd>
    <dt>{t("steps.where")}</dt>
    <dd>{step.contexts.map((context) => t(`steps.context.${context}`)).join(", ")}</dd>
  </dl>
);

/**
 * How hard it looks for this person today, drawn and said, and how many tries that rests on. Nothing is shown until it
 * is known.
 */
const HowHard = ({ step }: { readonly step: StepSpec }) => {
  const look = useEngine().hardness(step);
  if (look === null) return null;
  const hard = hardOf(look);
  return (
    <Stack gap={1}>
      <h2>{t("steps.hard")}</h2>
      <Scale wide hard={hard} />
      <Soft>{t("steps.hardnessSpan", { n: hard.expected, low: hard.low, high: hard.high })}</Soft>
      <Soft>{t(look.tries < fewTries ? "steps.ladderFew" : "steps.ladderTries", { tries: look.tries })}</Soft>
    </Stack>
  );
};

/** One earlier try, in one line. */
const tryLine = ({ prediction, outcome }: Experiment): string | null => {
  const felt = outcome?.bad ?? outcome?.peak ?? null;
  if (felt === null) return null;
  const expected = prediction?.bad ?? null;
  return expected === null ? t("steps.beforeFeltOnly", { felt }) : t("steps.beforeLine", { expected, felt });
};

/** Every earlier try, good or bad. */
const Before = ({ tries }: { readonly tries: readonly Experiment[] }) => {
  const state = useEngine().state.value;
  if (tries.length === 0) return <Soft>{t("steps.beforeNone")}</Soft>;
  return (
    <Card title={t("steps.before")}>
      {tries.map((one) => {
        const came = one.outcome?.outcome ?? null;
        return (
          <div key={one.id}>
            <Soft>
              {dayWords(one.plan.day)}
              {one.person === null ? "" : ` · ${nameOf(state, one.person)}`}
              {came === null ? "" : ` · ${t(outcomeWords(came))}`}
            </Soft>
            <p>{tryLine(one)}</p>
            <Button small kind="quiet" onPress={() => go("ask", one.id)}>
              {t("today.open")}
            </Button>
          </div>
        );
      })}
    </Card>
  );
};

/** One down and one up, where there is one. */
const Neighbours = ({ step, steps }: { readonly step: StepSpec; readonly steps: readonly StepSpec[] }) => {
  const state = useEngine().state.value;
  const smaller = smallerStep(
    step,
    steps,
    trials(state).map((trial) => trial.step),
  );
  const larger = largerStep(step, steps);
  const both = [
    ["steps.smaller", smaller],
    ["steps.larger", larger],
  ] as const;
  return (
    <Card title={t("steps.neighbours")} tone="sunk">
      {both.map(([label, neighbour]) =>
        neighbour === null ? null : (
          <div key={label}>
            <Soft>{t(label)}</Soft>
            <Button wide onPress={() => go("step", neighbour.id)}>
              {neighbour.title}
            </Button>
          </div>
        ),
      )}
    </Card>
  );
};

/** One's own step can be put away. */
const PutAway = ({ step }: { readonly step: string }) => {
  const save = useSave();
  const away = async (): Promise<void> => {
    if ((await save.run({ kind: "steps/remove-own", step })) !== null) replace("steps");
  };
  return (
    <>
      <Button kind="quiet" busy={save.busy} onPress={() => void away()}>
        {t("steps.ownRemove")}
      </Button>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </>
  );
};

/** The id of the place is the step's. */
export const Step = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  const step = id === null ? null : findStep(state, id);
  if (step === null) {
    return (
      <Page title={t("steps.gone")} back={{ label: t("steps.back"), onBack: back }}>
        <Button onPress={() => replace("steps")}>{t("steps.back")}</Button>
      </Page>
    );
  }
  const words = stepWords(step.id);
  const moment = stepMoment(step);
  const tries = experiments(state).filter(({ plan, stage }) => plan.step === step.id && stage === "closed");
  return (
    <Page
      eyebrow={t(`steps.strandIs.${step.strand}`)}
      title={step.title}
      lead={words?.how}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {words === null || words.example === "" ? null : (
        <Stack gap={1}>
          <Soft>{t("steps.example")}</Soft>
          <Slip words={withName(words.example, null)} />
        </Stack>
      )}
      {step.touch ? <p>{t("steps.touch")}</p> : null}
      <Row>
        <Button kind="primary" onPress={() => go("try", step.id)}>
          {t("steps.take")}
        </Button>
      </Row>
      <HowHard step={step} />
      <Facts step={step} />
      <Before tries={tries} />
      <Neighbours step={step} steps={allSteps(state, settings(state).touch)} />
      {ownSteps(state).some((own) => own.id === step.id) ? <PutAway step={step.id} /> : null}
      {moment === null ? null : <LessonHere moment={moment} />}
    </Page>
  );
};
