/** Tests the question whether it is a fact or an old alarm, and the other way to see it that grows beside a belief. */
import { describe, expect, test } from "vitest";
import { alarmAnswers, beliefs, type Command, type State } from "../index.ts";
import { rehearse } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const question = (answer: (typeof alarmAnswers)[number], because = ""): Command & { kind: "beliefs/question" } => ({
  kind: "beliefs/question",
  belief: "bel-01",
  answer,
  because,
});
const set = (text: string): Command => ({ kind: "beliefs/set-alternative", belief: "bel-01", text });
const rate = (strength: number): Command => ({ kind: "beliefs/rate-alternative", belief: "bel-01", strength });
const shown = (state: State) => beliefs(state, ["bel-01"])[0];

describe("fact or old alarm", () => {
  test.each(alarmAnswers)("may be answered in any way: %s", (answer) => {
    const app = rehearse();
    app.run(question(answer, "It feels like home."));
    expect(shown(app.state())?.questions).toEqual([{ day: "2026-05-01", answer, because: "It feels like home." }]);
  });

  test("keeps every answer, oldest first, since a change is what one would like to see", () => {
    const app = rehearse();
    app.run(question("fact"));
    app.on("2026-06-01");
    app.run(question("alarm", "Nobody laughed."));
    expect(shown(app.state())?.questions.map(({ day, answer }) => [day, answer])).toEqual([
      ["2026-05-01", "fact"],
      ["2026-06-01", "alarm"],
    ]);
  });

  test("says nothing of how strongly it is believed", () => {
    const app = rehearse();
    app.run(question("alarm"));
    expect(shown(app.state())).toMatchObject({ strength: null, ratings: [], moments: [], alternative: null });
  });
});

describe("the other way to see it", () => {
  test("is in the newest words", () => {
    const app = rehearse();
    app.run(set("Some people like to be asked"));
    app.run(set(" Most people like to be asked "));
    expect(shown(app.state())?.alternative).toBe("Most people like to be asked");
  });

  test("grows: every rating is kept, oldest first, through a change of words", () => {
    const app = rehearse();
    app.run(set("One"));
    app.run(rate(10));
    app.on("2026-06-01");
    app.run(set("Two"));
    app.run(rate(35));
    expect(shown(app.state())?.alternativeRatings).toEqual([
      { day: "2026-05-01", strength: 10 },
      { day: "2026-06-01", strength: 35 },
    ]);
  });

  test("and the belief itself are rated apart", () => {
    const app = rehearse();
    app.run({ kind: "beliefs/rate", belief: "bel-01", strength: 90 });
    app.run(rate(20));
    expect(shown(app.state())).toMatchObject({ strength: 90, ratings: [{ strength: 90 }] });
    expect(shown(app.state())?.alternativeRatings.map(({ strength }) => strength)).toEqual([20]);
  });

  test("stands beside a belief of one's own, too", () => {
    const app = rehearse();
    const own = app.run({ kind: "beliefs/add", text: "I owe them" });
    app.run({ kind: "beliefs/set-alternative", belief: own, text: "We are even enough" });
    expect(beliefs(app.state(), [])).toMatchObject([
      { id: own, text: "I owe them", alternative: "We are even enough" },
    ]);
  });

  test("of two devices is the later one on both, with both ratings", () => {
    const { phone, laptop, merged } = fork(() => undefined);
    phone.run(set("Phone"));
    phone.run(rate(1));
    laptop.run(rate(2));
    laptop.run(set("Laptop"));
    laptop.run(set("Laptop again"));
    expect(shown(merged())?.alternative).toBe("Laptop again");
    expect(shown(merged())?.alternativeRatings).toHaveLength(2);
  });
});

test.each([
  ["belief", { ...question("fact"), belief: "no id" }],
  ["because", question("fact", "x".repeat(4001))],
  ["text", set("")],
  ["text", set("two\nlines")],
  ["strength", rate(101)],
  ["strength", rate(-1)],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
