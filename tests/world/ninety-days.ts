/**
 * Writes ninety days of somebody's log through the domain itself, the same each time.
 *
 * What happens is invented: somebody who guesses too low, fears more than comes, is let down now and then and hurt
 * twice. It shows the app what a log looks like and says nothing about real people.
 */
import { addDays, dayNumber, parseDay, type LocalDay } from "@belay/basics";
import {
  decide,
  emptyState,
  encodeEvent,
  evolve,
  parseEvent,
  parseId,
  stopsFor,
  type Command,
  type EventJson,
  type Outcome,
  type Role,
  type State,
  type Status,
  type StepSpec,
  type Strand,
} from "@belay/domain";

/** A log as it is checked in: who wrote it, and every event in order. */
export interface WrittenLog {
  readonly device: string;
  readonly events: readonly EventJson[];
}

const device = "90".repeat(16);
const firstDay = "2026-07-01";
const days = 90;
/** On these the first try hurts, whatever chance says. */
const hurtfulDays: readonly number[] = [33, 61];

/** Lehmer's generator (Park & Miller 1988, Commun ACM 31:1192-1201): chance that is the same each time. */
const chanceFrom = (seed: number) => {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return {
    happens: (share: number): boolean => next() < share,
    pick: <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)],
    /** About normal (the sum of four), rounded, kept within 0 to 100. */
    about: (mean: number, spread: number): number => {
      const bell = (next() + next() + next() + next() - 2) * Math.sqrt(3);
      return Math.round(Math.min(100, Math.max(0, mean + spread * bell)));
    },
    /** The same to the nearest five, as people guess. */
    fives: (mean: number, spread: number): number => {
      const bell = (next() + next() + next() + next() - 2) * Math.sqrt(3);
      return Math.min(100, Math.max(0, 5 * Math.round((mean + spread * bell) / 5)));
    },
  };
};

type Chance = ReturnType<typeof chanceFrom>;

const theDay = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

/** Somebody's log being written: every command is decided, encoded, read back and folded. */
const session = () => {
  let state: State = emptyState;
  let today = theDay(firstDay);
  let count = 0;
  const events: EventJson[] = [];
  return {
    state: () => state,
    today: () => today,
    on: (day: LocalDay): void => void (today = day),
    events: () => events,
    /** Gives the id that was minted; throws when the domain refuses. */
    run: (command: Command): string => {
      count += 1;
      const id = parseId(`day-${String(count).padStart(4, "0")}`);
      if (!id.ok) throw new Error("no id");
      const at = dayNumber(today) * 86_400_000 + 9 * 3_600_000 + (count % 36_000) * 1000;
      const decided = decide(state, command, { at, day: today, id: id.value });
      if (!decided.ok) throw new Error(`${command.kind} refused: ${JSON.stringify(decided.error)}`);
      decided.value.forEach((fact, index) => {
        const name = fact.kind === "asks/answered@1" ? fact.body.reply : `${id.value}.${index}`;
        const json = encodeEvent({ id: name, at: [at, index, device], day: today, ...fact });
        const back = parseEvent(JSON.parse(JSON.stringify(json)), device);
        if (!back.ok) throw new Error(`${command.kind} cannot be read back: ${JSON.stringify(back.error)}`);
        events.push(json);
        state = evolve(state, back.value);
      });
      return id.value;
    },
  };
};

type Session = ReturnType<typeof session>;

interface Someone {
  readonly id: string;
  readonly role: Role;
  /** How likely they help, 0 to 1. */
  readonly kind: number;
}

const circle = [
  { nickname: "Noor", role: "friend", ring: "close", trust: 70, comfort: 60, kind: 0.8 },
  { nickname: "Mia", role: "family", ring: "close", trust: 60, comfort: 45, kind: 0.6 },
  { nickname: "Jonas", role: "colleague", ring: "near", trust: 45, comfort: 40, kind: 0.6 },
  { nickname: "Ada", role: "neighbour", ring: "near", trust: 50, comfort: 50, kind: 0.7 },
  { nickname: "Kofi", role: "friend", ring: "near", trust: 40, comfort: 35, kind: 0.35 },
] as const;

/** A step of the log's own, so that a reworded catalogue changes no log. */
const aStep = (id: string, strand: Strand, title: string, difficulty: number, roles: readonly Role[]): StepSpec => ({
  id,
  strand,
  title,
  difficulty,
  cost: difficulty / 150,
  needsPerson: !roles.includes("stranger"),
  roles,
  contexts: ["in-person", "message"],
  disclosure: strand === "share" ? "small" : "none",
  touch: false,
});

const steps: readonly StepSpec[] = [
  aStep("ask-the-way", "ask", "Ask a stranger the way", 8, ["stranger"]),
  aStep("ask-shop-staff", "ask", "Ask staff to find something", 14, ["stranger"]),
  aStep("ask-for-a-book", "ask", "Ask to borrow a book", 22, ["friend", "neighbour", "colleague"]),
  aStep("ask-for-ten-minutes", "ask", "Ask for ten minutes", 30, ["friend", "family", "colleague"]),
  aStep("ask-for-a-lift", "ask", "Ask for a lift", 38, ["friend", "family", "neighbour"]),
  aStep("ask-when-tired", "ask", "Ask for help when worn out", 50, ["friend", "family"]),
  aStep("accept-a-coffee", "accept", "Let somebody pay for the coffee", 18, ["friend", "colleague"]),
  aStep("accept-an-offer", "accept", "Say yes to an offer", 35, ["friend", "family", "neighbour"]),
  aStep("hand-over-an-errand", "handover", "Hand over an errand", 28, ["family", "friend"]),
  aStep("hand-over-a-task", "handover", "Hand over a task at work", 42, ["colleague"]),
  aStep("share-a-small-worry", "share", "Tell somebody a small worry", 30, ["friend", "family"]),
  aStep("be-with-a-walk", "bewith", "Walk with somebody, nothing to do", 24, ["friend", "family", "neighbour"]),
];

const meetAll = (app: Session): readonly Someone[] =>
  circle.map(({ kind, ...person }) => ({
    id: app.run({ kind: "circle/add", ...person }),
    role: person.role,
    kind,
  }));

/** Answers the questions that stand before a first step of a strand, where they were not answered yet. */
const screen = (app: Session, person: string, step: StepSpec): void => {
  if (stopsFor(app.state(), person, step.strand, false) !== "screen-first") return;
  const role = circle.find((_, index) => person === `day-${String(index + 1).padStart(4, "0")}`)?.role;
  const work = role === "colleague" ? ("no" as const) : null;
  const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work } as const;
  app.run({ kind: "circle/screen", person, strand: step.strand, depth: "first", answers });
};

/** What became of one try. */
interface Fate {
  readonly status: Status;
  readonly outcome: Outcome | null;
  readonly felt: number | null;
}

const fateOf = (chance: Chance, step: StepSpec, kind: number, bad: number, at: number, hurts: boolean): Fate => {
  if (hurts) return { status: "done", outcome: "hurtful", felt: chance.about(82, 7) };
  if (chance.happens(0.06)) return { status: "skipped", outcome: null, felt: null };
  if (chance.happens(0.09 * (1 - at))) return { status: "avoided", outcome: null, felt: null };
  if (chance.happens(0.04)) return { status: "started", outcome: null, felt: chance.about(bad + 8, 10) };
  const felt = chance.about(0.45 * bad + 0.2 * step.difficulty, 11);
  if (step.strand === "share" || step.strand === "bewith") return { status: "done", outcome: null, felt };
  if (chance.happens(kind)) return { status: "done", outcome: chance.happens(0.18) ? "partly" : "yes", felt };
  return { status: "done", outcome: chance.happens(0.5) ? "silence" : "no", felt: chance.about(felt + 15, 8) };
};

const fearedOf = (chance: Chance, { outcome, felt }: Fate): "happened" | "did-not" | "neither" | null => {
  if (felt === null || chance.happens(0.25)) return null;
  if (outcome === "hurtful" || (outcome === "no" && chance.happens(0.4))) return "happened";
  return chance.happens(0.15) ? "neither" : "did-not";
};

const noteFate = (app: Session, chance: Chance, experiment: string, step: StepSpec, fate: Fate): void => {
  const before = fate.felt === null ? null : chance.about(fate.felt + 10, 8);
  const peak = fate.felt === null ? null : chance.about(fate.felt + 8, 6);
  const close = fate.status === "done" && (step.strand === "share" || step.strand === "bewith");
  app.run({
    kind: "steps/note-outcome",
    experiment,
    status: fate.status,
    outcome: fate.outcome,
    before,
    peak,
    after: fate.felt === null ? null : chance.about(fate.felt - 10, 6),
    bad: chance.happens(0.05) ? null : fate.felt,
    feared: fearedOf(chance, fate),
    closer: close ? (chance.pick(["more", "more", "same", "less"] as const) ?? null) : null,
    learnt: "",
  });
};

/** Sends the ask by a link that may bring back how it was to be asked. */
const byLink = (app: Session, chance: Chance, experiment: string, person: string, outcome: Outcome | null): void => {
  const ask = app.run({
    kind: "asks/prepare",
    experiment,
    words: "I feel stretched this week. Could you take one corner of it? Yes or no is fine.",
    from: "Sam",
    howItWas: true,
    link: { mailbox: "ab", secret: "cd", replyKey: "ef", ownerProof: "01", closesOn: addDays(app.today(), 14) },
  });
  const silence = { by: addDays(app.today(), 3), then: "I ask somebody else." };
  app.run({
    kind: "asks/send",
    ask,
    experiment,
    person,
    words: "Could you take one corner of it?",
    channel: "link",
    silence,
  });
  if (outcome !== "yes" && outcome !== "partly" && outcome !== "no") return;
  const refused = outcome === "no";
  app.run({
    kind: "asks/receive",
    ask,
    reply: `reply-${ask}`,
    answer: outcome,
    words: "",
    burden: chance.happens(0.15) ? null : Math.round(chance.about(refused ? 50 : 22, 14) / 10),
    glad: refused && chance.happens(0.5) ? null : Math.round(chance.about(refused ? 45 : 76, 14) / 10),
    notThisMonth: false,
  });
};

/** One try, from taking the step up to what came of it; `at` runs from 0 on the first day to 1 on the last. */
const tryOne = (
  app: Session,
  chance: Chance,
  people: readonly Someone[],
  at: number,
  hurts: boolean,
): (() => void) | null => {
  const reach = 18 + 30 * at;
  const strand = hurts ? "ask" : chance.pick(["ask", "ask", "ask", "accept", "handover", "share", "bewith"] as const);
  const fits = steps.filter(
    (step) =>
      step.strand === strand && !step.touch && step.disclosure !== "large" && Math.abs(step.difficulty - reach) < 18,
  );
  const step = chance.pick(fits);
  if (step === undefined) return null;
  const able = people.filter(({ role }) => step.roles.some((one) => one === role));
  const someone = step.needsPerson ? chance.pick(able) : undefined;
  if (step.needsPerson && someone === undefined) return null;
  if (someone !== undefined) screen(app, someone.id, step);
  const kind = someone?.kind ?? 0.85;
  const person = someone?.id ?? null;
  const origin = chance.happens(0.7) ? "engine" : "self";
  const context = chance.pick(step.contexts) ?? null;
  const experiment = app.run({ kind: "steps/plan", step, person, context, origin });
  const bad = chance.fives(Math.min(90, 0.6 * step.difficulty + 48 - 30 * at), 10);
  const help = chance.fives(100 * (0.02 + 0.38 * kind) + 20 * at, 11);
  const fate = fateOf(chance, step, kind, bad, at, hurts);
  const beliefs = chance.happens(0.2) ? ["bel-13"] : [];
  if (!chance.happens(0.08)) {
    app.run({ kind: "steps/predict", experiment, help, bad, feared: "They sigh.", sign: "a sigh", beliefs });
    if (person !== null && fate.status === "done" && fate.outcome !== null && chance.happens(0.8)) {
      byLink(app, chance, experiment, person, fate.outcome);
    }
  }
  const note = (): void => noteFate(app, chance, experiment, step, fate);
  if (fate.outcome === "silence") return note;
  note();
  if (beliefs.length > 0 && fate.status === "done") {
    const verdict = fate.outcome === "no" ? "for" : "against";
    app.run({ kind: "beliefs/weigh", belief: "bel-13", experiment, verdict, because: "" });
  }
  return null;
};

/** The log, written anew. */
export const ninetyDays = (): WrittenLog => {
  const app = session();
  const chance = chanceFrom(1_963);
  const people = meetAll(app);
  const test = { countsFor: "Somebody says that it was too much.", countsAgainst: "Somebody says that it was fine." };
  app.run({ kind: "beliefs/agree-test", belief: "bel-13", ...test });
  const later = new Map<number, readonly (() => void)[]>();
  const start = theDay(firstDay);
  for (let day = 0; day < days; day += 1) {
    app.on(addDays(start, day));
    if (chance.happens(0.75)) {
      app.run({ kind: "checkin/note", energy: chance.about(50, 18), cues: [], carrying: null });
    }
    if (day % 15 === 0) app.run({ kind: "beliefs/rate", belief: "bel-13", strength: chance.about(88 - 0.45 * day, 4) });
    const tries = hurtfulDays.includes(day) ? 1 : chance.happens(0.72) ? (chance.happens(0.35) ? 2 : 1) : 0;
    for (let which = 0; which < tries; which += 1) {
      const waits = tryOne(app, chance, people, day / days, hurtfulDays.includes(day) && which === 0);
      if (waits !== null) later.set(day + 4, [...(later.get(day + 4) ?? []), waits]);
    }
    if (tries === 0 && chance.happens(0.3)) {
      app.run({ kind: "steps/rest", reason: "low" });
    }
    if (chance.happens(0.06)) {
      const verdict = chance.pick(["glad", "wish-asked", null] as const) ?? null;
      app.run({ kind: "steps/note-alone", title: "Carried the boxes up", verdict, note: "" });
    }
    for (const note of later.get(day) ?? []) note();
  }
  return { device, events: app.events() };
};

/** Event and experiment ids of the log are told apart by a tail, people and beliefs stay who they are. */
const renamed = (value: unknown, keep: ReadonlySet<string>, tail: string): unknown => {
  if (typeof value === "string") return /^(?:day|reply)-/.test(value) && !keep.has(value) ? `${value}${tail}` : value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, keep, tail));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, keep, tail)]));
};

/** Where a text names a day, the same day so much earlier. */
const earlier = (value: unknown, by: number): unknown => {
  if (typeof value === "string") {
    const parsed = /^\d{4}-\d\d-\d\d$/.test(value) ? parseDay(value) : null;
    return parsed !== null && parsed.ok ? addDays(parsed.value, -by) : value;
  }
  if (Array.isArray(value)) return value.map((one) => earlier(one, by));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, earlier(one, by)]));
};

/** A log of about `count` events: the given one over and over, each time ninety days earlier, with the same people. */
export const repeated = ({ device: writer, events }: WrittenLog, count: number): WrittenLog => {
  const keep = new Set(
    events.filter(({ k }) => k === "circle/added@1").map(({ b }) => ("person" in b ? String(b.person) : "")),
  );
  const all: EventJson[] = [];
  for (let round = 0; all.length < count; round += 1) {
    const by = round * days;
    for (const event of events) {
      if (all.length >= count) break;
      const { t, ...rest } = event;
      const moved = earlier(renamed(rest, keep, `.${round}`), by);
      const back = parseEvent({ ...Object(moved), t: [t[0] - by * 86_400_000, t[1]] }, writer);
      if (!back.ok) throw new Error(`a copy cannot be read: ${JSON.stringify(back.error)}`);
      all.push(encodeEvent(back.value));
    }
  }
  return { device: writer, events: all };
};
