/** Offers one step within reach and says why; smaller, another and none at all are just as good. */
import { beliefCatalogue } from "@belay/content";
import { beliefs, experiments, type StepSpec } from "@belay/domain";
import type { Choice, Numbers, StepReason } from "@belay/guidance";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { beliefWords } from "../beliefs/belief-words.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { sayRestReason, sayStepReason, tellingReasons } from "../steps/reasons.ts";
import { stepWords } from "../steps/step-text.ts";
import { writePlace } from "../try/place-id.ts";
import { t } from "../words.ts";
import { CareFirst } from "./care-first.tsx";
import { thoughtForToday } from "./thought.ts";
import { Why } from "./why.tsx";

/** A choice that holds a step. */
type Offered = Extract<Choice, { kind: "step" }>;

/** A day without a step, and why. */
const Rest = ({ choice }: { readonly choice: Extract<Choice, { kind: "rest" }> }) => (
  <Card eyebrow={t("today.restEyebrow")} title={t("today.restTitle")}>
    {choice.reasons.map((reason) => {
      const { id, values } = sayRestReason(reason);
      return <p key={id}>{t(id, values)}</p>;
    })}
    <Row>
      <Button small kind="quiet" onPress={() => go("steps")}>
        {t("today.restSteps")}
      </Button>
    </Row>
  </Card>
);

/** Why the smaller one: how hard it looks in its turn. */
const reasonsOfSmaller = (numbers: Numbers | null): readonly StepReason[] =>
  numbers === null ? [] : [{ type: "WithinReach", peak: numbers.peak, done: numbers.done, tries: numbers.tries }];

/** The step itself. `smaller` is set once the person asked for the smaller one. */
const Step = ({
  choice,
  step,
  plain,
  onSmaller,
  onAnother,
  onRest,
  busy,
}: {
  /** What the guidance chose, with its reasons. */
  readonly choice: Offered;
  /** What is shown: the chosen step, or the smaller one in its place. */
  readonly step: StepSpec;
  /** Something else leads the page. */
  readonly plain: boolean;
  /** Null where there is nothing smaller. */
  readonly onSmaller: (() => void) | null;
  readonly onAnother: () => void;
  /** No step today. */
  readonly onRest: () => void;
  readonly busy: boolean;
}) => {
  const person = step.needsPerson ? choice.person : null;
  const name = person?.nickname ?? t("today.someone");
  const how = stepWords(step.id)?.how ?? null;
  // The reasons are those of the step that was chosen; a smaller one in its place has its numbers alone.
  const asChosen = step.id === choice.step.id;
  const numbers = asChosen ? choice.numbers : choice.smallerNumbers;
  const why = asChosen ? tellingReasons(choice.reasons) : reasonsOfSmaller(numbers);
  return (
    <Card tone={plain ? "plain" : "accent"} eyebrow={t("today.stepEyebrow")} title={step.title}>
      <Stack gap={1}>
        {person === null ? null : <p>{t("today.stepWith", { name })}</p>}
        {numbers === null || step.contexts.length === 1 ? null : (
          <p>{t("today.stepPlace", { place: t(`steps.context.${numbers.context}`) })}</p>
        )}
        {how === null ? null : <p>{how}</p>}
        {why.map((reason) => {
          const { id, values } = sayStepReason(reason, name, numbers?.tries ?? 0);
          return <Soft key={id}>{t(id, values)}</Soft>;
        })}
      </Stack>
      <Row gap={1}>
        <Button
          kind={plain ? "plain" : "primary"}
          onPress={() =>
            go(
              "try",
              writePlace({
                step: step.id,
                person: person?.id ?? null,
                offered: true,
                context: numbers?.context ?? null,
              }),
            )
          }
        >
          {t("today.stepTry")}
        </Button>
        {onSmaller === null ? null : <Button onPress={onSmaller}>{t("today.stepSmaller")}</Button>}
        <Button onPress={onAnother}>{t("today.stepAnother")}</Button>
        <Button kind="quiet" busy={busy} onPress={onRest}>
          {t("today.stepRest")}
        </Button>
        {numbers === null ? null : <Why key={step.id} numbers={numbers} name={person?.nickname ?? null} />}
      </Row>
    </Card>
  );
};

/** One thought that a try has spoken to since it was last looked at. */
const Thought = () => {
  const state = useEngine().state.value;
  const thought = thoughtForToday(
    beliefs(
      state,
      beliefCatalogue.map(({ id }) => id),
    ),
    experiments(state),
  );
  return thought === null ? null : (
    <Card eyebrow={t("today.beliefEyebrow")} title={`“${beliefWords(thought)}”`}>
      <p>{t("today.beliefAsk")}</p>
      <Row>
        <Button onPress={() => go("belief", thought.id)}>{t("today.beliefOpen")}</Button>
      </Row>
    </Card>
  );
};

/** What was turned down lasts until the page is left: tomorrow it may be the right one. `plain` where something else leads. */
export const Offer = ({ plain }: { readonly plain: boolean }) => {
  const engine = useEngine();
  const save = useSave();
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const [smaller, setSmaller] = useState<StepSpec | null>(null);
  const choice = engine.stepOffer(declined);
  const shown = choice.kind === "rest" ? null : (smaller ?? choice.step);
  // Its reason stands in the card above it; where care comes first, nothing is to be read besides.
  const care = choice.reasons.some(({ type }) => type === "CareFirst");
  // Turning one down is no entry in the record: it says something about today, not about the person.
  const decline = (step: StepSpec): void => {
    setDeclined([...declined, step.id]);
    setSmaller(null);
  };
  return (
    <>
      {choice.kind === "rest" ? (
        <>
          <Rest choice={choice} />
          {care ? null : <LessonHere moment="on-rest" />}
        </>
      ) : (
        <Step
          choice={choice}
          step={smaller ?? choice.step}
          plain={plain}
          busy={save.busy}
          onSmaller={smaller === null && choice.smaller !== null ? () => setSmaller(choice.smaller) : null}
          onAnother={() => decline(choice.step)}
          onRest={() => void save.run({ kind: "steps/rest", reason: "not-today" })}
        />
      )}
      {care ? <CareFirst /> : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Thought />
      <div class="hidden-text" role="status">
        {shown !== null && (declined.length > 0 || smaller !== null)
          ? t("today.stepNew", { title: shown.title })
          : null}
      </div>
    </>
  );
};
