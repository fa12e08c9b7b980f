/** Leads through one hard moment: its pages in order, each optional, each short. */
import { assertNever } from "@belay/basics";
import { person as personOf, type Experiment, type PathName } from "@belay/domain";
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Progress } from "../../parts/progress.tsx";
import type { Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { AfterHurt } from "../outcome/after-no.tsx";
import { t, type MessageId } from "../words.ts";
import { Kept, Trigger } from "./carried-all.tsx";
import { FearedSign, Owed, Tells } from "./after-no.tsx";
import { Named, Often, Record, Say } from "./after-let-down.tsx";
import { Causes, Decided } from "./after-silence.tsx";
import { Ending } from "./ending.tsx";
import type { PathForm } from "./form.ts";
import { Kind } from "./kind.tsx";
import { Low } from "./low-day.tsx";
import type { StageProps } from "./page-props.ts";
import { stagesOf, type Stage } from "./stages.ts";
import { OwnWords } from "./own-words.tsx";

/** A page without its frame. */
const Part = ({ stage, ...props }: StageProps & { readonly stage: Exclude<Stage, "next"> }) => {
  switch (stage) {
    case "owed":
      return <Owed {...props} />;
    case "hurt":
      return (
        <>
          {props.experiment === null ? null : <AfterHurt experiment={props.experiment} />}
          <OwnWords draft={props.draft} />
        </>
      );
    case "tells":
      return <Tells {...props} />;
    case "feared":
      return <FearedSign {...props} />;
    case "kind":
      return <Kind {...props} />;
    case "decided":
      return <Decided {...props} />;
    case "causes":
      return <Causes {...props} />;
    case "named":
      return <Named {...props} />;
    case "often":
      return <Often {...props} />;
    case "record":
      return <Record {...props} />;
    case "say":
      return <Say {...props} />;
    case "low":
      return <Low {...props} />;
    case "kept":
      return <Kept />;
    case "trigger":
      return <Trigger {...props} />;
    default:
      return assertNever(stage);
  }
};

/** The heading and its line. What was owed changes how a no is spoken about. */
const headOf = (
  stage: Exclude<Stage, "next">,
  form: PathForm,
): { readonly title: MessageId; readonly lead: MessageId | null } => {
  if (stage === "tells" && form.owed === "yes") return { title: "path.tells.titleOwed", lead: "path.tells.leadOwed" };
  if (stage === "decided") return { title: "path.decided.title", lead: null };
  return { title: `path.${stage}.title`, lead: `path.${stage}.lead` };
};

/** The frame of one page: where one is, on and to the end. */
const Framed = ({
  eyebrow,
  stages,
  at,
  draft,
  children,
}: {
  /** What it is about. */
  readonly eyebrow: string | undefined;
  readonly stages: readonly Stage[];
  /** The page one is on. */
  readonly at: number;
  readonly draft: Draft<PathForm>;
  readonly children: ComponentChildren;
}) => {
  const stage = stages[at];
  if (stage === undefined || stage === "next") return null;
  const { title, lead } = headOf(stage, draft.form);
  const last = stages.length - 1;
  return (
    <Page
      key={stage}
      eyebrow={eyebrow}
      title={t(title)}
      lead={lead === null ? undefined : t(lead)}
      back={{ label: t("shell.back"), onBack: at === 0 ? back : () => draft.change({ at: at - 1 }) }}
      above={<Knots stages={stages} at={at} />}
    >
      {children}
      <Row>
        <Button kind="primary" onPress={() => draft.change({ at: at + 1 })}>
          {t("path.on")}
        </Button>
        {at + 1 === last ? null : (
          <Button kind="quiet" onPress={() => draft.change({ at: last })}>
            {t("path.toEnd")}
          </Button>
        )}
      </Row>
    </Page>
  );
};

/** Where one is among the few pages. */
const Knots = ({
  stages,
  at,
}: {
  readonly stages: readonly Stage[];
  /** From 0. */
  readonly at: number;
}) => <Progress label={t("path.knots")} stages={stages.map((one) => t(`path.knot.${one}`))} at={at} />;

/** One walk. The page is kept in the draft: a phone that dies loses nothing, and coming back is no starting over. */
export const Walk = ({
  path,
  experiment,
  draft,
}: {
  readonly path: PathName;
  /** What it is about; null where nothing is noted of it. */
  readonly experiment: Experiment | null;
  readonly draft: Draft<PathForm>;
}) => {
  const state = useEngine().state.value;
  const person = experiment === null || experiment.person === null ? null : personOf(state, experiment.person);
  const stages = stagesOf(path, experiment, person);
  const at = Math.min(Math.max(draft.form.at, 0), stages.length - 1);
  const stage = stages[at] ?? "next";
  const props: StageProps = { path, experiment, person, draft };
  if (stage === "next")
    return <Ending {...props} above={<Knots stages={stages} at={at} />} onBack={() => draft.change({ at: at - 1 })} />;
  return (
    <Framed eyebrow={experiment?.plan.title} stages={stages} at={at} draft={draft}>
      <Part {...props} stage={stage} />
    </Framed>
  );
};
