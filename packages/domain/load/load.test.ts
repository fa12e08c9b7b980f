/** Tests what is carried: from adding it to putting it down, resentment, and limits with oneself. */
import { describe, expect, test } from "vitest";
import { emptyState, evolve, limits, loads, replay, resentment, type Command, type LoadChoice } from "../index.ts";
import { rehearse, say } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const add = (title: string): Command & { kind: "load/add" } => ({ kind: "load/add", title, sort: "logistical" });
const decideTo = (load: string, choice: LoadChoice, why = "", enough = ""): Command & { kind: "load/decide" } => ({
  kind: "load/decide",
  load,
  choice,
  why,
  enough,
});

describe("a load", () => {
  test("is shown as it was added, undecided and carried", () => {
    const app = rehearse();
    const id = app.run({ kind: "load/add", title: " The tax return ", sort: "financial" });
    expect(loads(app.state())).toEqual([
      {
        id,
        title: "The tax return",
        sort: "financial",
        addedOn: "2026-05-01",
        decision: null,
        decisions: [],
        experiments: [],
        putDownOn: null,
      },
    ]);
  });

  test("is there only once somebody added it", () => {
    expect(loads(emptyState)).toEqual([]);
  });

  test("stands in the order of adding, whatever is decided later", () => {
    const app = rehearse();
    const ids = ["Tax", "Move", "Worry"].map((title) => app.run(add(title)));
    app.run(decideTo(ids[0] ?? "", "drop"));
    expect(loads(app.state()).map(({ title }) => title)).toEqual(["Tax", "Move", "Worry"]);
  });

  test("keeps every decision; the newest stands", () => {
    const app = rehearse();
    const id = app.run(add("Tax"));
    app.run(decideTo(id, "keep", "I like the quiet of it."));
    app.on("2026-05-09");
    app.run(decideTo(id, "hand-over", "It is too much.", "Sent in time, even with a mistake."));
    const [load] = loads(app.state());
    expect(load?.decision).toEqual({
      choice: "hand-over",
      why: "It is too much.",
      enough: "Sent in time, even with a mistake.",
      day: "2026-05-09",
    });
    expect(load?.decisions.map(({ choice, day }) => [choice, day])).toEqual([
      ["keep", "2026-05-01"],
      ["hand-over", "2026-05-09"],
    ]);
  });

  test.each(["keep", "share", "hand-over", "drop", "say-no"] as const)("may be decided any way: %s", (choice) => {
    const app = rehearse();
    app.run(decideTo(app.run(add("Tax")), choice));
    expect(loads(app.state())[0]?.decision?.choice).toBe(choice);
  });

  test("names the steps taken up for it once each, oldest first", () => {
    const app = rehearse();
    const load = app.run(add("Tax"));
    const [one, two] = [app.run(say.plan(null)), app.run(say.plan(null))];
    for (const experiment of [two, one, two]) app.run({ kind: "load/link", load, experiment });
    expect(loads(app.state())[0]?.experiments).toEqual([two, one]);
  });

  test("is linked to a try that is there, and to nothing else", () => {
    const app = rehearse();
    const load = app.run(add("Tax"));
    expect(app.refused({ kind: "load/link", load, experiment: "nothing" })).toEqual({
      type: "NotFound",
      what: "experiment",
      id: "nothing",
    });
    expect(loads(app.state())[0]?.experiments).toEqual([]);
  });

  test("is put down once: a second tap records nothing and keeps the day", () => {
    const app = rehearse();
    const load = app.run(add("Tax"));
    app.run({ kind: "load/put-down", load });
    const before = app.events().length;
    app.on("2026-05-20");
    app.run({ kind: "load/put-down", load });
    expect(app.events()).toHaveLength(before);
    expect(loads(app.state())[0]?.putDownOn).toBe("2026-05-01");
  });

  test("that was put down can still be decided about: it may come back in another form", () => {
    const app = rehearse();
    const load = app.run(add("Tax"));
    app.run({ kind: "load/put-down", load });
    app.run(decideTo(load, "share"));
    expect(loads(app.state())[0]).toMatchObject({ putDownOn: "2026-05-01", decision: { choice: "share" } });
  });

  test("whose adding arrives last is shown whole then, and not before", () => {
    const app = rehearse();
    const load = app.run(add("Tax"));
    app.run(decideTo(load, "drop"));
    app.run({ kind: "load/put-down", load });
    const [first, ...rest] = app.events();
    if (first === undefined) throw new Error("nothing was recorded");
    expect(loads(replay(rest))).toEqual([]);
    expect(loads(evolve(replay(rest), first))).toEqual(loads(app.state()));
  });

  test("put down on two devices at once has the earlier day, and both decisions", () => {
    let load = "";
    const { phone, laptop, merged } = fork((app) => {
      load = app.run(add("Tax"));
    });
    phone.on("2026-05-03");
    laptop.on("2026-05-04");
    phone.run({ kind: "load/put-down", load });
    laptop.run(decideTo(load, "drop"));
    laptop.run({ kind: "load/put-down", load });
    phone.run(decideTo(load, "share"));
    phone.run(decideTo(load, "keep"));
    expect(loads(merged())[0]).toMatchObject({ putDownOn: "2026-05-03", decision: { choice: "keep" } });
    expect(loads(merged())[0]?.decisions).toHaveLength(3);
  });
});

describe("resentment", () => {
  test("is a list of what was noted, newest first, with nothing made of it", () => {
    const app = rehearse();
    app.run({ kind: "load/note-resentment", level: 80, about: "The dishes." });
    app.on("2026-05-02");
    app.run({ kind: "load/note-resentment", level: 0, about: "" });
    expect(resentment(app.state()).map(({ level, about, day }) => [level, about, day])).toEqual([
      [0, "", "2026-05-02"],
      [80, "The dishes.", "2026-05-01"],
    ]);
  });
});

describe("a limit with oneself", () => {
  test("stands until it is let go, in the order of setting", () => {
    const app = rehearse();
    const six = app.run({ kind: "load/set-limit", text: "Work ends at six" });
    app.run({ kind: "load/set-limit", text: "No mail on Sunday" });
    expect(limits(app.state()).map(({ text, day }) => [text, day])).toEqual([
      ["Work ends at six", "2026-05-01"],
      ["No mail on Sunday", "2026-05-01"],
    ]);
    app.run({ kind: "load/drop-limit", limit: six });
    expect(limits(app.state()).map(({ text }) => text)).toEqual(["No mail on Sunday"]);
  });

  test("is let go once", () => {
    const app = rehearse();
    const limit = app.run({ kind: "load/set-limit", text: "Six" });
    app.run({ kind: "load/drop-limit", limit });
    expect(app.refused({ kind: "load/drop-limit", limit })).toEqual({ type: "NotFound", what: "limit", id: limit });
  });

  test("let go on both devices is gone", () => {
    let limit = "";
    const { phone, laptop, merged } = fork((app) => {
      limit = app.run({ kind: "load/set-limit", text: "Six" });
    });
    phone.run({ kind: "load/drop-limit", limit });
    laptop.run({ kind: "load/drop-limit", limit });
    expect(limits(merged())).toEqual([]);
  });
});

test.each([
  ["title", add("")],
  ["title", add("two\nlines")],
  ["level", { kind: "load/note-resentment", level: 101, about: "" }],
  ["level", { kind: "load/note-resentment", level: 0.5, about: "" }],
  ["about", { kind: "load/note-resentment", level: 1, about: "x".repeat(4001) }],
  ["text", { kind: "load/set-limit", text: " " }],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});

test.each(["why", "enough"] as const)("a bad field of a decision is refused by name: %s", (field) => {
  const app = rehearse();
  const load = app.run(add("Tax"));
  expect(app.refused({ ...decideTo(load, "keep"), [field]: "x".repeat(4001) })).toEqual({ type: "BadField", field });
});
