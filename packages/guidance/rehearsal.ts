/** Tries, people and steps to vary, for tests. */
import { parseDay, type LocalDay } from "@belay/basics";
import type { Person, StepSpec, Trial } from "@belay/domain";
import type { Known } from "./app/messages.ts";
import type { Wish } from "./app/offer.ts";

/** A day that is known to be one; throws otherwise, since it is written in a test. */
export const theDay = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

/** A plain try: done, answered yes, 40 hard, nothing predicted or felt. */
export const aTrial = (fields: Partial<Trial> = {}): Trial => ({
  id: "exp-1",
  day: theDay("2026-04-01"),
  step: "ask-1",
  strand: "ask",
  difficulty: 40,
  cost: 0.3,
  person: null,
  context: null,
  origin: "engine",
  status: "done",
  predHelp: null,
  predBad: null,
  before: null,
  peak: null,
  after: null,
  bad: null,
  outcome: "yes",
  raw: "yes",
  ...fields,
});

/** A friend, rated safe. */
export const aPerson = (fields: Partial<Person> = {}): Person => ({
  id: "ana",
  nickname: "Ana",
  role: "friend",
  ring: "near",
  trust: null,
  comfort: null,
  safety: "safe",
  harmed: false,
  removed: false,
  addedOn: theDay("2026-01-01"),
  observations: [],
  screens: [],
  exchanges: [],
  askables: [],
  restUntil: null,
  ...fields,
});

/** A step that takes nobody of the circle. */
export const aStep = (fields: Partial<StepSpec> = {}): StepSpec => ({
  id: "ask-1",
  strand: "ask",
  title: "Ask",
  difficulty: 40,
  cost: 0.3,
  needsPerson: false,
  roles: ["friend"],
  contexts: ["in-person"],
  disclosure: "none",
  touch: false,
  ...fields,
});

/** An ordinary day, with nothing known. */
export const aRecord = (fields: Partial<Known> = {}): Known => ({
  today: theDay("2026-05-01"),
  steps: [aStep()],
  people: [],
  trials: [],
  checkins: [],
  ...fields,
});

/** A day on which everybody may be asked. */
export const aWish = (fields: Partial<Wish> = {}): Wish => ({
  touch: false,
  restedToday: false,
  exclude: [],
  lastPerson: null,
  care: null,
  stopsFor: () => "ok",
  ...fields,
});
