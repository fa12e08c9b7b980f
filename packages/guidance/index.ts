/** The only door of the room: which step next, and what the record shows. */
export { chooseStep, type ChooseInput, type Choice, type RestReason, type StepReason } from "./choose.ts";
export { enough, evidence, isYes, jeffreys, type Evidence, type FearedFelt, type Interval } from "./evidence.ts";
export { rateOf, type BadEvent } from "./history.ts";
export {
  answerTo,
  heard,
  newPlayer,
  type Answer,
  type Band,
  type Estimate,
  type Pick,
  type Player,
  type Pred,
  type ProbeAnswer,
  type Report,
} from "./protocol.ts";
export { calibrationOf, type Group } from "./record/calibration.ts";
export { enoughForCurve, enoughForTrend, enoughInGroup, enoughOfThem, runOf } from "./record/enough.ts";
export { forThemOf, medianOf, summaryOf, type ForThem, type ForThemSummary } from "./record/for-them.ts";
export {
  againstAverage,
  brierOf,
  guessesOf,
  partsOf,
  type AgainstAverage,
  type Guess,
  type Parts,
} from "./record/guesses.ts";
export { meanBand, type MeanBand } from "./record/student.ts";
export { trendOf, type Point, type Trend } from "./record/trend.ts";
export { violationsOf, type Violation } from "./record/violation.ts";
