/** Tests the fold: duplicates, the clock, and that it stays cheap. */
import { describe, expect, test } from "vitest";
import { checkins, emptyState, evolve, parseEvent, replay, trials, type Recorded } from "./index.ts";
import { deviceNamed, rehearse, say } from "./rehearsal.ts";

const read = (id: string, t: readonly [number, number], k: string, b: object, device = "a"): Recorded => {
  const parsed = parseEvent({ id, k, t, d: "2026-05-01", b }, deviceNamed(device));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const checkin = (id: string, ms: number, energy: number, device = "a") =>
  read(id, [ms, 0], "checkin/noted@1", { energy, cues: [], carrying: null }, device);

describe("replay", () => {
  test("of nothing is the empty state", () => {
    expect(replay([])).toEqual(emptyState);
  });

  test("reads any iterable", () => {
    expect(checkins(replay(new Set([checkin("event-1", 1, 10)])))).toHaveLength(1);
  });

  test("counts an event once, at its earlier place", () => {
    const state = replay([checkin("event-1", 9, 90), checkin("event-1", 1, 10)]);
    expect(checkins(state).map(({ energy }) => energy)).toEqual([10]);
  });

  test("gives what the session itself had", () => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    app.run(say.screen(ana));
    const id = app.run(say.plan(ana));
    app.run(say.predict(id));
    const ask = app.run(say.prepare(id));
    app.run(say.sendLink(ask, id, ana));
    app.run(say.answer(ask, "reply-1"));
    app.run(say.outcome(id, "yes"));
    expect(replay(app.events().toReversed())).toEqual(app.state());
  });
});

describe("the clock of a state", () => {
  test("is the newest of any event, in whatever order they come", () => {
    const events = [checkin("event-1", 5, 1, "b"), checkin("event-2", 5, 2, "a"), checkin("event-3", 4, 3, "c")];
    for (const order of [events, events.toReversed()]) {
      expect(order.reduce(evolve, emptyState).clock).toEqual([5, 0, deviceNamed("b")]);
    }
    expect(emptyState.clock).toBeNull();
  });
});

describe("ten thousand events", () => {
  /** Ten years of nearly three facts a day. */
  const log = Array.from({ length: 2000 }, (_, i) => [
    checkin(`check-${i}`, i * 5, i % 101),
    read(`plan-${i}`, [i * 5 + 1, 0], "steps/planned@1", {
      experiment: `exp-${i}`,
      step: "stp-1",
      title: "Ask",
      strand: "ask",
      person: null,
      context: null,
      origin: "self",
      difficulty: 10,
      cost: 0,
      disclosure: "none",
    }),
    read(`predict-${i}`, [i * 5 + 2, 0], "steps/predicted@1", {
      experiment: `exp-${i}`,
      help: 1,
      bad: 1,
      feared: "",
      sign: "",
      beliefs: [],
    }),
    read(`sent-${i}`, [i * 5 + 3, 0], "asks/sent@1", {
      ask: `ask-${i}`,
      experiment: `exp-${i}`,
      person: null,
      words: "?",
      channel: "said",
      silence: null,
    }),
    read(`noted-${i}`, [i * 5 + 4, 0], "steps/outcome-noted@1", {
      experiment: `exp-${i}`,
      status: "done",
      outcome: "yes",
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "",
    }),
  ]).flat();

  test("are shown, every one of them", () => {
    const state = replay(log);
    expect(trials(state)).toHaveLength(2000);
    expect(checkins(state)).toHaveLength(2000);
  });

  test("are not copied for one more: all but one small piece is shared with the state before", () => {
    const before = replay(log);
    const after = evolve(before, checkin("one-more", 99_999, 1));
    const changed = after.checkin.pieces.filter((piece, i) => piece !== before.checkin.pieces[i]);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.size).toBeLessThan(100);
    expect(after.steps === before.steps && after.asks === before.asks && after.circle === before.circle).toBe(true);
  });
});
