/** Takes a step up: who, whether they may be asked, then the plan itself. */
import {
  asksAgain,
  loads,
  offers,
  person as personOf,
  stopsFor,
  type Command,
  type Context,
  type Person,
  type State,
  type StepSpec,
} from "@belay/domain";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { findStep } from "../steps/step-text.ts";
import { t } from "../words.ts";
import { readPlace, writePlace, type Attempt } from "./place-id.ts";
import { wordsDraft } from "./take-words.ts";
import { Screening, Stopped } from "./screening.tsx";
import { What } from "./what.tsx";
import { Who } from "./who.tsx";

/**
 * Where it will happen: where the step leaves no choice, or where the guidance thought of it and said so. How it really
 * goes out is noted later, and counts before this.
 */
const contextOf = (step: StepSpec, thought: Context | null): Context | null => {
  if (step.contexts.length === 1) return step.contexts[0] ?? null;
  return thought !== null && (step.contexts.length === 0 || step.contexts.includes(thought)) ? thought : null;
};

/** A catalogue entry has words beside its rules; only the rules are part of the command. */
const planCommand = (spec: StepSpec, person: Person | null, from: Chosen["from"]): Command => {
  const { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch } = spec;
  const step = { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch };
  return {
    kind: "steps/plan",
    step,
    person: person?.id ?? null,
    context: contextOf(step, from.context),
    origin: from.offered ? "engine" : "self",
  };
};

/** A step with what the place knows of why it is taken up. */
interface Chosen {
  readonly step: StepSpec;
  /** Who chose the step, and what it is for. */
  readonly from: Pick<Attempt, "offered" | "context" | "about">;
}

/**
 * Ties the experiment to the load or the offer it is for; null where it is for neither. A load of another device may not
 * have arrived; the ask is none the worse for it.
 */
const tieCommand = (state: State, about: string | null, experiment: string): Command | null => {
  const load = loads(state).find(({ id }) => id === about);
  if (load !== undefined) return { kind: "load/link", load: load.id, experiment };
  const offer = offers(state).find(({ id }) => id === about);
  return offer === undefined ? null : { kind: "offers/take", offer: offer.id, experiment };
};

/**
 * Plans at once when nothing stands in the way any more; shows itself only when that fails. An ask for something is tied
 * to it, and begins with the words that were sent along.
 */
const Planning = ({ step, person, from }: Chosen & { readonly person: Person | null }) => {
  const save = useSave();
  const { drafts, state } = useEngine();
  // A tie that was not saved is tried again alone: the plan already stands.
  const stands = useRef<string | null>(null);
  const tie = async (experiment: string): Promise<boolean> => {
    const command = tieCommand(state.value, from.about, experiment);
    return command === null || (await save.run(command)) !== null;
  };
  // The words stay where they wait until the composer really has them.
  const hand = async (about: string, experiment: string): Promise<void> => {
    const words = await drafts.get(wordsDraft(about));
    if (words === null || !(await drafts.set(`ask/${experiment}`, JSON.stringify({ words })))) return;
    await drafts.drop(wordsDraft(about));
  };
  const plan = async (): Promise<void> => {
    const planned = stands.current ?? (await save.run(planCommand(step, person, from)))?.[0];
    if (planned === undefined) return;
    stands.current = planned;
    if (!(await tie(planned))) return;
    if (from.about !== null) await hand(from.about, planned);
    replace("ask", planned);
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
const WithPerson = ({ step, person, from }: Chosen & { readonly person: Person }) => {
  const engine = useEngine();
  const stop = stopsFor(engine.state.value, person.id, step.strand, asksAgain(step));
  // Once asked, the questions stay until they are left: their own last page says what the answers amount to.
  const [asking, setAsking] = useState(stop === "screen-first");
  const elsewhere = (): void => replace("try", writePlace({ step: step.id, person: null, about: from.about }));
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
  return <Planning step={step} person={person} from={from} />;
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
  if (!step.needsPerson) return <Planning step={step} person={null} from={place} />;
  if (person === null) {
    const { about } = place;
    return (
      <Who step={step} onChosen={(chosen) => replace("try", writePlace({ step: step.id, person: chosen, about }))} />
    );
  }
  return <WithPerson step={step} person={person} from={place} />;
};
