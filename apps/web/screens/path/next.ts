/** Lists the small things that can come next at the end of each path, and where each leads. */
import type { Experiment, PathName, StepSpec } from "@belay/domain";
import type { ScreenName } from "../navigation.ts";
import { cornerId } from "../try/corner-id.ts";
import { writePlace } from "../try/place-id.ts";
import { wasHurtful } from "./stages.ts";

/** Every small thing; the id is what is recorded as chosen. */
export type NextId =
  | "duty-in-charge"
  | "duty-formal"
  | "duty-advice"
  | "duty-beside"
  | "ask-other"
  | "ask-smaller"
  | "ask-sooner"
  | "another-day"
  | "by-choice"
  | "rest"
  | "remind"
  | "go-with-plan"
  | "no-answer"
  | "leave-open"
  | "other-way"
  | "sit-with"
  | "help-line"
  | "nothing"
  | "water"
  | "food"
  | "air"
  | "put-down"
  | "undo-fine"
  | "one-ask";

/** The small things that open a sentence to say first. */
export const withSaying = ["remind", "duty-in-charge", "duty-formal"] as const;
/** One of them. */
export type SayingId = (typeof withSaying)[number];

/** One small thing and the screen it leads to. */
export interface Next {
  readonly id: NextId;
  readonly screen: ScreenName;
  readonly about: string | null;
}

/** What the list depends on. */
export interface Around {
  readonly experiment: Experiment | null;
  /** Whether the step of the experiment can still be taken up. */
  readonly stepThere: boolean;
  readonly smaller: StepSpec | null;
  /** `yes`, `no`, `unsure` or empty. */
  readonly owed: string;
  /** Whether this ask was reminded of once; there is no second time. */
  readonly reminded: boolean;
  /** What was decided for silence; empty without. */
  readonly plan: string;
  /** Whether the silence is noted as an outcome already. */
  readonly counted: boolean;
}

/** A thing that leads back to Today: it happens outside the app. */
const outside = (id: NextId): Next => ({ id, screen: "today", about: null });

/** The same step with somebody else; without a step to repeat, the room of steps. */
const askOther = (id: "ask-other" | "ask-sooner", { experiment, stepThere }: Around): Next =>
  experiment === null || !stepThere
    ? { id, screen: "steps", about: null }
    : { id, screen: "try", about: writePlace({ step: experiment.plan.step, person: null }) };

/** A smaller step, with whom is asked anew; none where there is none. */
const askSmaller = ({ smaller }: Around): readonly Next[] =>
  smaller === null ? [] : [{ id: "ask-smaller", screen: "try", about: writePlace({ step: smaller.id, person: null }) }];

/** Ways to have a duty met. Coming along is a step of the catalogue. */
const duty: readonly Next[] = [
  outside("duty-in-charge"),
  outside("duty-formal"),
  outside("duty-advice"),
  { id: "duty-beside", screen: "try", about: "ask-to-come-along" },
];

/** Somebody to be with, without a task. */
const sitWith: Next = { id: "sit-with", screen: "together", about: null };
/** Lines to call, in the chosen country. */
const helpLine: Next = { id: "help-line", screen: "help", about: null };

const afterNo = (around: Around): readonly Next[] => {
  // After something hurtful nothing is asked of anyone for now; `safety.md` 4.3 puts somebody safe or a line first.
  if (wasHurtful(around.experiment)) return [sitWith, helpLine, outside("by-choice"), outside("rest")];
  // What is owed is not made smaller or put off; somebody else may still do it, and one may still let it be.
  if (around.owed === "yes") return [...duty, askOther("ask-other", around), outside("by-choice"), outside("rest")];
  return [
    ...(around.owed === "unsure" ? [outside("duty-advice")] : []),
    askOther("ask-other", around),
    ...askSmaller(around),
    outside("another-day"),
    outside("by-choice"),
    outside("rest"),
  ];
};

const afterSilence = (around: Around): readonly Next[] => [
  ...(around.plan === "" ? [] : [outside("go-with-plan")]),
  ...(around.reminded ? [] : [outside("remind")]),
  askOther("ask-other", around),
  ...(around.experiment === null || around.counted ? [] : [outside("no-answer")]),
  outside("leave-open"),
  outside("rest"),
];

/** The small things of a path, the most fitting first; resting is always among them. */
export const nextOf = (path: PathName, around: Around): readonly Next[] => {
  switch (path) {
    case "after-no":
      return afterNo(around);
    case "after-silence":
      return afterSilence(around);
    case "after-let-down":
      return [
        { id: "other-way", screen: "load", about: null },
        ...askSmaller(around),
        askOther("ask-sooner", around),
        askOther("ask-other", around),
        outside("by-choice"),
        outside("rest"),
      ];
    case "low-day":
      return [outside("nothing"), outside("water"), outside("food"), outside("air"), sitWith, helpLine];
    case "carried-all":
      return [
        { id: "put-down", screen: "load", about: null },
        { id: "undo-fine", screen: "undo", about: null },
        { id: "one-ask", screen: "try", about: cornerId },
        sitWith,
        outside("rest"),
      ];
  }
};

/** Whether a small thing opens a sentence to say first. */
export const sayingOf = (id: string): SayingId | null => withSaying.find((one) => one === id) ?? null;
