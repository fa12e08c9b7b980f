/** The only door of the room: which step next, and what the record shows. */
export {
  fewTries,
  type BadEvent,
  type Choice,
  type Numbers,
  type Pair,
  type Range,
  type RestReason,
  type StepReason,
} from "./app/choice.ts";
export {
  careAt,
  careOf,
  easierCap,
  toldBefore,
  type Care,
  type CareReason,
  type Measured,
  type Signals,
  type Told,
} from "./app/care.ts";
export { bearableOf, type Planned } from "./app/bearable.ts";
export { guidedBy, guidedInPieces, type Guided } from "./app/guided.ts";
export type { DayEnergy, Known } from "./app/messages.ts";
export { hardnessOf, type Hardness } from "./app/numbers.ts";
export { hardest, offerOf, type Wish } from "./app/offer.ts";
export { enough, evidence, isYes, jeffreys, type Evidence, type FearedFelt, type Interval } from "./evidence.ts";
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
export { enoughForCurve, enoughForReach, enoughForTrend, enoughInGroup, enoughOfThem, runOf } from "./record/enough.ts";
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
export { risenOf, type Risen } from "./record/risen.ts";
export { meanBand, type MeanBand } from "./record/student.ts";
export { trendOf, type Point, type Trend } from "./record/trend.ts";
export { violationsOf, type Violation } from "./record/violation.ts";
