/** Shows what passed last between the person and somebody, so that a reminder has its context inside the app. */
import type { LocalDay } from "@belay/basics";
import { viewPlacedAsks } from "./asks/view.ts";
import { compareDated, type Dated } from "./events/dated.ts";
import type { Answer } from "./events/asks.ts";
import type { Outcome } from "./events/steps.ts";
import { experiment } from "./experiments.ts";
import { welcome } from "./people.ts";
import type { State } from "./state.ts";
import { viewExperiments } from "./steps/view.ts";

/** What passed: an ask went out, an answer came through its link, or the person noted what happened. */
export type TalkKind = "sent" | "answered" | "noted";

/** The newest thing between two people, and what is known of its experiment by now. */
export type LastTalk = {
  /** The experiment's id. */
  readonly experiment: string;
  /** Somebody on the circle, by id. */
  readonly person: string;
  /** The step's words as it was taken up. */
  readonly title: string;
  /** The day of that newest thing. */
  readonly day: LocalDay;
  readonly what: TalkKind;
  /** The newest answer through a link; null without one. */
  readonly answer: Answer | null;
  /** The newest outcome; null while nothing was noted, or when it was not said what came back. */
  readonly outcome: Outcome | null;
};

type Passed = { readonly experiment: string; readonly what: TalkKind; readonly placed: Dated<unknown> };

/** A try that was put off or swapped is not a talk. */
const happened = (status: string): boolean => status === "done" || status === "started";

const passed = (state: State): readonly Passed[] => [
  ...viewPlacedAsks(state.asks).flatMap(({ ask, sent, answered }): readonly Passed[] => [
    ...(sent === null ? [] : [{ experiment: ask.experiment, what: "sent" as const, placed: sent }]),
    ...answered.map((placed) => ({ experiment: ask.experiment, what: "answered" as const, placed })),
  ]),
  ...viewExperiments(state.steps).flatMap(({ id, outcomes }) =>
    outcomes
      .filter(({ shown }) => happened(shown.status))
      .map(({ placed }): Passed => ({ experiment: id, what: "noted", placed })),
  ),
];

/**
 * The newest thing that passed between the person and somebody of the circle, by the log's order; null before the
 * first. Nobody is brought up who was taken off the circle, or is not safe by what was said.
 */
export const lastTalk = (state: State): LastTalk | null => {
  const newestFirst = passed(state).toSorted((a, b) => compareDated(b.placed, a.placed));
  for (const { experiment: id, what, placed } of newestFirst) {
    const found = experiment(state, id);
    if (found === null || found.person === null || !welcome(state, found.person)) continue;
    return {
      experiment: id,
      person: found.person,
      title: found.plan.title,
      day: placed.day,
      what,
      answer: found.answers.at(-1)?.answer ?? null,
      outcome: found.outcome?.outcome ?? null,
    };
  }
  return null;
};
