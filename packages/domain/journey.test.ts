/** Plays the main job through the domain as a person would, from the first day to the evidence. */
import { describe, expect, test } from "vitest";
import {
  askedHowItWas,
  asks,
  awaitingOutcome,
  beliefs,
  experiment,
  latestCheckin,
  lastPerson,
  liveLinks,
  openAsks,
  people,
  replay,
  settings,
  stopsFor,
  trials,
} from "./index.ts";
import { noConcern, plainStep, rehearse, say, theDay } from "./rehearsal.ts";

test("one ask, from the check-in to what it says about a belief", () => {
  const app = rehearse();
  const now = app.state;

  // The first ten minutes.
  app.run({ kind: "settings/see-intro", version: 1 });
  app.run({ kind: "settings/choose", country: "DE", signAs: "Your neighbour", keepCopy: null, touch: null });
  app.run({ kind: "checkin/note", energy: 45, cues: ["cue-shoulders"], carrying: "The move, alone" });
  app.run({ kind: "beliefs/rate", belief: "bel-09", strength: 85 });
  app.run({
    kind: "beliefs/agree-test",
    belief: "bel-09",
    countsFor: "She sighs and says she has no time again.",
    countsAgainst: "She says when she can come.",
  });
  expect(settings(now())).toMatchObject({ introSeen: true, signAs: "Your neighbour", country: "DE", touch: false });
  expect(latestCheckin(now())?.carrying).toBe("The move, alone");

  // Somebody, a step with them, and the questions that come first.
  const ana = app.run({ ...say.add("Ana"), trust: 70, comfort: 40 });
  expect(stopsFor(now(), ana, "ask", false)).toBe("screen-first");
  app.run(say.screen(ana));
  expect(stopsFor(now(), ana, "ask", false)).toBe("ok");
  const id = app.run({ kind: "steps/plan", step: plainStep, person: ana, context: "message", origin: "engine" });
  expect(lastPerson(now())).toBe(ana);

  // What is expected is fixed before.
  app.run({
    kind: "steps/predict",
    experiment: id,
    help: 30,
    bad: 75,
    feared: "She thinks I use her.",
    sign: "She answers with one word.",
    beliefs: ["bel-09"],
  });
  expect(awaitingOutcome(now()).map(({ stage }) => stage)).toEqual(["predicted"]);

  // The ask goes out by a link that lives for a week.
  const ask = app.run({ ...say.prepare(id), howItWas: true });
  app.run(say.sendLink(ask, id, ana, "2026-05-04"));
  expect(openAsks(now()).map((one) => one.silence?.by)).toEqual(["2026-05-04"]);
  expect(liveLinks(now(), theDay("2026-05-08"))).toHaveLength(1);
  expect(askedHowItWas(now(), ana)).toBe(true);

  // The answer comes the next day; how it was is noted the day after.
  app.on("2026-05-02");
  app.run({ ...say.answer(ask, "reply-1", "partly"), words: "Saturday, two hours", burden: 1, glad: 8 });
  expect(awaitingOutcome(now()).map(({ stage }) => stage)).toEqual(["answered"]);
  app.on("2026-05-03");
  app.run({
    kind: "steps/note-outcome",
    experiment: id,
    status: "done",
    outcome: "partly",
    before: 60,
    peak: 70,
    after: 25,
    bad: 30,
    feared: "did-not",
    closer: "more",
    learnt: "She had wondered why I never ask.",
  });
  app.run({ kind: "beliefs/weigh", belief: "bel-09", experiment: id, verdict: "against", because: "She named a day." });
  app.run({ kind: "beliefs/rate", belief: "bel-09", strength: 70 });
  app.run({ kind: "asks/close", ask });

  // What it all amounts to.
  expect(awaitingOutcome(now())).toEqual([]);
  expect(experiment(now(), id)).toMatchObject({
    stage: "closed",
    prediction: { help: 30, bad: 75, sign: "She answers with one word." },
    answers: [{ words: "Saturday, two hours", glad: 8 }],
    outcome: { bad: 30, closer: "more" },
  });
  expect(trials(now())).toMatchObject([
    { day: "2026-05-03", person: ana, predHelp: 30, predBad: 75, bad: 30, outcome: "partial", context: "message" },
  ]);
  expect(beliefs(now(), ["bel-09"])).toMatchObject([
    {
      strength: 70,
      ratings: [{ strength: 85 }, { strength: 70 }],
      test: { countsAgainst: "She says when she can come." },
      moments: [{ experiment: id, verdict: "against" }],
      experiments: [id],
    },
  ]);
  expect(replay(app.events())).toEqual(now());
});

describe("a bad day", () => {
  test("that ends without sending is as good as any: the link is closed and rest is noted", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    app.run(say.predict(id, null, null));
    const ask = app.run(say.prepare(id));
    app.run({ kind: "asks/close", ask });
    app.run({ ...say.outcome(id, null), status: "avoided" });
    app.run({ kind: "steps/rest", reason: "not-today" });
    expect(trials(app.state())).toMatchObject([{ status: "avoided", outcome: null, predHelp: null }]);
    expect([openAsks(app.state()), awaitingOutcome(app.state())]).toEqual([[], []]);
  });

  test("that hurt is on record, and the person who did harm is out for good", () => {
    const app = rehearse();
    const bo = app.run(say.add("Bo"));
    app.run(say.screen(bo));
    const id = app.run(say.plan(bo));
    app.run(say.predict(id));
    app.run(say.tell(id, bo));
    app.run({ ...say.outcome(id, "hurtful"), peak: 90, bad: 85 });
    expect(stopsFor(app.state(), bo, "ask", false)).toBe("ok");
    app.on("2026-05-06");
    app.run({ kind: "circle/note-harm", person: bo, on: "2026-05-05", note: "Told the whole office." });
    expect(stopsFor(app.state(), bo, "ask", false)).toBe("unsafe");
    expect(people(app.state())).toMatchObject([{ id: bo, harmed: true }]);
    expect(trials(app.state())).toMatchObject([{ outcome: "hurtful", peak: 90, person: bo }]);
  });

  test("of second thoughts about somebody stops what was planned with them, and nothing else", () => {
    const app = rehearse();
    const [ana = "", bo = ""] = ["Ana", "Bo"].map((name) => app.run(say.add(name)));
    const planned = [ana, bo].map((whom) => {
      app.run(say.screen(whom));
      const id = app.run(say.plan(whom));
      app.run(say.predict(id));
      return { id, whom };
    });
    app.run({
      kind: "circle/screen",
      person: ana,
      strand: "share",
      depth: "first",
      answers: { ...noConcern, used: "yes" },
    });
    const [withAna, withBo] = planned;
    expect(app.refused(say.tell(withAna?.id ?? "", ana))).toMatchObject({ type: "ScreenStopped" });
    app.run(say.tell(withBo?.id ?? "", bo));
    expect(asks(app.state()).map(({ person }) => person)).toEqual([bo]);
  });
});
