/** The last page of every path: one small thing, or none. Choosing one is what the walk records. */
import { pathsWalked, restedOn, trials, type PathName } from "@belay/domain";
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { replace } from "../navigation.ts";
import { useSave, type Save } from "../save.ts";
import { smallerStep } from "../steps/neighbours.ts";
import { allSteps, findStep } from "../steps/step-text.ts";
import { t, type MessageId } from "../words.ts";
import { NearHelp } from "./low-day.tsx";
import { nextOf, sayingOf, type Around, type Next } from "./next.ts";
import type { StageProps } from "./page-props.ts";
import css from "./path.module.css";
import { planOf, wasReminded } from "../ask/silence-plan.ts";
import { endingCommands } from "./records.ts";
import { Saying } from "./saying.tsx";
import { mayBeTold, wasHurtful } from "./stages.ts";

/** What is added to the page's own props. */
interface EndingProps extends StageProps {
  /** Where one is. */
  readonly above: ComponentChildren;
  readonly onBack: () => void;
}

/** The heading of each path's last page. */
const heads: Readonly<Record<PathName, readonly [MessageId, MessageId]>> = {
  "after-no": ["path.next.title", "path.next.lead"],
  "after-silence": ["path.next.title", "path.next.lead"],
  "after-let-down": ["path.next.safer", "path.next.saferLead"],
  "low-day": ["path.next.low", "path.next.lowLead"],
  "carried-all": ["path.next.one", "path.next.oneLead"],
};

/** What the list of small things depends on, read from the record. */
const useAround = ({ path, experiment, person, draft }: StageProps): Around => {
  const state = useEngine().state.value;
  const tried = trials(state).map(({ step }) => step);
  return {
    experiment,
    stepThere: experiment !== null && findStep(state, experiment.plan.step) !== null,
    // Steps with touch are never the way out of something else.
    smaller: experiment === null ? null : smallerStep(experiment.plan, allSteps(state, false), tried),
    owed: path === "after-no" ? draft.form.owed : "",
    // Somebody who is not safe is reminded of nothing, as if there had been the one reminder already.
    reminded: wasReminded(pathsWalked(state), experiment?.id ?? null) || !mayBeTold(person),
    plan: experiment === null ? "" : (planOf(experiment)?.silence.then ?? ""),
    counted: experiment?.outcome?.outcome === "silence",
  };
};

/** Records the end and goes on; stays, and says so, when it was not saved. */
const useEnding = (props: StageProps): { readonly save: Save; readonly end: (next: Next) => Promise<void> } => {
  const engine = useEngine();
  const save = useSave();
  const { path, experiment, draft } = props;
  const end = async (next: Next): Promise<void> => {
    const state = engine.state.value;
    const rested = restedOn(state, engine.today());
    const ending = { path, experiment, chose: next.id, words: draft.form.words, rested };
    for (const command of endingCommands(ending)) if ((await save.run(command)) === null) return;
    draft.drop();
    replace(next.screen, next.about);
  };
  return { save, end };
};

/** One small thing with what it means. */
const Thing = ({
  next,
  around,
  onPress,
}: {
  readonly next: Next;
  readonly around: Around;
  readonly onPress: () => void;
}) => (
  <li>
    <Press look="card" onPress={onPress}>
      <span class={css["moment"]}>
        <strong>{t(`path.do.${next.id}`)}</strong>
        <span class={css["more"]}>
          {t(`path.why.${next.id}`, { title: around.smaller?.title ?? "", plan: around.plan })}
        </span>
      </span>
      <Icon name="next" size={1.1} />
    </Press>
  </li>
);

/** The sentence of a small thing, before it is chosen. */
const SayFirst = ({
  draft,
  next,
  above,
  save,
  onDone,
}: EndingProps & {
  readonly next: Next;
  readonly save: Save;
  readonly onDone: () => void;
}) => {
  const saying = sayingOf(next.id);
  const close = (): void => draft.change({ opened: "" });
  return (
    <Page
      key={`say-${next.id}`}
      title={t(`path.do.${next.id}`)}
      back={{ label: t("shell.back"), onBack: close }}
      above={above}
    >
      {saying === null ? null : <Saying id={saying} draft={draft} />}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={onDone}>
          {t("path.sayingDone")}
        </Button>
        <Button kind="quiet" onPress={close}>
          {t("path.sayingOther")}
        </Button>
      </Row>
    </Page>
  );
};

/** All small things weigh the same; leaving without any of them records nothing. */
export const Ending = (props: EndingProps) => {
  const { path, experiment, draft, above, onBack } = props;
  const around = useAround(props);
  const { save, end } = useEnding(props);
  const list = nextOf(path, around);
  const opened = list.find(({ id }) => id === draft.form.opened && sayingOf(id) !== null);
  if (opened !== undefined) return <SayFirst {...props} next={opened} save={save} onDone={() => void end(opened)} />;
  const [title, lead] = heads[path];
  return (
    <Page
      key="next"
      eyebrow={experiment?.plan.title}
      title={t(title)}
      lead={t(lead)}
      back={{ label: t("shell.back"), onBack }}
      above={above}
    >
      <ul class={css["list"]}>
        {list.map((next) => (
          <Thing
            key={next.id}
            next={next}
            around={around}
            onPress={() => (sayingOf(next.id) === null ? void end(next) : draft.change({ opened: next.id }))}
          />
        ))}
      </ul>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button
          kind="quiet"
          onPress={() => {
            draft.drop();
            replace("today");
          }}
        >
          {t("path.leave")}
        </Button>
      </Row>
      {path === "low-day" ? <NearHelp /> : null}
      {/* The cards after a no speak of asking again: that is not for somebody who was hurt. */}
      {path === "after-no" && wasHurtful(experiment) ? null : <LessonHere moment={path} />}
    </Page>
  );
};
