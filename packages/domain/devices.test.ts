/** Tests two devices of one person that were apart for a while and meet again. */
import { describe, expect, test } from "vitest";
import {
  asks,
  beliefs,
  checkins,
  emptyState,
  evolve,
  experiment,
  nextHlc,
  people,
  person,
  replay,
  settings,
  stopsFor,
  type Recorded,
} from "./index.ts";
import { deviceNamed, rehearse, say } from "./rehearsal.ts";
import { fork } from "./sample-devices.ts";

describe("after two devices meet again", () => {
  test("everything noted on either is there, in one order", () => {
    const { phone, laptop, merged } = fork(() => undefined);
    phone.run({ kind: "checkin/note", energy: 10, cues: [], carrying: null });
    laptop.run({ kind: "checkin/note", energy: 20, cues: [], carrying: null });
    phone.run({ kind: "checkin/note", energy: 30, cues: [], carrying: null });
    expect(checkins(merged()).map(({ energy }) => energy)).toEqual([30, 20, 10]);
  });

  test("different fields of one person keep both changes, the same field the later one", () => {
    let ana = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
    });
    const change = { kind: "circle/change", person: ana, role: null, ring: null, trust: null, comfort: null } as const;
    phone.run({ ...change, nickname: null, ring: "close" });
    laptop.run({ ...change, nickname: "Anna" });
    laptop.run({ ...change, nickname: "Ann" });
    expect(person(merged(), ana)).toMatchObject({ nickname: "Ann", ring: "close", role: "friend" });
  });

  test("somebody flagged on one is flagged on both, and an ask of the other is seen for what it was", () => {
    let ana = "";
    let id = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
      app.run(say.screen(ana));
      id = app.run(say.plan(ana));
      app.run(say.predict(id));
    });
    phone.run({ kind: "circle/rate-safety", person: ana, safety: "unsafe", note: "" });
    laptop.run(say.tell(id, ana));
    const state = merged();
    expect(stopsFor(state, ana, "ask", false)).toBe("unsafe");
    expect(asks(state)).toHaveLength(1);
    expect(experiment(state, id)?.stage).toBe("waiting");
  });

  test("somebody removed on one stays removed, whatever the other changed", () => {
    let ana = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
    });
    phone.run({ kind: "circle/remove", person: ana });
    laptop.run({ kind: "circle/observe", person: ana, quality: "shares", seen: "seen", on: "2026-05-01", note: "" });
    expect(people(merged())).toEqual([]);
    expect(person(merged(), ana)).toMatchObject({ removed: true, observations: [{ quality: "shares" }] });
  });

  test("one prediction stands where each made its own: the earlier", () => {
    let id = "";
    const { phone, laptop, merged } = fork((app) => {
      id = app.run(say.plan(null));
    }, 60);
    laptop.run(say.predict(id, 90));
    phone.run(say.predict(id, 20));
    expect(experiment(merged(), id)?.prediction?.help).toBe(20);
  });

  test("an outcome on one keeps a later prediction of the other from counting", () => {
    let id = "";
    const { phone, laptop, merged } = fork((app) => {
      id = app.run(say.plan(null));
    }, 60);
    phone.run(say.outcome(id, "yes"));
    laptop.run(say.predict(id, 100));
    expect(experiment(merged(), id)).toMatchObject({ prediction: null, outcome: { outcome: "yes" } });
  });

  test("a reply that both fetched is one answer", () => {
    let ask = "";
    const { phone, laptop, merged } = fork((app) => {
      const id = app.run(say.plan(null));
      app.run(say.predict(id));
      ask = app.run(say.prepare(id));
      app.run(say.sendLink(ask, id));
    });
    phone.run(say.answer(ask, "reply-1"));
    laptop.run(say.answer(ask, "reply-1"));
    laptop.run(say.answer(ask, "reply-2", "no"));
    expect(asks(merged())[0]?.answers.map(({ reply }) => reply)).toEqual(["reply-1", "reply-2"]);
  });

  test("choices are the newest of each, and ratings are all kept", () => {
    const { phone, laptop, merged } = fork(() => undefined, 5);
    const none = { kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: null } as const;
    laptop.run({ ...none, country: "AT", touch: true });
    phone.run({ ...none, country: "DE", keepCopy: true });
    phone.run({ kind: "beliefs/rate", belief: "bel-01", strength: 80 });
    laptop.run({ kind: "beliefs/rate", belief: "bel-01", strength: 60 });
    expect(settings(merged())).toMatchObject({ country: "AT", touch: true, keepCopy: true });
    expect(beliefs(merged(), ["bel-01"])[0]?.ratings.map(({ strength }) => strength)).toEqual([80, 60]);
  });
});

test("a device whose clock is ten years ahead does not win for ever: the next word of the other stands", () => {
  const decade = 315_360_000;
  const ahead = rehearse(deviceNamed("b"), [], decade);
  ahead.run({ kind: "settings/choose", country: "AT", signAs: null, keepCopy: null, touch: null });
  const state = replay(ahead.events());
  const own = rehearse(deviceNamed("a"));
  own.run({ kind: "settings/choose", country: "DE", signAs: null, keepCopy: null, touch: null });
  const said = own
    .events()
    .map((event): Recorded => ({ ...event, at: nextHlc(state.clock, event.at[0], deviceNamed("a")) }));
  expect(settings(said.reduce(evolve, state)).country).toBe("DE");
  expect(settings(said.reduce(evolve, emptyState)).country).toBe("DE");
});
