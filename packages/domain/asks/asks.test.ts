/** Tests asks: prepared, sent, answered, closed. */
import { describe, expect, test } from "vitest";
import { asks, experiment, liveLinks, offers, openAsks, type Command } from "../index.ts";
import { noConcern, plainStep, rehearse, say, theDay } from "../rehearsal.ts";

/** An experiment with Ana, screened and predicted. */
const ready = () => {
  const app = rehearse();
  const ana = app.run(say.add("Ana"));
  app.run(say.screen(ana));
  const id = app.run(say.plan(ana));
  app.run(say.predict(id));
  return { app, ana, id };
};

describe("an ask that is said or sent as one's own message", () => {
  test("needs no link and gets an id of its own", () => {
    const { app, ana, id } = ready();
    const ask = app.run(say.tell(id, ana));
    expect(asks(app.state())).toEqual([
      {
        id: ask,
        experiment: id,
        person: ana,
        words: "Could you?",
        channel: "said",
        sentOn: "2026-05-01",
        silence: null,
        link: null,
        closed: false,
        answers: [],
      },
    ]);
    expect(experiment(app.state(), id)?.stage).toBe("waiting");
  });

  test("goes out only after a prediction", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    expect(app.refused(say.tell(id))).toEqual({ type: "PredictFirst" });
    app.run(say.predict(id, null, null));
    app.run(say.tell(id));
  });

  test("goes to whom it was planned with", () => {
    const { app, id } = ready();
    const bo = app.run(say.add("Bo"));
    expect(app.refused(say.tell(id, bo))).toEqual({ type: "BadField", field: "person" });
    expect(app.refused(say.tell(id, null))).toEqual({ type: "BadField", field: "person" });
  });

  test("may name somebody where the plan named nobody, if they may be asked", () => {
    const app = rehearse();
    const bo = app.run(say.add("Bo"));
    const id = app.run(say.plan(null));
    app.run(say.predict(id));
    expect(app.refused(say.tell(id, bo))).toEqual({ type: "ScreenFirst", person: bo, strand: "ask", depth: "first" });
    app.run(say.screen(bo));
    app.run(say.tell(id, bo));
    expect(experiment(app.state(), id)?.person).toBe(bo);
  });

  test("is nothing without an experiment", () => {
    expect(rehearse().refused(say.tell("nothing"))).toEqual({ type: "NotFound", what: "experiment", id: "nothing" });
  });
});

describe("somebody flagged between plan and ask", () => {
  const warnings: readonly ((person: string) => Command)[] = [
    (person) => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" }),
    (person) => ({ kind: "circle/note-harm", person, on: "2026-05-01", note: "" }),
  ];

  test.each(warnings)("is not asked any more", (warning) => {
    const { app, ana, id } = ready();
    const ask = app.run(say.prepare(id));
    app.run(warning(ana));
    const refusal = { type: "PersonUnsafe", person: ana };
    expect(app.refused(say.tell(id, ana))).toEqual(refusal);
    expect(app.refused(say.sendLink(ask, id, ana))).toEqual(refusal);
    expect(app.refused(say.prepare(id))).toEqual(refusal);
  });

  test("by a yes or by removal is not asked any more either", () => {
    const { app, ana, id } = ready();
    app.run({
      kind: "circle/screen",
      person: ana,
      strand: "ask",
      depth: "first",
      answers: { ...noConcern, debt: "yes" },
    });
    expect(app.refused(say.tell(id, ana))).toEqual({ type: "ScreenStopped", person: ana, strand: "ask" });
    app.run({ kind: "circle/remove", person: ana });
    expect(app.refused(say.tell(id, ana))).toEqual({ type: "NotFound", what: "person", id: ana });
  });

  test("for something larger is asked only after the questions for it", () => {
    const app = rehearse();
    const bo = app.run(say.add("Bo"));
    const id = app.run(say.plan(null, { ...plainStep, needsPerson: false, disclosure: "large" }));
    app.run(say.predict(id));
    app.run(say.screen(bo));
    expect(app.refused(say.tell(id, bo))).toEqual({ type: "ScreenFirst", person: bo, strand: "ask", depth: "larger" });
  });
});

describe("an ask with a link", () => {
  const linked = () => {
    const { app, ana, id } = ready();
    const ask = app.run(say.prepare(id));
    return { app, ana, id, ask };
  };

  test("is durable before it is sent, and keeps what opens it", () => {
    const { app, id, ask } = linked();
    expect(asks(app.state())).toMatchObject([
      {
        id: ask,
        experiment: id,
        person: null,
        channel: null,
        sentOn: null,
        closed: false,
        link: {
          mailbox: "00",
          secret: "01",
          replyKey: "02",
          ownerProof: "03",
          closesOn: "2026-05-08",
          from: "Me",
          howItWas: false,
        },
      },
    ]);
    expect(experiment(app.state(), id)?.stage).toBe("predicted");
  });

  test("is sent with what the person does if they hear nothing", () => {
    const { app, ana, id, ask } = linked();
    app.run(say.sendLink(ask, id, ana, "2026-05-04"));
    expect(asks(app.state())).toMatchObject([
      { person: ana, channel: "link", silence: { by: "2026-05-04", then: "I ask somebody else." } },
    ]);
  });

  test("is sent once; doing it again records nothing", () => {
    const { app, ana, id, ask } = linked();
    app.run(say.sendLink(ask, id, ana));
    const before = app.events().length;
    app.run(say.sendLink(ask, id, ana));
    expect(app.events().length).toBe(before);
  });

  test("cannot be sent without having been prepared, for this experiment, and open", () => {
    const { app, ana, id, ask } = linked();
    expect(app.refused({ ...say.tell(id, ana), channel: "link" })).toEqual({ type: "BadField", field: "ask" });
    expect(app.refused(say.sendLink("nothing", id, ana))).toEqual({ type: "NotFound", what: "ask", id: "nothing" });
    const other = app.run(say.plan(ana));
    app.run(say.predict(other));
    expect(app.refused(say.sendLink(ask, other, ana))).toEqual({ type: "BadField", field: "experiment" });
    app.run({ kind: "asks/close", ask });
    expect(app.refused(say.sendLink(ask, id, ana))).toEqual({ type: "AskClosed", ask });
  });

  test("can be closed, once", () => {
    const { app, ask } = linked();
    app.run({ kind: "asks/close", ask });
    const before = app.events().length;
    app.run({ kind: "asks/close", ask });
    expect(app.events().length).toBe(before);
    expect(asks(app.state())).toMatchObject([{ closed: true }]);
    expect(app.refused({ kind: "asks/close", ask: "nothing" })).toEqual({
      type: "NotFound",
      what: "ask",
      id: "nothing",
    });
  });

  test("can bring answers until it is closed or its day is over", () => {
    const { app, id, ask } = linked();
    const live = (today: string) => liveLinks(app.state(), theDay(today)).map((one) => one.id);
    expect([live("2026-05-08"), live("2026-05-09")]).toEqual([[ask], []]);
    app.run(say.outcome(id, "silence"));
    expect(live("2026-05-08")).toEqual([ask]);
    app.run({ kind: "asks/close", ask });
    expect(live("2026-05-02")).toEqual([]);
  });

  test.each([
    ["words", { words: "" }],
    ["from", { from: "" }],
    ["link", { link: { mailbox: "0", secret: "01", replyKey: "02", ownerProof: "03", closesOn: "2026-05-08" } }],
    ["link", { link: { mailbox: "00", secret: "01", replyKey: "02", ownerProof: "03", closesOn: "soon" } }],
    ["link", { link: { mailbox: "AB", secret: "01", replyKey: "02", ownerProof: "03", closesOn: "2026-05-08" } }],
  ])("is held to its bounds: %s", (field, fields) => {
    const { app, id } = ready();
    expect(app.refused({ ...say.prepare(id), ...fields })).toEqual({ type: "BadField", field });
  });
});

describe("an answer", () => {
  const asked = () => {
    const { app, ana, id } = ready();
    const ask = app.run(say.prepare(id));
    app.run(say.sendLink(ask, id, ana));
    return { app, id, ask };
  };

  test("is shown with its ask and its experiment", () => {
    const { app, id, ask } = asked();
    app.run({ ...say.answer(ask, "reply-1", "partly"), words: "On Friday", burden: 1, glad: 9 });
    expect(experiment(app.state(), id)).toMatchObject({
      stage: "answered",
      answers: [{ reply: "reply-1", answer: "partly", words: "On Friday", burden: 1, glad: 9, day: "2026-05-01" }],
    });
    expect(asks(app.state())[0]?.answers).toHaveLength(1);
  });

  test("counts once, however often it is fetched", () => {
    const { app, ask } = asked();
    app.run(say.answer(ask, "reply-1"));
    const before = app.events().length;
    app.run(say.answer(ask, "reply-1"));
    expect(app.events().length).toBe(before);
  });

  test("is kept when it comes after closing", () => {
    const { app, ask } = asked();
    app.run({ kind: "asks/close", ask });
    app.run(say.answer(ask, "reply-1"));
    expect(asks(app.state())[0]?.answers).toHaveLength(1);
  });

  test("is followed by others, oldest first", () => {
    const { app, id, ask } = asked();
    app.run(say.answer(ask, "reply-2", "talk"));
    app.run(say.answer(ask, "reply-1", "yes"));
    expect(experiment(app.state(), id)?.answers.map(({ answer }) => answer)).toEqual(["talk", "yes"]);
  });

  test("belongs to an ask with a link", () => {
    const { app, ana, id } = ready();
    const said = app.run(say.tell(id, ana));
    expect(app.refused(say.answer(said, "reply-1"))).toEqual({ type: "NotFound", what: "ask", id: said });
    expect(app.refused(say.answer("nothing", "reply-1"))).toEqual({ type: "NotFound", what: "ask", id: "nothing" });
  });

  test.each([
    ["reply", { reply: "r p" }],
    ["words", { words: "x".repeat(4001) }],
    ["burden", { burden: 11 }],
    ["glad", { glad: -1 }],
  ])("is held to its bounds: %s", (field, fields) => {
    const { app, ask } = asked();
    expect(app.refused({ ...say.answer(ask, "reply-1"), ...fields })).toEqual({ type: "BadField", field });
  });
});

describe("a standing offer that comes with an answer", () => {
  const given = { what: "A lift", when: "Tuesdays", often: "" };

  test("is kept with the person it came from, and counts once", () => {
    const { app, ana, id } = ready();
    const ask = app.run(say.prepare(id));
    app.run(say.sendLink(ask, id, ana));
    app.run({ ...say.answer(ask, "reply-1", "no"), offer: given });
    app.run({ ...say.answer(ask, "reply-1", "no"), offer: given });
    expect(offers(app.state())).toEqual([{ ...given, id: "reply-1", person: ana, ask, day: "2026-05-01", taken: [] }]);
  });

  test("is left out when it is no line of text; the answer is not", () => {
    const { app, id } = ready();
    const ask = app.run(say.prepare(id));
    app.run({ ...say.answer(ask, "reply-1"), offer: { ...given, what: "  " } });
    expect(offers(app.state())).toEqual([]);
    expect(asks(app.state())[0]?.answers).toHaveLength(1);
  });
});

test("open asks are those of open experiments that were not closed", () => {
  const { app, ana, id } = ready();
  const first = app.run(say.prepare(id));
  const second = app.run(say.tell(id, ana));
  expect(openAsks(app.state()).map((ask) => ask.id)).toEqual([second, first]);
  app.run({ kind: "asks/close", ask: first });
  expect(openAsks(app.state()).map((ask) => ask.id)).toEqual([second]);
  app.run(say.outcome(id, "no"));
  expect(openAsks(app.state())).toEqual([]);
});
