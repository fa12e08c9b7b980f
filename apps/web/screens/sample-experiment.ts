/** Builds an experiment for the tests of screens' logic; shipped code never imports it. */
import { parseDay, type LocalDay } from "@belay/basics";
import {
  parseEvent,
  type AnswerGiven,
  type Ask,
  type Experiment,
  type Id,
  type OutcomeNoted,
  type Plan,
  type Prediction,
} from "@belay/domain";

/** A day by its text; a text that is none was written wrongly in the test. */
export const dayOf = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

const device = "a".repeat(32);

/** An id as the domain's door lets it in; a text that is none was written wrongly in the test. */
export const idOf = (text: string): Id => {
  const event = parseEvent(
    { id: "event-1", k: "circle/removed@1", t: [0, 0], d: "2026-11-22", b: { person: text } },
    device,
  );
  if (!event.ok || event.value.kind !== "circle/removed@1") throw new Error(`no id: ${text}`);
  return event.value.body.person;
};

const noted = { day: dayOf("2026-11-22"), at: [0, 0, device] } as const;

/** A small ask of a friend, planned and nothing more. */
export const samplePlan = (change: Partial<Plan> = {}): Plan => ({
  ...noted,
  step: idOf("ask-for-a-lift"),
  title: "Ask for a lift",
  strand: "ask",
  person: null,
  context: null,
  origin: "self",
  difficulty: 38,
  cost: 0.3,
  disclosure: "none",
  ...change,
});

/** What was expected of it. */
export const samplePrediction = (change: Partial<Prediction> = {}): Prediction => ({
  ...noted,
  help: 30,
  bad: 50,
  feared: "She thinks less of me",
  sign: "A short answer",
  beliefs: [],
  ...change,
});

/** How it ended: done, and nothing said beyond that. */
export const sampleOutcome = (change: Partial<OutcomeNoted> = {}): OutcomeNoted => ({
  ...noted,
  status: "done",
  outcome: null,
  before: null,
  peak: null,
  after: null,
  bad: null,
  feared: null,
  closer: null,
  learnt: "",
  ...change,
});

/** What came back through a link. */
export const sampleAnswer = (change: Partial<AnswerGiven> = {}): AnswerGiven => ({
  ...noted,
  reply: idOf("reply-12345678"),
  answer: "yes",
  words: "",
  burden: null,
  glad: null,
  notThisMonth: false,
  ...change,
});

/** An ask that was said. */
export const sampleAsk = (change: Partial<Ask> = {}): Ask => ({
  id: "ask-12345678",
  experiment: "exp-12345678",
  person: "noor-12345678",
  words: "Could you call?",
  channel: "said",
  sentOn: noted.day,
  silence: null,
  link: null,
  closed: false,
  answers: [],
  ...change,
});

/** All of it together. */
export const sampleExperiment = (change: Partial<Experiment> = {}): Experiment => ({
  id: "exp-12345678",
  stage: "planned",
  person: "noor-12345678",
  plan: samplePlan(),
  prediction: null,
  asks: [],
  answers: [],
  outcome: null,
  outcomes: [],
  ...change,
});
