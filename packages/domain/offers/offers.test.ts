/** Tests standing offers: noted, taken up, ended, and never from somebody who is not safe. */
import { describe, expect, test } from "vitest";
import { offers, replay, type Command } from "../index.ts";
import { noConcern, rehearse, say } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const make = (person: string | null, what = "A lift"): Command & { kind: "offers/make" } => ({
  kind: "offers/make",
  person,
  what,
  when: "On Fridays",
  often: "",
  ask: null,
});

describe("a standing offer", () => {
  test("is shown as it was made, not taken up yet", () => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    const id = app.run(make(ana, " A lift "));
    expect(offers(app.state())).toEqual([
      { id, person: ana, what: "A lift", when: "On Fridays", often: "", ask: null, day: "2026-05-01", taken: [] },
    ]);
  });

  test("may come from somebody outside the circle, and name the ask it came with", () => {
    const app = rehearse();
    app.run({ ...make(null), ask: "ask-1" });
    expect(offers(app.state())).toMatchObject([{ person: null, ask: "ask-1" }]);
  });

  test("can be taken up again and again, and names each try once", () => {
    const app = rehearse();
    const offer = app.run(make(null));
    const [one, two] = [app.run(say.plan(null)), app.run(say.plan(null))];
    for (const experiment of [one, two, one]) app.run({ kind: "offers/take", offer, experiment });
    expect(offers(app.state())[0]?.taken).toEqual([one, two]);
  });

  test("is taken up as a try that is there", () => {
    const app = rehearse();
    const offer = app.run(make(null));
    expect(app.refused({ kind: "offers/take", offer, experiment: "nothing" })).toEqual({
      type: "NotFound",
      what: "experiment",
      id: "nothing",
    });
  });

  test("ends once, and is neither shown nor taken after that", () => {
    const app = rehearse();
    const offer = app.run(make(null));
    const experiment = app.run(say.plan(null));
    app.run({ kind: "offers/end", offer });
    const gone = { type: "NotFound", what: "offer", id: offer };
    expect(offers(app.state())).toEqual([]);
    expect(app.refused({ kind: "offers/end", offer })).toEqual(gone);
    expect(app.refused({ kind: "offers/take", offer, experiment })).toEqual(gone);
  });

  test("stands in the order of making", () => {
    const app = rehearse();
    for (const what of ["A lift", "A meal", "An hour"]) app.run(make(null, what));
    expect(offers(app.state()).map(({ what }) => what)).toEqual(["A lift", "A meal", "An hour"]);
  });

  test("ended on one device while it was taken up on the other has ended", () => {
    let offer = "";
    let experiment = "";
    const { phone, laptop, merged } = fork((app) => {
      offer = app.run(make(null));
      experiment = app.run(say.plan(null));
    });
    phone.run({ kind: "offers/end", offer });
    laptop.run({ kind: "offers/take", offer, experiment });
    expect(offers(merged())).toEqual([]);
  });

  test("whose making arrives after its taking keeps the taking", () => {
    const app = rehearse();
    const offer = app.run(make(null));
    app.run({ kind: "offers/take", offer, experiment: app.run(say.plan(null)) });
    expect(offers(replay(app.events().toReversed()))).toEqual(offers(app.state()));
    expect(offers(replay(app.events().slice(1)))).toEqual([]);
  });
});

describe("an offer of somebody", () => {
  const setting = () => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    const offer = app.run(make(ana));
    const experiment = app.run(say.plan(null));
    return { app, ana, offer, experiment };
  };

  test("who was taken off the circle is put away, and none is noted any more", () => {
    const { app, ana, offer, experiment } = setting();
    app.run({ kind: "circle/remove", person: ana });
    const gone = { type: "NotFound", what: "person", id: ana };
    expect(offers(app.state())).toEqual([]);
    expect(app.refused({ kind: "offers/take", offer, experiment })).toEqual(gone);
    expect(app.refused(make(ana))).toEqual(gone);
    app.run({ kind: "offers/end", offer });
  });

  test.each<readonly [string, (ana: string) => Command]>([
    ["who was flagged unsafe", (person) => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" })],
    ["who did harm", (person) => ({ kind: "circle/note-harm", person, on: "2026-05-01", note: "" })],
    [
      "who hurt, by the safety questions",
      (person) => ({
        kind: "circle/screen",
        person,
        strand: "ask",
        depth: "first",
        answers: { ...noConcern, hurt: "yes" },
      }),
    ],
  ])("%s is neither shown, taken nor noted", (_, warning) => {
    const { app, ana, offer, experiment } = setting();
    app.run(warning(ana));
    const unsafe = { type: "PersonUnsafe", person: ana };
    expect(offers(app.state())).toEqual([]);
    expect(app.refused({ kind: "offers/take", offer, experiment })).toEqual(unsafe);
    expect(app.refused(make(ana))).toEqual(unsafe);
  });

  test("who is rated safe again is shown again", () => {
    const { app, ana } = setting();
    app.run({ kind: "circle/rate-safety", person: ana, safety: "unsafe", note: "" });
    app.run({ kind: "circle/rate-safety", person: ana, safety: "safe", note: "" });
    expect(offers(app.state())).toHaveLength(1);
  });

  test("whose warning came from the other device is put away there too", () => {
    let ana = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
    });
    phone.run(make(ana));
    laptop.run({ kind: "circle/note-harm", person: ana, on: "2026-05-01", note: "" });
    expect(offers(merged())).toEqual([]);
  });
});

test.each([
  ["what", make(null, "")],
  ["what", make(null, "x".repeat(121))],
  ["when", { ...make(null), when: "x".repeat(4001) }],
  ["often", { ...make(null), often: "\ud800" }],
  ["ask", { ...make(null), ask: "no id" }],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
