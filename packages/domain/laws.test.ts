/** Laws that hold for every log: the same facts in any order, any number of times, are the same state. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareOrder,
  emptyState,
  encodeEvent,
  evolve,
  parseEvent,
  replay,
  type EventKind,
  type Recorded,
  type State,
} from "./index.ts";
import * as views from "./index.ts";
import { deviceNamed, theDay } from "./rehearsal.ts";

const percent = fc.integer({ min: 0, max: 100 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const note = fc.string({ unit: "binary", maxLength: 12 });
const line = fc
  .string({ unit: fc.constantFrom(..."abc é🌿ß"), minLength: 1, maxLength: 8 })
  .map((text) => `x${text.trim()}`);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, "0")}`);
const hex = fc.constantFrom("00", "ab", "00ff");
/** Few ids, so that facts meet on the same things. */
const named = (prefix: string) => fc.constantFrom(`${prefix}-1`, `${prefix}-2`);
const yesNo = fc.constantFrom(...views.screenReplies);
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

const bodies: { readonly [K in EventKind]: fc.Arbitrary<unknown> } = {
  "checkin/noted@1": fc.record({
    energy: orNull(percent),
    cues: fc.array(named("cue"), { maxLength: 3 }),
    carrying: orNull(note),
  }),
  "circle/added@1": fc.record({
    person: named("per"),
    nickname: line,
    role: pick(views.roles),
    ring: pick(views.rings),
    trust: orNull(percent),
    comfort: orNull(percent),
  }),
  "circle/changed@1": fc.record({
    person: named("per"),
    nickname: orNull(line),
    role: orNull(pick(views.roles)),
    ring: orNull(pick(views.rings)),
    trust: orNull(percent),
    comfort: orNull(percent),
  }),
  "circle/removed@1": fc.record({ person: named("per") }),
  "circle/observed@1": fc.record({
    person: named("per"),
    quality: pick(views.qualities),
    seen: pick(views.sights),
    on: day,
    note,
  }),
  "circle/safety-rated@1": fc.record({ person: named("per"), safety: pick(views.safeties), note }),
  "circle/harm-noted@1": fc.record({ person: named("per"), on: day, note }),
  "circle/screened@1": fc.record({
    person: named("per"),
    strand: pick(views.strands),
    depth: pick(views.depths),
    answers: fc.record({ hurt: yesNo, used: yesNo, risky: yesNo, debt: yesNo, work: orNull(yesNo) }),
  }),
  "steps/added@1": fc.record({
    step: named("stp"),
    strand: pick(views.strands),
    title: line,
    difficulty: percent,
    cost: fc.double({ min: 0, max: 1, noNaN: true }),
    needsPerson: fc.boolean(),
    roles: fc.array(pick(views.roles), { maxLength: 9 }),
    contexts: fc.array(pick(views.contexts), { minLength: 1, maxLength: 4 }),
    disclosure: pick(views.disclosures),
    touch: fc.boolean(),
  }),
  "steps/removed@1": fc.record({ step: named("stp") }),
  "steps/rested@1": fc.record({ reason: pick(views.restReasons) }),
  "steps/planned@1": fc.record({
    experiment: named("exp"),
    step: named("stp"),
    title: line,
    strand: pick(views.strands),
    person: orNull(named("per")),
    context: orNull(pick(views.contexts)),
    origin: pick(views.origins),
    difficulty: percent,
    cost: fc.constantFrom(0, 0.5, 1),
    disclosure: pick(views.disclosures),
  }),
  "steps/predicted@1": fc.record({
    experiment: named("exp"),
    help: orNull(percent),
    bad: orNull(percent),
    feared: note,
    sign: note,
    beliefs: fc.array(named("bel"), { maxLength: 6 }),
  }),
  "steps/outcome-noted@1": fc.record({
    experiment: named("exp"),
    status: pick(views.statuses),
    outcome: orNull(pick(views.outcomes)),
    before: orNull(percent),
    peak: orNull(percent),
    after: orNull(percent),
    bad: orNull(percent),
    feared: orNull(pick(views.fearResults)),
    closer: orNull(pick(views.closenesses)),
    learnt: note,
  }),
  "steps/alone-noted@1": fc.record({ title: line, verdict: orNull(pick(views.aloneVerdicts)), note }),
  "asks/prepared@1": fc.record({
    ask: named("ask"),
    experiment: named("exp"),
    words: line,
    from: line,
    howItWas: fc.boolean(),
    link: fc.record({ mailbox: hex, secret: hex, replyKey: hex, ownerProof: hex, closesOn: day }),
  }),
  "asks/sent@1": fc.record({
    ask: named("ask"),
    experiment: named("exp"),
    person: orNull(named("per")),
    words: line,
    channel: pick(views.channels),
    silence: orNull(fc.record({ by: day, then: note })),
  }),
  "asks/closed@1": fc.record({ ask: named("ask") }),
  "asks/answered@1": fc.record({
    ask: named("ask"),
    reply: named("rep"),
    answer: pick(views.answers),
    words: note,
    burden: orNull(fc.integer({ min: 0, max: 10 })),
    glad: orNull(fc.integer({ min: 0, max: 10 })),
    notThisMonth: fc.boolean(),
  }),
  "beliefs/added@1": fc.record({ belief: named("bel"), text: line }),
  "beliefs/rated@1": fc.record({ belief: named("bel"), strength: percent }),
  "beliefs/test-agreed@1": fc.record({ belief: named("bel"), countsFor: note, countsAgainst: note }),
  "beliefs/weighed@1": fc.record({
    belief: named("bel"),
    experiment: named("exp"),
    verdict: pick(views.verdicts),
    because: note,
  }),
  "settings/chosen@1": fc.record({
    country: orNull(pick(["DE", "EU"])),
    signAs: orNull(line),
    keepCopy: orNull(fc.boolean()),
    touch: orNull(fc.boolean()),
  }),
  "settings/intro-seen@1": fc.constant({ version: 1 }),
  "settings/backup-made@1": fc.constant({}),
};

const json = fc.record({
  kind: pick(Object.keys(bodies)),
  // Few times and devices, so that clocks collide.
  t: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })),
  device: pick([deviceNamed("a"), deviceNamed("b")]),
  d: day,
});

const read = (value: unknown, device: string): Recorded => {
  const parsed = parseEvent(value, device);
  if (!parsed.ok) throw new Error(JSON.stringify({ value, fault: parsed.error }));
  return parsed.value;
};

const kindAnd = json.chain(({ kind, t, device, d }) => {
  const known = Object.entries(bodies).find(([name]) => name === kind);
  if (known === undefined) throw new Error("no such kind");
  return known[1].map((b) => ({ k: kind, t, d, b, device }));
});

/** Logs of facts that meet on the same few things, each with an id of its own. */
const log: fc.Arbitrary<readonly Recorded[]> = fc
  .array(kindAnd, { maxLength: 30 })
  .map((drafts) => drafts.map(({ device, ...rest }, i) => read({ id: `event-${i}`, ...rest }, device)));

/** Logs of a broken writer, in which different facts may share an id, a place, or both. */
const messyLog: fc.Arbitrary<readonly Recorded[]> = fc
  .array(fc.tuple(kindAnd, fc.integer({ min: 0, max: 4 })), { maxLength: 30 })
  .map((drafts) => drafts.map(([{ device, ...rest }, id]) => read({ id: `event-${id}`, ...rest }, device)));

const fold = (events: readonly Recorded[]): State => events.reduce(evolve, emptyState);

const allViews = (state: State) => ({
  people: views.people(state),
  person: views.person(state, "per-1"),
  stops: views.strands.flatMap((strand) => [true, false].map((large) => views.stopsFor(state, "per-2", strand, large))),
  last: views.lastPerson(state),
  asked: views.askedHowItWas(state, "per-1"),
  experiments: views.experiments(state),
  open: views.openExperiments(state),
  awaiting: views.awaitingOutcome(state),
  asks: views.asks(state),
  openAsks: views.openAsks(state),
  live: views.liveLinks(state, theDay("2026-05-14")),
  trials: views.trials(state),
  beliefs: views.beliefs(state, ["bel-2"]),
  checkins: views.checkins(state),
  settings: views.settings(state),
  own: views.ownSteps(state),
  rests: views.rests(state),
  alone: views.doneAlone(state),
});

describe("a log", () => {
  test("means the same in any order of arrival, with any event arriving again", () => {
    fc.assert(
      fc.property(fc.oneof(log, messyLog), fc.infiniteStream(fc.nat()), (events, stream) => {
        const shuffled = [...events, ...events.filter((_, i) => i % 3 === 0)]
          .map((event) => ({ event, key: stream.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const state = fold(shuffled);
        expect(state).toEqual(replay(events));
        expect(replay(shuffled)).toEqual(replay(events));
        expect(allViews(state)).toEqual(allViews(replay(events)));
      }),
      { numRuns: 300 },
    );
  });

  test("is not changed by applying a fact that is in it", () => {
    fc.assert(
      fc.property(fc.oneof(log, messyLog), fc.nat(), (events, at) => {
        const event = events[at % Math.max(1, events.length)];
        const state = fold(events);
        if (event !== undefined) expect(evolve(state, event)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  test("survives encoding and reading, fact by fact", () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const event of events) {
          expect(read(JSON.parse(JSON.stringify(encodeEvent(event))), event.at[2])).toEqual(event);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("keeps its first prediction, and none that came after something was known", () => {
    fc.assert(
      fc.property(log, (events) => {
        const state = replay(events);
        const ordered = events.toSorted(compareOrder);
        for (const { id, prediction } of views.experiments(state)) {
          const isAsk = (ask: string) => views.asks(state).some((one) => one.id === ask && one.experiment === id);
          const firstOf = (matches: (event: Recorded) => boolean) => ordered.findIndex(matches);
          const predicted = firstOf((event) => event.kind === "steps/predicted@1" && event.body.experiment === id);
          const known = firstOf(
            (event) =>
              (event.kind === "steps/outcome-noted@1" && event.body.experiment === id) ||
              ((event.kind === "asks/sent@1" || event.kind === "asks/answered@1") && isAsk(event.body.ask)),
          );
          const stands = predicted >= 0 && (known < 0 || predicted < known) ? ordered[predicted] : undefined;
          expect(prediction?.at ?? null).toEqual(stands?.at ?? null);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("shows the newest outcome of an experiment and keeps the others", () => {
    fc.assert(
      fc.property(log, (events) => {
        const ordered = events.toSorted(compareOrder);
        for (const { id, outcome, outcomes } of views.experiments(replay(events))) {
          const noted = ordered.filter(
            (event) => event.kind === "steps/outcome-noted@1" && event.body.experiment === id,
          );
          expect(outcome?.at ?? null).toEqual(noted.at(-1)?.at ?? null);
          expect(outcomes.map(({ at }) => at)).toEqual(noted.map(({ at }) => at));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("never opens the way to somebody flagged unsafe or who did harm", () => {
    fc.assert(
      fc.property(log, (events) => {
        const state = replay(events);
        for (const { id, safety, harmed } of views.people(state)) {
          if (safety !== "unsafe" && !harmed) continue;
          for (const strand of views.strands) expect(views.stopsFor(state, id, strand, false)).toBe("unsafe");
        }
      }),
      { numRuns: 200 },
    );
  });

  test("gives the guidance rows within its bounds, one for each experiment at most", () => {
    fc.assert(
      fc.property(log, (events) => {
        const rows = views.trials(replay(events));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        for (const row of rows) {
          if (row.status !== "done" && row.status !== "started") expect(row.outcome).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a state", () => {
  test("is not changed by what is folded onto it", () => {
    fc.assert(
      fc.property(log, log, (before, after) => {
        const state = fold(before);
        const copy = structuredClone(state);
        after.reduce(evolve, state);
        expect(state).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });

  test("can be cached as plain data", () => {
    fc.assert(
      fc.property(log, (events) => {
        const state = fold(events);
        expect(allViews(structuredClone(state))).toEqual(allViews(state));
      }),
      { numRuns: 50 },
    );
  });
});
