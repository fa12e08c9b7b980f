/** Puts what was expected beside what happened, in sentences that claim no more than the two numbers. */
import type { Outcome, OutcomeNoted, Prediction } from "@belay/domain";
import type { MessageId, Values } from "../words.ts";

/** A sentence to be said. */
export interface Said {
  readonly id: MessageId;
  readonly values: Values;
}

/** Points of difference below which two distresses are about the same: the grain of such a slider. */
const grain = 10;

/** Which of the three sentences fits two distresses. */
const badWords = (expected: number, felt: number): MessageId => {
  if (felt <= expected - grain) return "outcome.compareBadLess";
  return felt >= expected + grain ? "outcome.compareBadMore" : "outcome.compareBadSame";
};

/** Silence and hurt came without the help that was asked for, like a no. `later` is not known yet. */
const helpWords: Readonly<Record<Outcome, MessageId | null>> = {
  yes: "outcome.compareHelpYes",
  partly: "outcome.compareHelpPartly",
  later: null,
  no: "outcome.compareHelpNo",
  hurtful: "outcome.compareHelpNo",
  silence: "outcome.compareHelpNo",
};

/** The sentences; none for a side that was left empty. How bad it was counts, else its worst moment. */
export const compare = (prediction: Prediction | null, outcome: OutcomeNoted | null): readonly Said[] => {
  if (prediction === null || outcome === null) return [];
  // The same question was asked before ("how bad will it feel"), so its own answer is the fair one to compare.
  const felt = outcome.bad ?? outcome.peak;
  const help = outcome.outcome === null ? null : helpWords[outcome.outcome];
  return [
    ...(prediction.help === null || help === null ? [] : [{ id: help, values: { n: prediction.help } }]),
    ...(prediction.bad === null || felt === null
      ? []
      : [{ id: badWords(prediction.bad, felt), values: { expected: prediction.bad, felt } }]),
  ];
};
