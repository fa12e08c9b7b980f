/** Shows what passed last between the person and somebody, so that a reminder has its context inside the app. */
import type { LocalDay } from "@belay/basics";
import { compareDated, type Dated } from "./events/dated.ts";
import type { Answer } from "./events/asks.ts";
import type { Outcome } from "./events/steps.ts";
import { entriesOf } from "./events/table.ts";
import { experiment } from "./experiments.ts";
import { welcome } from "./people.ts";
import type { State } from "./state.ts";

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

/** By the facts themselves: a long log has thousands of asks, and only the newest is shown. */
const passed = (state: State): readonly Passed[] => [
  ...entriesOf(state.asks).flatMap(({ prepared, sent, answers }): readonly Passed[] => {
    const begun = (prepared ?? sent)?.value;
    if (begun === undefined) return [];
    const { experiment: id } = begun;
    return [
      ...(sent === null ? [] : [{ experiment: id, what: "sent" as const, placed: sent }]),
      ...answers.map((placed) => ({ experiment: id, what: "answered" as const, placed })),
    ];
  }),
  ...entriesOf(state.steps.experiments).flatMap(({ id, outcomes }) =>
    outcomes
      .filter(({ value }) => happened(value.status))
      .map((placed): Passed => ({ experiment: id, what: "noted", placed })),
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
