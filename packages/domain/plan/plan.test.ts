import { describe, expect, test } from "vitest";
import { planParts, replay, safetyPlan, type Command, type Recorded } from "../index.ts";
import { deviceNamed, rehearse, say, type Rehearsal } from "../rehearsal.ts";

const add = (text: string, part: (typeof planParts)[number] = "signs", person: string | null = null): Command => ({
  kind: "plan/add",
  part,
  text,
  person,
});

const change = (line: string, text: string): Command => ({
  kind: "plan/change",
  line,
  part: "signs",
  text,
  person: null,
});

const texts = (app: Rehearsal | readonly Recorded[]): readonly string[] =>
  safetyPlan("state" in app ? app.state() : replay(app)).map(({ text }) => text);

describe("the safety plan", () => {
  test("holds lines under six headings, each in the order in which they were written", () => {
    const app = rehearse();
    for (const part of planParts) app.run(add(`first of ${part}`, part));
    app.run(add("second of signs"));
    expect(safetyPlan(app.state()).map(({ part, text }) => [part, text])).toEqual([
      ...planParts.map((part) => [part, `first of ${part}`]),
      ["signs", "second of signs"],
    ]);
  });

  test("keeps a line in its place when its wording changes, with the day of the new wording", () => {
    const app = rehearse();
    const line = app.run(add("I stop eating"));
    app.run(add("I stop answering"));
    app.on("2026-05-09");
    app.run(change(line, "I skip meals"));
    expect(texts(app)).toEqual(["I skip meals", "I stop answering"]);
    expect(safetyPlan(app.state())[0]?.day).toBe("2026-05-09");
  });

  test("can name somebody of the circle", () => {
    const app = rehearse();
    const noor = app.run(say.add("Noor"));
    app.run(add("Noor, also at night", "helpers", noor));
    expect(safetyPlan(app.state())).toMatchObject([{ part: "helpers", person: noor }]);
  });

  test("loses a line for good once it was taken out, and takes it out once", () => {
    const app = rehearse();
    const line = app.run(add("I stop eating"));
    app.run({ kind: "plan/remove", line });
    const before = app.events().length;
    app.run({ kind: "plan/remove", line });
    expect(app.events()).toHaveLength(before);
    expect(texts(app)).toEqual([]);
    expect(app.refused(change(line, "I skip meals"))).toEqual({ type: "NotFound", what: "line", id: line });
  });

  test.each([
    ["changed", change("nothing", "x")],
    ["taken out", { kind: "plan/remove", line: "nothing" }],
  ] satisfies readonly (readonly [string, Command])[])("refuses a line that is not there to be %s", (_, command) => {
    expect(rehearse().refused(command)).toEqual({ type: "NotFound", what: "line", id: "nothing" });
  });

  test.each([
    ["nothing", ""],
    ["blanks", "  "],
    ["two lines", "one\ntwo"],
    ["more than 120 characters", "x".repeat(121)],
  ])("refuses a line of %s", (_, text) => {
    expect(rehearse().refused(add(text))).toEqual({ type: "BadField", field: "text" });
  });

  test("takes the newer wording of two devices, and stays without what one of them took out", () => {
    const one = rehearse(deviceNamed("a"));
    const line = one.run(add("I stop eating"));
    const gone = one.run(add("I pace"));
    const other = rehearse(deviceNamed("b"), one.events(), 50);
    one.run(change(line, "I skip breakfast"));
    one.run(change(gone, "I pace the hall"));
    other.run(change(line, "I skip meals"));
    other.run({ kind: "plan/remove", line: gone });
    const all = [...one.events(), ...other.events()];
    expect(texts(all)).toEqual(["I skip meals"]);
    expect(texts(all.toReversed())).toEqual(["I skip meals"]);
  });
});
