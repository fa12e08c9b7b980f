/** Tests what is recorded of steps: plans, predictions, outcomes, rest. */
import { describe, expect, test } from "vitest";
import { doneAlone, emptyState, experiment, ownSteps, restedOn, rests, type Command } from "../index.ts";
import { noConcern, plainStep, rehearse, say, soloStep, theDay } from "../rehearsal.ts";

const withAna = () => {
  const app = rehearse();
  const ana = app.run(say.add("Ana"));
  return { app, ana };
};

describe("a plan", () => {
  test("keeps the step as it was when it was taken up", () => {
    const { app, ana } = withAna();
    app.run(say.screen(ana));
    const id = app.run({ kind: "steps/plan", step: plainStep, person: ana, context: "message", origin: "self" });
    expect(experiment(app.state(), id)).toMatchObject({
      id,
      stage: "planned",
      person: ana,
      prediction: null,
      outcome: null,
      plan: {
        step: "ask-for-a-lift",
        title: "Ask for a lift",
        strand: "ask",
        context: "message",
        origin: "self",
        difficulty: 40,
        cost: 0.3,
        disclosure: "none",
        day: "2026-05-01",
      },
    });
  });

  test("asks the safety questions first", () => {
    const { app, ana } = withAna();
    expect(app.refused(say.plan(ana))).toEqual({ type: "ScreenFirst", person: ana, strand: "ask", depth: "first" });
  });

  test("asks them again for a larger disclosure", () => {
    const { app, ana } = withAna();
    app.run(say.screen(ana));
    const large = { ...plainStep, disclosure: "large" } as const;
    expect(app.refused(say.plan(ana, large))).toEqual({
      type: "ScreenFirst",
      person: ana,
      strand: "ask",
      depth: "larger",
    });
    app.run(say.plan(ana, { ...plainStep, disclosure: "small" }));
    app.run({ kind: "circle/screen", person: ana, strand: "ask", depth: "larger", answers: noConcern });
    app.run(say.plan(ana, large));
  });

  test("stops at a yes", () => {
    const { app, ana } = withAna();
    app.run({
      kind: "circle/screen",
      person: ana,
      strand: "ask",
      depth: "first",
      answers: { ...noConcern, hurt: "yes" },
    });
    expect(app.refused(say.plan(ana))).toEqual({ type: "ScreenStopped", person: ana, strand: "ask" });
  });

  test.each([
    { kind: "circle/rate-safety", safety: "unsafe", note: "" },
    { kind: "circle/note-harm", on: "2026-05-01", note: "" },
  ] as const)("never passes an unsafe person: $kind", (warning) => {
    const { app, ana } = withAna();
    app.run(say.screen(ana));
    app.run({ ...warning, person: ana });
    expect(app.refused(say.plan(ana))).toEqual({ type: "PersonUnsafe", person: ana });
    expect(app.refused(say.plan(ana, soloStep))).toEqual({ type: "PersonUnsafe", person: ana });
  });

  test("needs somebody who is there, where it needs somebody", () => {
    const { app } = withAna();
    expect(app.refused(say.plan(null, plainStep))).toEqual({ type: "BadField", field: "person" });
    expect(app.refused(say.plan("nobody"))).toEqual({ type: "NotFound", what: "person", id: "nobody" });
    app.run(say.plan(null, soloStep));
  });

  test("with touch waits until touch is switched on", () => {
    const { app } = withAna();
    const hug = { ...soloStep, touch: true };
    expect(app.refused(say.plan(null, hug))).toEqual({ type: "TouchOff" });
    app.run({ kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: true });
    app.run(say.plan(null, hug));
  });

  test.each([
    ["step", { ...soloStep, id: "no id" }],
    ["title", { ...soloStep, title: "" }],
    ["difficulty", { ...soloStep, difficulty: 120 }],
    ["cost", { ...soloStep, cost: Number.NaN }],
  ])("is held to its bounds: %s", (field, step) => {
    expect(rehearse().refused(say.plan(null, step))).toEqual({ type: "BadField", field });
  });
});

describe("a prediction", () => {
  const planned = () => {
    const app = rehearse();
    return { app, id: app.run(say.plan(null)) };
  };

  test("is fixed once", () => {
    const { app, id } = planned();
    app.run(say.predict(id, 20, 80));
    expect(app.refused(say.predict(id, 90, 10))).toEqual({ type: "PredictionFixed", because: "already" });
    expect(experiment(app.state(), id)?.prediction).toMatchObject({ help: 20, bad: 80, day: "2026-05-01" });
  });

  test("may leave its sliders empty, and is a prediction all the same", () => {
    const { app, id } = planned();
    app.run(say.predict(id, null, null));
    expect(experiment(app.state(), id)).toMatchObject({ stage: "predicted", prediction: { help: null, bad: null } });
  });

  test("comes before the outcome or not at all", () => {
    const { app, id } = planned();
    app.run(say.outcome(id, "yes"));
    expect(app.refused(say.predict(id))).toEqual({ type: "PredictionFixed", because: "outcome" });
  });

  test("comes before an answer or not at all", () => {
    const { app, id } = planned();
    const ask = app.run(say.prepare(id));
    app.run(say.answer(ask, "reply-1"));
    expect(app.refused(say.predict(id))).toEqual({ type: "PredictionFixed", because: "asked" });
  });

  test("belongs to an experiment that is there", () => {
    expect(rehearse().refused(say.predict("nothing"))).toEqual({ type: "NotFound", what: "experiment", id: "nothing" });
  });

  test.each([
    ["help", { help: 101 }],
    ["bad", { bad: -1 }],
    ["feared", { feared: "x".repeat(4001) }],
    ["beliefs", { beliefs: Array.from({ length: 7 }, () => "bel-01") }],
  ])("is held to its bounds: %s", (field, fields) => {
    const { app, id } = planned();
    expect(
      app.refused({
        kind: "steps/predict",
        experiment: id,
        help: 1,
        bad: 1,
        feared: "",
        sign: "",
        beliefs: [],
        ...fields,
      }),
    ).toEqual({ type: "BadField", field });
  });
});

describe("an outcome", () => {
  test("may be noted again: the newest stands and the history is kept", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    app.run(say.outcome(id, "later"));
    app.on("2026-05-03");
    app.run({ ...say.outcome(id, "yes"), peak: 60, bad: 20 });
    const shown = experiment(app.state(), id);
    expect(shown?.outcome).toMatchObject({ outcome: "yes", peak: 60, bad: 20, day: "2026-05-03" });
    expect(shown?.outcomes.map(({ outcome }) => outcome)).toEqual(["later", "yes"]);
  });

  test("needs no prediction", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    app.run(say.outcome(id, "no"));
    expect(experiment(app.state(), id)).toMatchObject({ prediction: null, stage: "closed" });
  });

  test("belongs to an experiment that is there", () => {
    expect(rehearse().refused(say.outcome("nothing", "yes"))).toEqual({
      type: "NotFound",
      what: "experiment",
      id: "nothing",
    });
  });

  test("is held to its bounds", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    expect(app.refused({ ...say.outcome(id, "yes"), peak: 100.5 })).toEqual({ type: "BadField", field: "peak" });
  });
});

describe("a step of one's own", () => {
  const own: Command & { readonly kind: "steps/add-own" } = {
    kind: "steps/add-own",
    strand: "handover",
    title: "Let her drive",
    difficulty: 35,
    cost: 0.2,
    needsPerson: true,
    roles: ["friend"],
    contexts: ["in-person"],
    disclosure: "none",
    touch: false,
  };

  test("is a step like one of the catalogue", () => {
    const app = rehearse();
    const id = app.run(own);
    const { kind: _, ...rest } = own;
    expect(ownSteps(app.state())).toEqual([{ id, ...rest }]);
  });

  test("can be put away, once", () => {
    const app = rehearse();
    const id = app.run(own);
    app.run({ ...own, title: "Another" });
    app.run({ kind: "steps/remove-own", step: id });
    expect(ownSteps(app.state()).map(({ title }) => title)).toEqual(["Another"]);
    expect(app.refused({ kind: "steps/remove-own", step: id })).toEqual({ type: "NotFound", what: "step", id });
  });

  test("happens somewhere", () => {
    expect(rehearse().refused({ ...own, contexts: [] })).toEqual({ type: "BadField", field: "contexts" });
  });
});

describe("a day", () => {
  test("can be left without a step, for a reason", () => {
    const app = rehearse();
    app.run({ kind: "steps/rest", reason: "low" });
    app.on("2026-05-02");
    app.run({ kind: "steps/rest", reason: "after-bad" });
    expect(rests(app.state()).map(({ day, reason }) => [day, reason])).toEqual([
      ["2026-05-02", "after-bad"],
      ["2026-05-01", "low"],
    ]);
    expect([restedOn(app.state(), theDay("2026-05-01")), restedOn(emptyState, theDay("2026-05-01"))]).toEqual([
      true,
      false,
    ]);
  });

  test("can hold something done alone by choice", () => {
    const app = rehearse();
    app.run({ kind: "steps/note-alone", title: "Moved the wardrobe", verdict: "glad", note: "" });
    app.run({ kind: "steps/note-alone", title: "Carried the boxes", verdict: null, note: "Back hurts." });
    expect(doneAlone(app.state()).map(({ title, verdict }) => [title, verdict])).toEqual([
      ["Carried the boxes", null],
      ["Moved the wardrobe", "glad"],
    ]);
  });
});
