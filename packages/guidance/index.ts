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
