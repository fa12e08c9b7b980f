/** Tests beliefs: how strongly they are held, and what speaks for and against them. */
import { describe, expect, test } from "vitest";
import { beliefs, emptyState, evolve, parseEvent, replay, type Command, type Recorded } from "../index.ts";
import { deviceNamed, rehearse, say } from "../rehearsal.ts";

const catalogue = ["bel-02", "bel-01"];
const rate = (belief: string, strength: number): Command => ({ kind: "beliefs/rate", belief, strength });
const agree = (belief: string, countsFor: string): Command => ({
  kind: "beliefs/agree-test",
  belief,
  countsFor,
  countsAgainst: "She asks again.",
});
const weigh = (
  belief: string,
  experiment: string,
  verdict: "for" | "against" | "does-not-count" = "against",
): Command => ({
  kind: "beliefs/weigh",
  belief,
  experiment,
  verdict,
  because: "",
});

describe("a belief", () => {
  test("of the catalogue is shown in its order before anything is known of it", () => {
    expect(beliefs(emptyState, catalogue)).toEqual(
      catalogue.map((id) => ({
        id,
        text: null,
        strength: null,
        ratings: [],
        test: null,
        moments: [],
        questions: [],
        alternative: null,
        alternativeRatings: [],
        experiments: [],
      })),
    );
  });

  test("of one's own follows in one's own words", () => {
    const app = rehearse();
    const own = app.run({ kind: "beliefs/add", text: " I owe them for ever " });
    expect(beliefs(app.state(), catalogue).map(({ id, text }) => [id, text])).toEqual([
      ["bel-02", null],
      ["bel-01", null],
      [own, "I owe them for ever"],
    ]);
  });

  test("that is named twice is shown once, where it was named", () => {
    const app = rehearse();
    const own = app.run({ kind: "beliefs/add", text: "I owe them" });
    expect(beliefs(app.state(), [own, "bel-01"]).map(({ id }) => id)).toEqual([own, "bel-01"]);
  });

  test("keeps its strength over time", () => {
    const app = rehearse();
    app.run(rate("bel-01", 90));
    app.on("2026-06-01");
    app.run(rate("bel-01", 60));
    expect(beliefs(app.state(), ["bel-01"])).toMatchObject([
      {
        strength: 60,
        ratings: [
          { day: "2026-05-01", strength: 90 },
          { day: "2026-06-01", strength: 60 },
        ],
      },
    ]);
  });

  test("that is neither of the catalogue nor one's own is not shown", () => {
    const app = rehearse();
    app.run(rate("bel-99", 50));
    expect(beliefs(app.state(), [])).toEqual([]);
  });

  test("names the experiments whose prediction spoke of it", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    app.run({
      kind: "steps/predict",
      experiment: id,
      help: null,
      bad: null,
      feared: "",
      sign: "",
      beliefs: ["bel-01"],
    });
    expect(beliefs(app.state(), catalogue).map((belief) => belief.experiments)).toEqual([[], [id]]);
  });
});

describe("a test of a belief", () => {
  test("may be worded anew until something is weighed by it, and not after", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    app.run(agree("bel-01", "first"));
    app.run(agree("bel-01", "second"));
    app.run(weigh("bel-01", id));
    expect(app.refused(agree("bel-01", "third"))).toEqual({ type: "TestFixed", belief: "bel-01" });
    expect(beliefs(app.state(), ["bel-01"])[0]?.test).toEqual({
      countsFor: "second",
      countsAgainst: "She asks again.",
      day: "2026-05-01",
    });
    app.run(agree("bel-02", "another belief"));
  });

  test("that another device agreed on after the weighing does not move it", () => {
    const read = (id: string, ms: number, k: string, b: object, device: string): Recorded => {
      const parsed = parseEvent({ id, k, t: [ms, 0], d: "2026-05-01", b }, deviceNamed(device));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      return parsed.value;
    };
    const test_ = (id: string, ms: number, countsFor: string, device: string) =>
      read(id, ms, "beliefs/test-agreed@1", { belief: "bel-01", countsFor, countsAgainst: "" }, device);
    const moment = read(
      "moment",
      5,
      "beliefs/weighed@1",
      { belief: "bel-01", experiment: "exp-1", verdict: "for", because: "" },
      "a",
    );
    const before = replay([test_("one", 1, "before", "a"), moment]);
    const merged = evolve(before, test_("two", 9, "after", "b"));
    expect(beliefs(merged, ["bel-01"])[0]?.test?.countsFor).toBe("before");
    const only = replay([moment, test_("two", 9, "after", "b")]);
    expect(beliefs(only, ["bel-01"])[0]?.test?.countsFor).toBe("after");
  });
});

describe("a moment", () => {
  test("is weighed once for each experiment, and may be weighed again", () => {
    const app = rehearse();
    const one = app.run(say.plan(null));
    const two = app.run(say.plan(null));
    app.run(agree("bel-01", "A short answer."));
    app.run(weigh("bel-01", one, "for"));
    app.run(weigh("bel-01", two, "against"));
    app.run(weigh("bel-01", one, "does-not-count"));
    expect(
      beliefs(app.state(), ["bel-01"])[0]?.moments.map(({ experiment, verdict }) => [experiment, verdict]),
    ).toEqual([
      [two, "against"],
      [one, "does-not-count"],
    ]);
  });

  test("is weighed only after it was said what would count", () => {
    const app = rehearse();
    const one = app.run(say.plan(null));
    expect(app.refused(weigh("bel-01", one))).toEqual({ type: "TestFirst", belief: "bel-01" });
    app.run(agree("bel-01", "A short answer."));
    app.run(weigh("bel-01", one));
    expect(beliefs(app.state(), ["bel-01"])[0]?.moments).toHaveLength(1);
  });

  test("belongs to an experiment that is there", () => {
    const app = rehearse();
    app.run(agree("bel-01", "A short answer."));
    expect(app.refused(weigh("bel-01", "nothing"))).toEqual({
      type: "NotFound",
      what: "experiment",
      id: "nothing",
    });
  });
});

test.each([
  ["text", { kind: "beliefs/add", text: "" }],
  ["strength", rate("bel-01", 101)],
  ["belief", rate("no id", 50)],
  ["countsFor", agree("bel-01", "x".repeat(4001))],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
