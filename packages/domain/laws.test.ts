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
  type Recorded,
  type State,
} from "./index.ts";
import * as views from "./index.ts";
import { bodies, day, pick, twinOf } from "./sample-bodies.ts";
import { deviceNamed, theDay } from "./rehearsal.ts";

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
  .array(kindAnd, { maxLength: 60 })
  .map((drafts) => drafts.map(({ device, ...rest }, i) => read({ id: `event-${i}`, ...rest }, device)));

/** Logs of a broken writer, in which different facts may share an id, a place, or both. */
const messyLog: fc.Arbitrary<readonly Recorded[]> = fc
  .array(fc.tuple(kindAnd, fc.integer({ min: 0, max: 4 })), { maxLength: 30 })
  .map((drafts) => drafts.map(([{ device, ...rest }, id]) => read({ id: `event-${id}`, ...rest }, device)));

/** Logs of a broken writer that puts several facts of one kind in one place; they may differ in their day alone. */
const crowdedLog: fc.Arbitrary<readonly Recorded[]> = pick(Object.entries(bodies)).chain(([k, body]) =>
  fc
    .array(fc.record({ id: fc.constantFrom("event-1", "event-2"), k: fc.constant(k), d: day, b: body }), {
      maxLength: 6,
    })
    .map((drafts) => drafts.map((draft) => read({ ...draft, t: [1, 0] }, deviceNamed("a")))),
);

/** Facts as a device folds them: one by one, and all of them anew when one that is in was erased. */
const fold = (events: readonly Recorded[]): State =>
  events.reduce(
    (state, event, at) => (event.kind === "entries/erased@1" ? replay(events.slice(0, at + 1)) : evolve(state, event)),
    emptyState,
  );

/** What nobody erased. */
const kept = (events: readonly Recorded[]): readonly Recorded[] =>
  events.filter((event) => event.kind === "entries/erased@1" || !views.isErased(replay(events), event.id));

const allViews = (state: State) => ({
  people: views.people(state),
  person: views.person(state, "per-1"),
  talk: views.lastTalk(state),
  plan: views.safetyPlan(state),
  quiet: views.quietness(state, theDay("2026-05-28")),
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
  signs: views.signs(state),
  loads: views.loads(state),
  resentment: views.resentment(state),
  limits: views.limits(state),
  offers: views.offers(state),
  pauses: views.pauses(state),
  practices: views.practices(state),
  origins: [views.originsOn(state), views.originsSessions(state)],
  shifts: [views.shifts(state, ["shf-1", "shf-2"]), views.lastShiftRound(state)],
  measures: [views.sittings(state), views.weeksCounted(state), views.sourceRounds(state), views.measuresChosen(state)],
  shares: views.shares(state),
  paths: views.pathsWalked(state),
  cards: views.cardsSeen(state),
});

describe("a log", () => {
  test("means the same in any order of arrival, with any event arriving again", () => {
    fc.assert(
      fc.property(fc.oneof(log, messyLog, crowdedLog), fc.infiniteStream(fc.nat()), (events, stream) => {
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

  test("means the same without a fact that was erased, and for ever", () => {
    fc.assert(
      fc.property(fc.oneof(log, messyLog), (events) => {
        const state = fold(events);
        expect(allViews(state)).toEqual(allViews(fold(kept(events))));
        for (const event of events) if (views.isErased(state, event.id)) expect(evolve(state, event)).toEqual(state);
        const named = events.flatMap((event) => (event.kind === "entries/erased@1" ? [event.body.id] : []));
        expect([...views.erasedIds(state)].toSorted()).toEqual([...new Set<string>(named)].toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test("is not changed by applying a fact that is in it", () => {
    fc.assert(
      fc.property(fc.oneof(log, messyLog, crowdedLog), fc.nat(), (events, at) => {
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
        const ordered = kept(events).toSorted(compareOrder);
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
        const ordered = kept(events).toSorted(compareOrder);
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

  test("brings up nobody by itself who is flagged unsafe, did harm or was taken off the circle", () => {
    fc.assert(
      fc.property(log, (events) => {
        const state = replay(events);
        const shown = [...views.offers(state).map(({ person }) => person), views.lastTalk(state)?.person ?? null];
        for (const id of shown) {
          if (id === null) continue;
          const found = views.people(state).find((one) => one.id === id);
          expect(found?.harmed).toBe(false);
          expect(found?.safety).not.toBe("unsafe");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("shows nothing of a sitting that was forgotten, whatever came after", () => {
    fc.assert(
      fc.property(log, (events) => {
        const shown = views.originsSessions(replay(events)).map(({ id }) => id);
        for (const event of kept(events)) {
          if (event.kind === "origins/forgotten@1") expect(shown).not.toContain(event.body.session);
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

describe("two things of one name in one place, as a broken writer puts them", () => {
  const person = { nickname: "Ana", role: "friend", ring: "near", trust: null, comfort: null };
  const offer = { person: null, what: "A lift", when: "", often: "", ask: null };

  test.each([
    ["circle/added@1", "person", "per", person, (state: State) => views.people(state).map(({ id }) => id)],
    [
      "beliefs/added@1",
      "belief",
      "bel",
      { text: "I owe" },
      (state: State) => views.beliefs(state, []).map(({ id }) => id),
    ],
    [
      "load/added@1",
      "load",
      "lod",
      { title: "Tax", sort: "financial" },
      (state: State) => views.loads(state).map(({ id }) => id),
    ],
    ["load/limit-set@1", "limit", "lim", { text: "Six" }, (state: State) => views.limits(state).map(({ id }) => id)],
    [
      "plan/line-written@1",
      "line",
      "pln",
      { part: "signs", text: "Six", person: null },
      (state: State) => views.safetyPlan(state).map(({ id }) => id),
    ],
    ["offers/made@1", "offer", "ofr", offer, (state: State) => views.offers(state).map(({ id }) => id)],
    [
      "origins/begun@1",
      "session",
      "ses",
      { before: 9 },
      (state: State) => views.originsSessions(state).map(({ id }) => id),
    ],
  ] as const)("have one order on every device: %s", (k, field, prefix, rest, shown) => {
    const facts = [`${prefix}-1`, twinOf(prefix)].map((id) =>
      read({ id: "event-1", k, t: [1, 0], d: "2026-05-01", b: { [field]: id, ...rest } }, deviceNamed("a")),
    );
    expect(shown(fold(facts))).toHaveLength(2);
    expect(shown(fold(facts))).toEqual(shown(fold(facts.toReversed())));
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
