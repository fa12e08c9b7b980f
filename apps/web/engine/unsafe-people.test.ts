/** Holds for any history: whom the app keeps the person from is never suggested, and only the person takes that back. */
import { addDays, dayNumber, type LocalDay } from "@belay/basics";
import {
  answers,
  asksAgain,
  decide,
  emptyState,
  evolve,
  keptFrom,
  outcomes,
  people,
  roles,
  safeties,
  screenReplies,
  settings,
  statuses,
  stopsFor,
  strands,
  type Command,
  type Id,
  type State,
  type StepSpec,
} from "@belay/domain";
import type { Choice } from "@belay/guidance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../tests/screens/pretend-engine.ts";
import { ownPeople } from "../screens/help/own-people.ts";
import { createGuide } from "./offer.ts";

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const percent = fc.integer({ min: 0, max: 100 });
const first = dayOf("2026-05-01");

/** One step of each strand with somebody, one of them with touch and one that shows more, and one with nobody. */
const steps: readonly StepSpec[] = [
  ...strands.map((strand, i) => ({
    id: `step-${strand}`,
    strand,
    title: strand,
    difficulty: 20 + i,
    cost: 0.2,
    needsPerson: true,
    roles: [...roles],
    contexts: [],
    disclosure: strand === "share" ? ("large" as const) : ("none" as const),
    touch: strand === "bewith",
  })),
  {
    id: "step-alone",
    strand: "ask",
    title: "alone",
    difficulty: 70,
    cost: 0,
    needsPerson: false,
    roles: [],
    contexts: [],
    disclosure: "none",
    touch: false,
  },
];

const ids = ["ana", "boy", "cyd"].map((name) => `${name}-0000` as Id);
const person = pick(ids);
const reply = fc.oneof(
  { weight: 4, arbitrary: fc.constant("no" as const) },
  { weight: 1, arbitrary: pick(screenReplies) },
);
const role = pick(roles);

/** Ids of tries and asks are those of the commands that begin them, so a few of the first are guessed. */
const begun = fc.integer({ min: 0, max: 12 }).map((n) => `made-${String(n).padStart(4, "0")}`);

/** What the person does, and what comes in from others. */
const common: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant("circle/rate-safety" as const),
    person,
    safety: pick(safeties),
    note: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("circle/screen" as const),
    person,
    strand: pick(strands),
    depth: pick(["first", "larger"] as const),
    answers: fc.record({ hurt: reply, used: reply, risky: reply, debt: reply, work: reply }),
  }),
  fc.record({
    kind: fc.constant("circle/change" as const),
    person,
    nickname: fc.constant(null),
    role: fc.option(role, { nil: null }),
    ring: fc.constant("close" as const),
    trust: percent,
    comfort: percent,
  }),
  fc.record({
    kind: fc.constant("circle/observe" as const),
    person,
    quality: fc.constant("listens" as const),
    seen: fc.constant("seen" as const),
    on: fc.constant(first),
    note: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("circle/note-exchange" as const),
    person,
    way: fc.constant("received" as const),
    what: fc.constant("A lift"),
    on: fc.constant(first),
  }),
  fc.record({
    kind: fc.constant("checkin/note" as const),
    energy: percent,
    cues: fc.constant([]),
    carrying: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("steps/plan" as const),
    step: pick(steps),
    person,
    context: fc.constant(null),
    origin: fc.constant("self" as const),
  }),
  fc.record({
    kind: fc.constant("steps/predict" as const),
    experiment: begun,
    help: percent,
    bad: percent,
    feared: fc.constant(""),
    sign: fc.constant(""),
    beliefs: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant("asks/send" as const),
    ask: fc.constant(null),
    experiment: begun,
    person: fc.option(person, { nil: null }),
    words: fc.constant("Could you?"),
    channel: fc.constant("said" as const),
    silence: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("asks/receive" as const),
    ask: begun,
    reply: begun,
    answer: pick(answers),
    words: fc.constant(""),
    burden: fc.constant(null),
    glad: fc.constant(null),
    notThisMonth: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("steps/note-outcome" as const),
    experiment: begun,
    status: pick(statuses),
    outcome: fc.option(pick(outcomes), { nil: null }),
    before: fc.constant(null),
    peak: percent,
    after: fc.constant(null),
    bad: percent,
    feared: fc.constant(null),
    closer: fc.constant(null),
    learnt: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("settings/choose" as const),
    country: fc.constant(null),
    signAs: fc.constant(null),
    keepCopy: fc.constant(null),
    touch: fc.boolean(),
  }),
);

/** What cannot be taken back, and so comes up less often. */
const forGood: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant("circle/note-harm" as const), person, on: fc.constant(first), note: fc.constant("") }),
  fc.record({ kind: fc.constant("circle/remove" as const), person }),
);

const command = fc.oneof({ weight: 25, arbitrary: common }, { weight: 1, arbitrary: forGood });

/** A command, so many days after the last. */
const history = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 3 })), {
  minLength: 8,
  maxLength: 40,
  size: "max",
});

/** Everything that was accepted, one by one, with the state before and after. */
type Lived = { readonly command: Command; readonly before: State; readonly after: State; readonly day: LocalDay };

const live = (
  list: readonly (readonly [Command, number])[],
): { readonly lived: readonly Lived[]; readonly state: State; readonly today: LocalDay } => {
  const lived: Lived[] = [];
  let state = emptyState;
  let today = first;
  let count = 0;
  const run = (one: Command, id: Id): void => {
    count += 1;
    const at = dayNumber(today) * 86_400_000 + count;
    const decided = decide(state, one, { at, day: today, id });
    if (!decided.ok || decided.value.length === 0) return;
    const before = state;
    decided.value.forEach((event, i) => {
      state = evolve(state, { ...event, id: `${id}.${count}.${i}`, at: [at, i, "ab".repeat(16)], day: today });
    });
    lived.push({ command: one, before, after: state, day: today });
  };
  for (const id of ids)
    run({ kind: "circle/add", nickname: id.slice(0, 3), role: "friend", ring: "near", trust: 60, comfort: 60 }, id);
  for (const [at, [one, later]] of list.entries()) {
    today = addDays(today, later);
    run(one, `made-${String(at).padStart(4, "0")}` as Id);
  }
  return { lived, state, today };
};

/** Whom the person said to keep away from, by the plainest reading of what was accepted. */
const marked = (lived: readonly Lived[]): ReadonlySet<string> => {
  const unsafe = new Map<string, boolean>();
  const harmed = new Set<string>();
  const hurt = new Map<string, boolean>();
  for (const { command: one } of lived) {
    if (one.kind === "circle/rate-safety") unsafe.set(one.person, one.safety === "unsafe");
    if (one.kind === "circle/note-harm") harmed.add(one.person);
    if (one.kind === "circle/screen") hurt.set(one.person, one.answers.hurt === "yes" || one.answers.used === "yes");
  }
  return new Set(ids.filter((id) => unsafe.get(id) === true || harmed.has(id) || hurt.get(id) === true));
};

/** The people that an offer would lead to. */
const namedBy = (choice: Choice): readonly { readonly id: string; readonly steps: readonly StepSpec[] }[] =>
  choice.kind === "rest" || choice.person === null
    ? []
    : [
        {
          id: choice.person.id,
          steps: [choice.step, ...(choice.smaller?.needsPerson === true ? [choice.smaller] : [])],
        },
      ];

/** Whether no step of any kind goes to somebody on the circle. */
const kept = (state: State, id: string): boolean => people(state).some((one) => one.id === id && keptFrom(one));

describe("over any history", () => {
  it("nobody whom the person said to keep away from is suggested, in the offer, its smaller step or on Help now", () => {
    let named = 0;
    let somebodyMarked = 0;
    fc.assert(
      fc.property(history, (list) => {
        const { lived, state, today } = live(list);
        const guide = createGuide(steps);
        const away = marked(lived);
        somebodyMarked += away.size;
        for (const [at, exclude] of [[], ["step-ask"], ["step-ask", "step-accept"]].entries()) {
          for (const { id, steps: offered } of namedBy(guide.offer(state, addDays(today, at), exclude))) {
            named += 1;
            expect(away).not.toContain(id);
            for (const step of offered) {
              expect(["ok", "screen-first"]).toContain(stopsFor(state, id, step.strand, asksAgain(step)));
              expect(step.touch && !settings(state).touch).toBe(false);
            }
          }
        }
        const onHelp = ownPeople(state, today);
        for (const id of away) expect(onHelp).not.toContain(id.slice(0, 3));
      }),
      { numRuns: 100 },
    );
    // A law about people that met nobody would hold for nothing.
    expect(named).toBeGreaterThan(50);
    expect(somebodyMarked).toBeGreaterThan(50);
  });

  it("no step with them is planned, told or sent, whoever asks for it", () => {
    fc.assert(
      fc.property(history, (list) => {
        const { lived } = live(list);
        for (const { command: one, before } of lived) {
          if (one.kind === "steps/plan" && one.person !== null)
            expect(stopsFor(before, one.person, one.step.strand, asksAgain(one.step))).toBe("ok");
          if (one.kind === "asks/send" && one.person !== null) expect(kept(before, one.person)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("only the person's own new rating, or their new answers to the questions, lets somebody be named again", () => {
    let freed = 0;
    fc.assert(
      fc.property(history, (list) => {
        for (const { command: one, before, after } of live(list).lived) {
          for (const id of ids) {
            if (!kept(before, id) || people(after).every((other) => other.id !== id) || kept(after, id)) continue;
            freed += 1;
            expect(["circle/rate-safety", "circle/screen"]).toContain(one.kind);
            expect("person" in one && one.person).toBe(id);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(freed).toBeGreaterThan(5);
  });
});
