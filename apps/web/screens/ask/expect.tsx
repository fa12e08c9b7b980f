/** Writes down what one expects, before anything is known; it is fixed from then on. */
import { lessonCatalogue } from "@belay/content";
import { trials, type Experiment } from "@belay/domain";
import { careAt, hardest } from "@belay/guidance";
import { useState } from "preact/hooks";
import type { Engine } from "../../engine/engine.ts";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Chip, ChipGroup } from "../../parts/chip.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { back, go, replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { lighterStep } from "../steps/neighbours.ts";
import { allSteps, findStep } from "../steps/step-text.ts";
import { CareFirst } from "../today/care-first.tsx";
import { writePlace } from "../try/place-id.ts";
import { t } from "../words.ts";
import { CantSend } from "./cant-send.tsx";
import { chosenBeliefs, emptyExpect, predictCommand, thoughts, withBelief, type ExpectForm } from "./expect-form.ts";
import { composes } from "./stage.ts";
import { Stages } from "./stages.tsx";
import { StepLesson } from "./step-lesson.tsx";

/** Thoughts shown at once; the rest stands behind a button. */
const few = 3;

/** Chance and badness; `name` is null where nobody is asked. */
const Sliders = ({ draft, name }: { readonly draft: Draft<ExpectForm>; readonly name: string | null }) => (
  <Card>
    <Range
      label={name === null ? t("predict.helpNoName") : t("predict.help", { name })}
      value={draft.form.help}
      onChange={(help) => draft.change({ help })}
      valueText={(n) => t("predict.helpText", { n })}
      emptyText={t("shell.unset")}
      low={t("predict.helpLow")}
      high={t("predict.helpHigh")}
      clearText={t("shell.clear")}
    />
    <Range
      label={t("predict.bad")}
      value={draft.form.bad}
      onChange={(bad) => draft.change({ bad })}
      valueText={(n) => t("predict.badText", { n })}
      emptyText={t("shell.unset")}
      low={t("predict.badLow")}
      high={t("predict.badHigh")}
      clearText={t("shell.clear")}
    />
  </Card>
);

/** What the guide takes for bearable; what nobody should meet alone while it has nothing to go by. */
const boundFor = (engine: Engine, { plan, person }: Experiment): number => {
  const step = findStep(engine.state.value, plan.step);
  return (step === null ? null : engine.bearable({ step, person, context: plan.context })) ?? hardest;
};

/** Calm words and a smaller step when it looks like too much; nothing is locked. */
const TooHard = ({ experiment, bad }: { readonly experiment: Experiment; readonly bad: number }) => {
  const engine = useEngine();
  const state = engine.state.value;
  if (bad <= boundFor(engine, experiment)) return null;
  const here = findStep(state, experiment.plan.step);
  const hardness = here === null ? null : engine.hardness(here);
  const smaller = lighterStep(
    experiment.plan,
    allSteps(state, false),
    trials(state).map((trial) => trial.step),
    (step) => hardness === null || (engine.hardness(step)?.mean ?? 0) < hardness.mean,
  );
  return (
    <Notice>
      <p>{t(bad > hardest ? "predict.tooHard" : "predict.tooHardForYou", { n: bad })}</p>
      {smaller === null ? null : (
        <Row>
          <Button
            small
            onPress={() =>
              go("try", writePlace({ step: smaller.id, person: smaller.needsPerson ? experiment.person : null }))
            }
          >
            {t("predict.smaller", { title: smaller.title })}
          </Button>
        </Row>
      )}
    </Notice>
  );
};

/** From 90 on rest and care come before the step; the guess can still be kept, and the step still be done. */
const RestFirst = ({ bad }: { readonly bad: number }) => {
  const save = useSave();
  const rest = async (): Promise<void> => {
    if ((await save.run({ kind: "steps/rest", reason: "not-today" })) !== null) replace("today");
  };
  return (
    <CareFirst>
      <p>{t("predict.veryHigh", { n: bad })}</p>
      <Row>
        <Button busy={save.busy} onPress={() => void rest()}>
          {t("predict.restToday")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </CareFirst>
  );
};

/** A few thoughts at first, those chosen always among them. */
const Thoughts = ({ draft }: { readonly draft: Draft<ExpectForm> }) => {
  const state = useEngine().state.value;
  const [all, setAll] = useState(false);
  const chosen = chosenBeliefs(draft.form);
  const shown = thoughts(state).filter((thought, index) => all || index < few || chosen.includes(thought.id));
  return (
    <>
      <ChipGroup label={t("predict.beliefs")} hint={t("predict.beliefsHint")}>
        {shown.map(({ id, text }) => (
          <Chip
            key={id}
            on={chosen.includes(id)}
            onToggle={(on) => draft.change({ beliefs: withBelief(draft.form, id, on) })}
          >
            {text}
          </Chip>
        ))}
      </ChipGroup>
      {all ? null : (
        <Row>
          <Button small kind="quiet" icon="plus" expanded={false} onPress={() => setAll(true)}>
            {t("predict.beliefsMore")}
          </Button>
        </Row>
      )}
    </>
  );
};

/** The card that fits the moment before an ask. */
const Lesson = () => {
  const lesson = lessonCatalogue.find(({ moment }) => moment === "before-ask");
  return lesson === undefined ? null : (
    <Card tone="moss">
      <Row spread gap={1}>
        <p>{t("predict.learn")}</p>
        <Button small onPress={() => go("lesson", lesson.id)}>
          {t("predict.learnOpen", { n: lesson.minutes })}
        </Button>
      </Row>
    </Card>
  );
};

/** The second stage of an ask; the first of a step that needs no words. */
export const Expect = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const save = useSave();
  const draft = useDraft<ExpectForm>(`expect/${experiment.id}`, emptyExpect);
  const { form, change } = draft;
  const name = experiment.person === null ? null : nameOf(engine.state.value, experiment.person);
  const toSay = composes(experiment);
  // Fixed from here on. The place is replaced, so that going back leads to the words and not to a second guess.
  const keep = async (): Promise<void> => {
    if ((await save.run(predictCommand(experiment.id, form))) === null) return;
    draft.drop();
    replace("ask", toSay ? `${experiment.id}~send` : experiment.id);
  };
  if (!draft.ready) return null;
  return (
    <Page
      eyebrow={experiment.plan.title}
      title={t("predict.title")}
      lead={t("predict.lead")}
      back={{ label: t("shell.back"), onBack: back }}
      above={toSay ? <Stages at={1} /> : undefined}
    >
      {/* What is known of such guesses was found for asks. */}
      {experiment.plan.strand === "ask" || experiment.plan.strand === "handover" ? <Lesson /> : null}
      <Sliders draft={draft} name={name} />
      {form.bad === null || form.bad < careAt.most ? null : <RestFirst bad={form.bad} />}
      {form.bad === null ? null : <TooHard experiment={experiment} bad={form.bad} />}
      <Card>
        <Field
          label={t("predict.feared")}
          hint={t("predict.fearedHint")}
          rows={2}
          max={4000}
          value={form.feared}
          left={(n) => t("shell.left", { n })}
          onInput={(feared) => change({ feared })}
        />
        {/* Asked only once there is something to be seen or heard. */}
        {form.feared.trim() === "" ? null : (
          <Field
            label={t("predict.sign")}
            hint={t("predict.signHint")}
            rows={2}
            max={4000}
            value={form.sign}
            left={(n) => t("shell.left", { n })}
            onInput={(sign) => change({ sign })}
          />
        )}
        <Thoughts draft={draft} />
      </Card>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void keep()}>
          {t("predict.keep")}
        </Button>
        <CantSend experiment={experiment} />
      </Row>
      <Soft>{t("predict.empty")}</Soft>
      {/* Where words are written the card of the moment stands with them. */}
      {toSay ? null : <StepLesson plan={experiment.plan} />}
    </Page>
  );
};
