/** Gathers everything that Evidence shows, piece by piece: what was tried, and every figure over it. */
import { dayNumber } from "@belay/basics";
import { guarding, triesInPieces, type Experiment, type State, type Trial } from "@belay/domain";
import {
  againstAverage,
  calibrationOf,
  evidence,
  forThemOf,
  guessesOf,
  summaryOf,
  trendOf,
  violationsOf,
  type AgainstAverage,
  type Evidence,
  type ForThem,
  type ForThemSummary,
  type Group,
  type Trend,
  type Violation,
} from "@belay/guidance";

/** All of it. Experiments are newest first, trials oldest first. */
export interface Gathered {
  readonly experiments: readonly Experiment[];
  readonly trials: readonly Trial[];
  /** How many were let be with somebody whom the person keeps away from. */
  readonly guarded: number;
  readonly found: Evidence;
  readonly groups: readonly Group[];
  readonly against: AgainstAverage | null;
  readonly violations: readonly Violation[];
  /** Points a day; null without tries on two days. */
  readonly feared: Trend | null;
  readonly felt: Trend | null;
  readonly forThem: readonly ForThem[];
  readonly forThemSummary: ForThemSummary;
}

/** The work as a generator: it yields wherever it may be put off until the next turn. */
export const gather = function* (state: State): Generator<undefined, Gathered> {
  const { experiments, trials } = yield* triesInPieces(state);
  yield;
  const found = evidence(trials);
  yield;
  const guesses = guessesOf(trials);
  const groups = calibrationOf(guesses);
  const against = againstAverage(guesses);
  yield;
  const violations = violationsOf(found.pairs);
  yield;
  const points = found.pairs.map(({ day, feared, felt }) => ({ at: dayNumber(day), feared, felt }));
  const feared = trendOf(points.map((one) => ({ at: one.at, value: one.feared })));
  yield;
  const felt = trendOf(points.map((one) => ({ at: one.at, value: one.felt })));
  yield;
  const forThem = forThemOf(experiments);
  return {
    experiments,
    trials,
    guarded: trials.filter((trial) => guarding(state, trial)).length,
    found,
    groups,
    against,
    violations,
    feared,
    felt,
    forThem,
    forThemSummary: summaryOf(forThem),
  };
};
