/** Plays commands through the whole domain, for tests: what is decided is encoded, read back and folded. */
import { parseDay, type LocalDay } from "@belay/basics";
import {
  decide,
  encodeEvent,
  evolve,
  parseEvent,
  replay,
  type Answer,
  type Command,
  type Outcome,
  type Recorded,
  type Refusal,
  type Stamp,
  type State,
  type StepSpec,
} from "./index.ts";

/** A day that is known to be one; throws otherwise, since it is written in a test. */
export const theDay = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

/** A device's name: 32 digits. */
export const deviceNamed = (digit: string): string => digit.repeat(32);

/** A stamp whose id was minted as `id`. */
export const stampOf = (id: string, day: LocalDay = theDay("2026-05-01"), at = 0): Stamp => {
  const event = parseEvent({ id: "stamp", k: "asks/closed@1", t: [0, 0], d: day, b: { ask: id } }, deviceNamed("0"));
  if (!event.ok || event.value.kind !== "asks/closed@1") throw new Error(`no id: ${id}`);
  return { at, day, id: event.value.body.ask };
};

/** A session of one person on one device. */
export type Rehearsal = {
  readonly state: () => State;
  readonly events: () => readonly Recorded[];
  /** Moves to another day. */
  readonly on: (day: string) => void;
  /** Records the command and gives the id that was minted for it; throws when it is refused. */
  readonly run: (command: Command) => string;
  /** Why the command is refused; throws when it is not. */
  readonly refused: (command: Command) => Refusal;
};

/**
 * A new session. Each command is one second after the last. It may begin on what another device recorded, with a clock
 * that is `ahead` seconds off; ids then start where the other's ended, each device with letters of its own.
 */
export const rehearse = (device: string = deviceNamed("a"), before: readonly Recorded[] = [], ahead = 0): Rehearsal => {
  let state = replay(before);
  let today = theDay("2026-05-01");
  let count = before.length;
  const prefix = device.slice(0, 1);
  const events: Recorded[] = [...before];
  const keep = (id: string, fact: Recorded): void => {
    const back = parseEvent(JSON.parse(JSON.stringify(encodeEvent(fact))), device);
    if (!back.ok) throw new Error(`decided what cannot be read: ${id} ${JSON.stringify(back.error)}`);
    events.push(back.value);
    state = evolve(state, back.value);
  };
  const attempt = (command: Command) => {
    count += 1;
    const stamp = stampOf(`id-${prefix}${count}`, today, (count + ahead) * 1000);
    return { stamp, decided: decide(state, command, stamp) };
  };
  return {
    state: () => state,
    events: () => events,
    on: (day) => {
      today = theDay(day);
    },
    run: (command) => {
      const { stamp, decided } = attempt(command);
      if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
      decided.value.forEach((fact, i) => {
        const id = fact.kind === "asks/answered@1" ? fact.body.reply : `event-${prefix}${count}.${i}`;
        keep(id, { id, at: [stamp.at, i, device], day: today, ...fact });
      });
      return stamp.id;
    },
    refused: (command) => {
      const { decided } = attempt(command);
      if (decided.ok) throw new Error(`accepted: ${JSON.stringify(command)}`);
      return decided.error;
    },
  };
};

/** A step to vary. */
export const plainStep: StepSpec = {
  id: "ask-for-a-lift",
  strand: "ask",
  title: "Ask for a lift",
  difficulty: 40,
  cost: 0.3,
  needsPerson: true,
  roles: ["friend", "family"],
  contexts: ["in-person", "message"],
  disclosure: "none",
  touch: false,
};

/** A step that takes nobody of the circle. */
export const soloStep: StepSpec = { ...plainStep, id: "ask-the-way", needsPerson: false, roles: ["stranger"] };

/** Answers to the safety questions that stop nothing. */
export const noConcern = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;

/** Commands as most tests need them. */
export const say = {
  add: (nickname: string): Command & { kind: "circle/add" } => ({
    kind: "circle/add",
    nickname,
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  }),
  screen: (person: string): Command => ({
    kind: "circle/screen",
    person,
    strand: "ask",
    depth: "first",
    answers: noConcern,
  }),
  plan: (person: string | null, step: StepSpec = person === null ? soloStep : plainStep): Command => ({
    kind: "steps/plan",
    step,
    person,
    context: null,
    origin: "engine",
  }),
  predict: (experiment: string, help: number | null = 40, bad: number | null = 70): Command => ({
    kind: "steps/predict",
    experiment,
    help,
    bad,
    feared: "",
    sign: "",
    beliefs: [],
  }),
  tell: (experiment: string, person: string | null = null): Command & { kind: "asks/send" } => ({
    kind: "asks/send",
    ask: null,
    experiment,
    person,
    words: "Could you?",
    channel: "said",
    silence: null,
  }),
  prepare: (experiment: string): Command & { kind: "asks/prepare" } => ({
    kind: "asks/prepare",
    experiment,
    words: "Could you?",
    from: "Me",
    howItWas: false,
    link: { mailbox: "00", secret: "01", replyKey: "02", ownerProof: "03", closesOn: "2026-05-08" },
  }),
  sendLink: (ask: string, experiment: string, person: string | null = null, by: string | null = null): Command => ({
    kind: "asks/send",
    ask,
    experiment,
    person,
    words: "Could you?",
    channel: "link",
    silence: by === null ? null : { by, then: "I ask somebody else." },
  }),
  answer: (ask: string, reply: string, answer: Answer = "yes"): Command & { kind: "asks/receive" } => ({
    kind: "asks/receive",
    ask,
    reply,
    answer,
    words: "",
    burden: null,
    glad: null,
    notThisMonth: false,
  }),
  outcome: (experiment: string, outcome: Outcome | null): Command & { kind: "steps/note-outcome" } => ({
    kind: "steps/note-outcome",
    experiment,
    status: "done",
    outcome,
    before: null,
    peak: null,
    after: null,
    bad: null,
    feared: null,
    closer: null,
    learnt: "",
  }),
};
