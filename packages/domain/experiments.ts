/** Joins steps and asks into experiments: what was planned, expected, asked, answered, and how it ended. */
import type { LocalDay } from "@belay/basics";
import { placedAsk, viewPlacedAsks, type AnswerGiven, type Ask, type PlacedAsk } from "./asks/view.ts";
import { compareDated, type Dated } from "./events/dated.ts";
import { compareOrder } from "./events/order.ts";
import { piecesOf } from "./events/table.ts";
import { judged } from "./guarding.ts";
import { once } from "./once.ts";
import type { State } from "./state.ts";
import { trialOf, type Trial } from "./steps/protocol.ts";
import {
  plannedExperiment,
  type OutcomeNoted,
  type Plan,
  type PlannedExperiment,
  type Prediction,
} from "./steps/view.ts";

/**
 * Where an experiment stands. `waiting`: an ask went out, or "later" was noted; `answered`: an answer came that was not
 * looked back on yet; `closed`: an outcome was noted. An answer after "later" or "silence" opens it again.
 */
export type Stage = "planned" | "predicted" | "waiting" | "answered" | "closed";

/** One experiment with everything known of it. */
export type Experiment = {
  readonly id: string;
  readonly stage: Stage;
  /** Whom it is about: as planned, else as sent; null for a step without somebody of the circle. */
  readonly person: string | null;
  readonly plan: Plan;
  /** The first prediction, unless it was made after something was known; then it is no prediction. */
  readonly prediction: Prediction | null;
  /** Newest first. */
  readonly asks: readonly Ask[];
  /** Of all its asks, oldest first. */
  readonly answers: readonly AnswerGiven[];
  /** The newest outcome. */
  readonly outcome: OutcomeNoted | null;
  /** All of them, oldest first. */
  readonly outcomes: readonly OutcomeNoted[];
};

type Joined = { readonly planned: PlannedExperiment; readonly asks: readonly PlacedAsk[] };

const plannedOf = once(plannedExperiment);
const placedOf = once(placedAsk);

/** An experiment as it was joined last. */
const joinedLast = new WeakMap<PlannedExperiment, Joined>();

/** The very same value while neither the plan nor any of its asks has changed, so that what is shown of it is too. */
const joinOf = (planned: PlannedExperiment, asks: readonly PlacedAsk[]): Joined => {
  const last = joinedLast.get(planned);
  const same = last?.asks.length === asks.length && last.asks.every((ask, i) => ask === asks[i]);
  if (last !== undefined && same) return last;
  const joined: Joined = { planned, asks };
  joinedLast.set(planned, joined);
  return joined;
};

/** Joins a few at a time, in no order; yields after each few. */
const joinInPieces = function* (state: State): Generator<undefined, readonly Joined[]> {
  const byExperiment = new Map<string, PlacedAsk[]>();
  for (const piece of piecesOf(state.asks)) {
    for (const placed of piece.flatMap(placedOf)) {
      const list = byExperiment.get(placed.ask.experiment);
      if (list === undefined) byExperiment.set(placed.ask.experiment, [placed]);
      else list.push(placed);
    }
    yield;
  }
  const all: Joined[] = [];
  for (const piece of piecesOf(state.steps.experiments)) {
    for (const planned of piece.flatMap(plannedOf)) {
      const asks = byExperiment.get(planned.id)?.toSorted((a, b) => compareDated(b.begun, a.begun));
      all.push(joinOf(planned, asks ?? []));
    }
    yield;
  }
  return all.toSorted((a, b) => compareDated(b.planned.planned, a.planned.planned));
};

/** What a generator gives in the end, without a pause. */
const drained = <T>(pieces: Generator<undefined, T>): T => {
  for (let step = pieces.next(); ; step = pieces.next()) if (step.done === true) return step.value;
};

const join = (state: State): readonly Joined[] => drained(joinInPieces(state));

const newestOf = (entries: readonly Dated<unknown>[]): Dated<unknown> | null =>
  entries.toSorted(compareDated).at(-1) ?? null;

/** A prediction that stands after the first thing known in the log's order was made with hindsight. */
const validPrediction = ({ planned, asks }: Joined): Prediction | null => {
  const { prediction } = planned;
  if (prediction === null) return null;
  const known = [
    ...planned.outcomes.map(({ placed }) => placed),
    ...asks.flatMap(({ sent, answered }) => (sent === null ? answered : [sent, ...answered])),
  ];
  return known.every((entry) => compareOrder(prediction.placed, entry) < 0) ? prediction.shown : null;
};

/** The newest answer stands after the newest outcome. */
const answeredSince = ({ planned, asks }: Joined): boolean => {
  const outcome = planned.outcomes.at(-1);
  const answer = newestOf(asks.flatMap(({ answered }) => answered));
  return outcome !== undefined && answer !== null && compareOrder(answer, outcome.placed) > 0;
};

const stageOf = (joined: Joined, prediction: Prediction | null): Stage => {
  const { planned, asks } = joined;
  const noted = planned.outcomes.at(-1)?.shown ?? null;
  if (noted !== null) {
    const unsettled = noted.outcome === "later" || noted.outcome === "silence";
    if (unsettled && answeredSince(joined)) return "answered";
    return noted.outcome === "later" ? "waiting" : "closed";
  }
  if (asks.some(({ answered }) => answered.length > 0)) return "answered";
  if (asks.some(({ sent }) => sent !== null)) return "waiting";
  return prediction === null ? "planned" : "predicted";
};

const answersOf = (asks: readonly PlacedAsk[]): readonly AnswerGiven[] =>
  asks
    .flatMap(({ ask, answered }) =>
      ask.answers.flatMap((answer, i) => {
        const placed = answered[i];
        return placed === undefined ? [] : [{ answer, placed }];
      }),
    )
    .toSorted((a, b) => compareDated(a.placed, b.placed))
    .map(({ answer }) => answer);

const personOf = ({ planned, asks }: Joined): string | null =>
  planned.plan.person ?? asks.find(({ ask }) => ask.person !== null)?.ask.person ?? null;

const show = once((joined: Joined): Experiment => {
  const { planned, asks } = joined;
  const prediction = validPrediction(joined);
  return {
    id: planned.id,
    stage: stageOf(joined, prediction),
    person: personOf(joined),
    plan: planned.plan,
    prediction,
    asks: asks.map(({ ask }) => ask),
    answers: answersOf(asks),
    outcome: planned.outcomes.at(-1)?.shown ?? null,
    outcomes: planned.outcomes.map(({ shown }) => shown),
  };
});

/** All experiments, newest first. */
export const experiments = (state: State): readonly Experiment[] => join(state).map(show);

/** How many experiments have an outcome: a count alone, cheap enough for the frame of every screen. */
export const outcomesNoted = (state: State): number =>
  piecesOf(state.steps.experiments).reduce(
    (sum, piece) => sum + piece.filter(({ plan, outcomes }) => plan !== null && outcomes.length > 0).length,
    0,
  );

/** One experiment, or null. */
export const experiment = (state: State, id: string): Experiment | null =>
  experiments(state).find((one) => one.id === id) ?? null;

/** Those that are not closed, newest first. */
export const openExperiments = (state: State): readonly Experiment[] =>
  experiments(state).filter(({ stage }) => stage !== "closed");

/** Those that something may have come of: predicted, waiting or answered; answered ones first, then newest first. */
export const awaitingOutcome = (state: State): readonly Experiment[] => {
  const open = openExperiments(state).filter(({ stage }) => stage !== "planned");
  return [...open.filter(({ stage }) => stage === "answered"), ...open.filter(({ stage }) => stage !== "answered")];
};

/** All asks, newest first. */
export const asks = (state: State): readonly Ask[] => viewPlacedAsks(state.asks).map(({ ask }) => ask);

/** Asks that are neither closed nor of a closed experiment, newest first. */
export const openAsks = (state: State): readonly Ask[] => {
  const closed = new Set(
    experiments(state)
      .filter(({ stage }) => stage === "closed")
      .map(({ id }) => id),
  );
  return asks(state).filter((ask) => !ask.closed && !closed.has(ask.experiment));
};

/** Asks whose link can still bring an answer on `today`, whatever was noted meanwhile, newest first. */
export const liveLinks = (state: State, today: LocalDay): readonly Ask[] =>
  asks(state).filter((ask) => ask.link !== null && !ask.closed && ask.link.closesOn >= today);

const tried = once((joined: Joined): { readonly trial: Trial; readonly placed: Dated<unknown> } | null => {
  const { planned, asks: sentAsks } = joined;
  const answer = answersOf(sentAsks).at(-1) ?? null;
  const sent = sentAsks.find((ask) => ask.sent !== null)?.ask ?? null;
  const trial = trialOf({
    id: planned.id,
    plan: planned.plan,
    person: personOf(joined),
    prediction: validPrediction(joined),
    outcome: planned.outcomes.at(-1)?.shown ?? null,
    answer: answer === null ? null : { answer: answer.answer, day: answer.day, afterOutcome: answeredSince(joined) },
    sent:
      sent === null || sent.sentOn === null
        ? null
        : { day: sent.sentOn, by: sent.silence?.by ?? null, written: sent.channel !== "said" },
  });
  const placed = newestOf([
    ...planned.outcomes.map((outcome) => outcome.placed),
    ...sentAsks.flatMap((ask) => [...ask.answered, ...(ask.sent === null ? [] : [ask.sent])]),
  ]);
  return trial === null || placed === null ? null : { trial, placed };
});

const inOrder = (state: State, all: readonly NonNullable<ReturnType<typeof tried>>[]): readonly Trial[] =>
  all.toSorted((a, b) => compareDated(a.placed, b.placed)).map(({ trial }) => judged(state, trial));

/** The rows that the guidance reads, oldest first by the newest thing known; see `steps/protocol.ts` for the mapping. */
export const trials = (state: State): readonly Trial[] =>
  inOrder(
    state,
    join(state).flatMap((joined) => tried(joined) ?? []),
  );

/** How many are shown between two pauses. */
const few = 50;

/**
 * What `experiments` and `trials` give, worked out a few at a time: the generator yields where whoever draws a screen
 * may pause. With thousands of tries the two take longer than a frame.
 */
export const triesInPieces = function* (
  state: State,
): Generator<undefined, { readonly experiments: readonly Experiment[]; readonly trials: readonly Trial[] }> {
  const joined = yield* joinInPieces(state);
  const shown: Experiment[] = [];
  const rows: NonNullable<ReturnType<typeof tried>>[] = [];
  for (let at = 0; at < joined.length; at += few) {
    for (const one of joined.slice(at, at + few)) {
      shown.push(show(one));
      const row = tried(one);
      if (row !== null) rows.push(row);
    }
    yield;
  }
  return { experiments: shown, trials: inOrder(state, rows) };
};
