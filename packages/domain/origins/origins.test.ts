/** Tests the origins room: off until switched on, short, and out of sight when it was taken out. */
import { describe, expect, test } from "vitest";
import { emptyState, originEnds, originsCeiling, originsOn, originsSessions, replay, type Command } from "../index.ts";
import { rehearse, type Rehearsal } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const turn = (on: boolean): Command => ({ kind: "origins/switch", on });
const begin = (before = 20): Command => ({ kind: "origins/begin", before });
const end = (session: string, fields: object = {}): Command & { kind: "origins/end" } => ({
  kind: "origins/end",
  session,
  after: 30,
  end: "done",
  familiar: ["ori-01"],
  kept: "I was the one who coped.",
  ...fields,
});
const switchedOn = (): Rehearsal => {
  const app = rehearse();
  app.run(turn(true));
  return app;
};

describe("the room", () => {
  test("is off, and nothing begins in it, until it is switched on", () => {
    const app = rehearse();
    expect(originsOn(emptyState)).toBe(false);
    expect(app.refused(begin())).toEqual({ type: "OriginsOff" });
    app.run(turn(true));
    expect(originsOn(app.state())).toBe(true);
    app.run(begin());
  });

  test("can be switched off again; what was kept stays", () => {
    const app = switchedOn();
    app.run(end(app.run(begin())));
    app.run(turn(false));
    expect(app.refused(begin())).toEqual({ type: "OriginsOff" });
    expect(originsSessions(app.state())).toHaveLength(1);
  });

  test("goes by the newest switch of two devices", () => {
    const { phone, laptop, merged } = fork((app) => app.run(turn(true)));
    phone.run(turn(false));
    laptop.run(turn(true));
    laptop.run(turn(true));
    expect(originsOn(merged())).toBe(true);
  });
});

describe("a sitting", () => {
  test("runs until it ends, with the distress before and after", () => {
    const app = switchedOn();
    const id = app.run(begin(45));
    const running = { id, day: "2026-05-01", before: 45, after: null, end: null, familiar: [], kept: "" };
    expect(originsSessions(app.state())).toEqual([running]);
    app.run(end(id));
    expect(originsSessions(app.state())).toEqual([
      { ...running, after: 30, end: "done", familiar: ["ori-01"], kept: "I was the one who coped." },
    ]);
  });

  test.each([
    [0, true],
    [originsCeiling - 1, true],
    [originsCeiling, false],
    [100, false],
  ])("at a distress of %i begins: %s", (before, begins) => {
    const app = switchedOn();
    if (begins) app.run(begin(before));
    else expect(app.refused(begin(before))).toEqual({ type: "TooMuchToday", ceiling: 70 });
    expect(originsSessions(app.state())).toHaveLength(begins ? 1 : 0);
  });

  test.each(originEnds)("may end in any way, with nothing said: %s", (how) => {
    const app = switchedOn();
    app.run(end(app.run(begin()), { end: how, after: null, familiar: [], kept: "" }));
    expect(originsSessions(app.state())).toMatchObject([{ end: how, after: null, kept: "" }]);
  });

  test("ends also after the room was switched off meanwhile, so that the way out is never shut", () => {
    const app = switchedOn();
    const id = app.run(begin());
    app.run(turn(false));
    app.run(end(id, { end: "stopped", after: 90 }));
    expect(originsSessions(app.state())).toMatchObject([{ end: "stopped", after: 90 }]);
  });

  test("that a flat battery cut off does not stand in the way of another", () => {
    const app = switchedOn();
    const cut = app.run(begin());
    const next = app.run(begin());
    app.run(end(next));
    expect(originsSessions(app.state()).map(({ id, end: how }) => [id, how])).toEqual([
      [next, "done"],
      [cut, null],
    ]);
  });

  test("that was ended twice shows the newer end", () => {
    const app = switchedOn();
    const id = app.run(begin());
    app.run(end(id, { kept: "Too much.", end: "time" }));
    app.run(end(id, { kept: "" }));
    expect(originsSessions(app.state())).toMatchObject([{ kept: "", end: "done" }]);
  });
});

describe("a sitting that was forgotten", () => {
  test("is gone from everything that is shown, and nothing is added to it", () => {
    const app = switchedOn();
    const id = app.run(begin());
    app.run({ kind: "origins/forget", session: id });
    const gone = { type: "NotFound", what: "session", id };
    expect(originsSessions(app.state())).toEqual([]);
    expect(app.refused(end(id))).toEqual(gone);
    expect(app.refused({ kind: "origins/forget", session: id })).toEqual(gone);
  });

  test("takes nothing else with it", () => {
    const app = switchedOn();
    const [one, two] = [app.run(begin()), app.run(begin())];
    app.run({ kind: "origins/forget", session: one });
    expect(originsSessions(app.state()).map(({ id }) => id)).toEqual([two]);
  });

  test("can be taken out while the room is off", () => {
    const app = switchedOn();
    const id = app.run(begin());
    app.run(turn(false));
    app.run({ kind: "origins/forget", session: id });
    expect(originsSessions(app.state())).toEqual([]);
  });

  test("stays gone when the other device ended it meanwhile", () => {
    let id = "";
    const { phone, laptop, merged } = fork((app) => {
      app.run(turn(true));
      id = app.run(begin());
    });
    phone.run({ kind: "origins/forget", session: id });
    laptop.run(end(id));
    expect(originsSessions(merged())).toEqual([]);
  });

  test("stays gone when its beginning arrives last", () => {
    const app = switchedOn();
    app.run({ kind: "origins/forget", session: app.run(begin()) });
    expect(originsSessions(replay(app.events().toReversed()))).toEqual([]);
  });
});

test.each([
  ["before", begin(-1)],
  ["before", begin(1.5)],
] as const)("a bad field of a beginning is refused by name: %s", (field, command) => {
  expect(switchedOn().refused(command)).toEqual({ type: "BadField", field });
});

test.each([
  ["after", { after: 101 }],
  ["familiar", { familiar: Array.from({ length: 41 }, () => "ori-01") }],
  ["familiar", { familiar: ["no id"] }],
  ["kept", { kept: "x".repeat(4001) }],
])("a bad field of an end is refused by name: %s", (field, fields) => {
  const app = switchedOn();
  expect(app.refused(end(app.run(begin()), fields))).toEqual({ type: "BadField", field });
});
