/** Takes a step up: who, whether they may be asked, then the plan itself. */
import { person as personOf, stopsFor, type Person, type StepSpec } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { findStep } from "../steps/step-text.ts";
import { t } from "../words.ts";
import { readPlace, writePlace } from "./place-id.ts";
import { Screening, Stopped } from "./screening.tsx";
import { What } from "./what.tsx";
import { Who } from "./who.tsx";

/** A context is recorded only where the step leaves no choice; otherwise how it goes out will tell. */
const onlyContext = (step: StepSpec) => (step.contexts.length === 1 ? (step.contexts[0] ?? null) : null);

/** Plans at once when nothing stands in the way any more; shows itself only when that fails. */
const Planning = ({
  step,
  person,
  offered,
}: {
  readonly step: StepSpec;
  /** Null for steps that take nobody. */
  readonly person: Person | null;
  /** The guidance chose the step; else the person did. */
  readonly offered: boolean;
}) => {
  const save = useSave();
  const plan = async (): Promise<void> => {
    // A catalogue entry has words beside its rules; only the rules are part of a command.
    const { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch } = step;
    const spec = { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch };
    const origin = offered ? "engine" : "self";
    const ids = await save.run({
      kind: "steps/plan",
      step: spec,
      person: person?.id ?? null,
      context: onlyContext(step),
      origin,
    });
    const planned = ids?.[0];
    if (planned !== undefined) replace("ask", planned);
  };
  useEffect(() => void plan(), []);
  return (
    <Page key="planning" title={step.title} back={{ label: t("shell.back"), onBack: back }}>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      {save.notice === null ? null : (
        <Button busy={save.busy} onPress={() => void plan()}>
          {t("shell.again")}
        </Button>
      )}
    </Page>
  );
};

/** Somebody is known, so is the step: the questions where they are due, then the plan. */
const WithPerson = ({
  step,
  person,
  offered,
}: {
  readonly step: StepSpec;
  readonly person: Person;
  /** The guidance chose the step; else the person did. */
  readonly offered: boolean;
}) => {
  const engine = useEngine();
  const stop = stopsFor(engine.state.value, person.id, step.strand, step.disclosure === "large");
  // Once asked, the questions stay until they are left: their own last page says what the answers amount to.
  const [asking, setAsking] = useState(stop === "screen-first");
  const elsewhere = (): void => replace("try", step.id);
  if (asking) {
    return (
      <Screening
        person={person}
        step={step}
        onBack={elsewhere}
        onClear={() => setAsking(false)}
        onSomeoneElse={elsewhere}
      />
    );
  }
  if (stop !== "ok") return <Stopped name={person.nickname} onSomeoneElse={elsewhere} />;
  return <Planning step={step} person={person} offered={offered} />;
};

/** A step or a person that is not there any more. */
const Gone = () => (
  <Page title={t("steps.gone")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);

/** The id of the place says what is known already; whatever is open is asked for. */
export const Try = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  const place = readPlace(id);
  const step = place.step === null ? null : findStep(state, place.step);
  const found = place.person === null ? null : personOf(state, place.person);
  const person = found === null || found.removed ? null : found;
  if (step === null) {
    if (place.step !== null || person === null) return <Gone />;
    return (
      <What person={person} onChosen={(chosen) => replace("try", writePlace({ step: chosen.id, person: person.id }))} />
    );
  }
  if (!step.needsPerson) return <Planning step={step} person={null} offered={place.offered} />;
  if (person === null) {
    return <Who step={step} onChosen={(chosen) => replace("try", writePlace({ step: step.id, person: chosen }))} />;
  }
  return <WithPerson step={step} person={person} offered={place.offered} />;
};
