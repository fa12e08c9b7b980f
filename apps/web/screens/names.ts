/** Says who and what came back, in the few words that every screen uses alike. */
import { person, type Answer, type Experiment, type Outcome, type State } from "@belay/domain";
import { t, type MessageId } from "./words.ts";

/** The nickname, also of somebody who was taken off the circle; a neutral word where there is nobody. */
export const nameOf = (state: State, id: string | null): string =>
  (id === null ? null : person(state, id)?.nickname) ?? t("today.someone");

/** In the asker's words, which are those of the answer page. */
const answerIds: Readonly<Record<Answer, MessageId>> = {
  yes: "today.answerYes",
  partly: "today.answerPartly",
  no: "today.answerNo",
  talk: "today.answerTalk",
};

/** The four answers of the answer page, as the asker reads them. */
export const answerWords = (answer: Answer): MessageId => answerIds[answer];

/** In the words of the two-tap sheet. */
const outcomeIds: Readonly<Record<Outcome, MessageId>> = {
  yes: "outcome.yes",
  partly: "outcome.partly",
  later: "outcome.later",
  no: "outcome.no",
  hurtful: "outcome.hurtful",
  silence: "outcome.silence",
};

/** What came back, as noted. */
export const outcomeWords = (outcome: Outcome): MessageId => outcomeIds[outcome];

/** The newest answer, unless an outcome was noted after it. */
export const freshAnswer = (experiment: Experiment): Answer | null =>
  experiment.stage === "answered" ? (experiment.answers.at(-1)?.answer ?? null) : null;
