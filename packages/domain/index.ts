/** The only door of the room: what the programme means, as pure functions over facts. */
export { decide, type Command } from "./decide.ts";
export { inBulk, newBulk, type Bulk } from "./events/bulk.ts";
export { emptyState, erasedIds, evolve, evolveAll, isErased, replay, type State } from "./state.ts";
export type { Decision, Stamp } from "./events/command.ts";
export type { BadField } from "./events/fact.ts";
export type { Refusal } from "./events/refusal.ts";
export { encodeEvent, parseEvent, type EventFault, type EventJson } from "./events/codec.ts";
export { compareOrder, nextHlc, type Hlc, type Placed, type Recorded } from "./events/order.ts";
export { eventShapes, type BodyOf, type DomainEvent, type EventKind } from "./events/catalogue.ts";
export {
  contexts,
  disclosures,
  parseId,
  rings,
  roles,
  strands,
  type Context,
  type Disclosure,
  type Id,
  type NotAnId,
  type Ring,
  type Role,
  type Strand,
} from "./events/fields.ts";
export { answers, channels, type Answer } from "./events/asks.ts";
export { alarmAnswers, verdicts } from "./events/beliefs.ts";
export {
  depths,
  exchangeWays,
  qualities,
  safeties,
  screenQuestions,
  screenReplies,
  sights,
  type Safety,
} from "./events/circle.ts";
export {
  aloneVerdicts,
  closenesses,
  fearResults,
  origins,
  outcomes,
  restReasons,
  statuses,
  type Origin,
  type Outcome,
  type Status,
} from "./events/steps.ts";
export { criticMoments, type CriticMoment } from "./events/compassion.ts";
export { cardFates } from "./events/learn.ts";
export { loadChoices, loadKinds, type LoadChoice, type LoadKind } from "./events/load.ts";
export { measureSets, type MeasureSet } from "./events/measures.ts";
export { importMost } from "./measures/decide.ts";
export {
  mondayOf,
  weekOf,
  type MeasuresChosen,
  type MeasureSitting,
  type SourceRound,
  type WeekCounted,
} from "./measures/view.ts";
export { shareStands, type Share, type ShareStanding } from "./sharing/view.ts";
export { originEnds, type OriginEnd } from "./events/origins.ts";
export { pathNames, type PathName } from "./events/paths.ts";
export { alarmTimes, pauseChoices, type PauseChoice } from "./events/pauses.ts";
export { planParts, type PlanPart } from "./events/plan.ts";
export { paces } from "./events/settings.ts";
export { signGroups, signReplies, type SignGroup, type SignReply } from "./events/signs.ts";
export type { Entry } from "./events/entries.ts";
export type { Limit, Load, LoadDecision } from "./load/view.ts";
export type { Offer } from "./offers/view.ts";
export { originsCeiling } from "./origins/decide.ts";
export type { OriginsSession } from "./origins/view.ts";
export type { PlanLine } from "./plan/view.ts";
export type { ShiftCourse, ShiftPoint } from "./shifts/view.ts";
export type { SignAnswered } from "./signs/view.ts";
export { asksAgain, type StepSpec } from "./steps/spec.ts";
export { fromAnswer, fromOutcome, type Trial, type TrialOutcome } from "./steps/protocol.ts";
export type { DoneAlone, OutcomeNoted, Plan, Prediction, Rest } from "./steps/view.ts";
export {
  asks,
  awaitingOutcome,
  experiment,
  experiments,
  liveLinks,
  openAsks,
  openExperiments,
  outcomesNoted,
  trials,
  triesInPieces,
  type Experiment,
  type Stage,
} from "./experiments.ts";
export { guarding } from "./guarding.ts";
export type { AnswerGiven, Ask } from "./asks/view.ts";
export { worksWith, type Stop } from "./circle/screen.ts";
export type { Askable, Exchange, Observation, Screening } from "./circle/view.ts";
export { askedHowItWas, keptFrom, lastPerson, people, person, saidToHurt, stopsFor, type Person } from "./people.ts";
export { lastTalk, type LastTalk, type TalkKind } from "./talk.ts";
export { quietness, type Quietness } from "./quietness.ts";
export type { Moment } from "./beliefs/view.ts";
export type { Checkin } from "./checkin/view.ts";
export type { Settings } from "./settings/view.ts";
export { checkins, latestCheckin, settings } from "./views.ts";
export {
  beliefs,
  cardsSeen,
  doneAlone,
  lastShiftRound,
  limits,
  measuresChosen,
  loads,
  offers,
  originsOn,
  originsSessions,
  ownSteps,
  pathsWalked,
  pauses,
  practices,
  resentment,
  restedOn,
  rests,
  safetyPlan,
  shares,
  shifts,
  signs,
  sittings,
  sourceRounds,
  weeksCounted,
  type Belief,
} from "./room-views.ts";
export { checkRequest, markWording, type Mark } from "./wording/marks.ts";
export type { RequestCheck } from "./wording/request.ts";
export type { MarkKind, WordingLexicon } from "./wording/lexicon.ts";
