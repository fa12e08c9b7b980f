/** Tests the shifts: asked again every month, drawn over time. */
import { describe, expect, test } from "vitest";
import { emptyState, lastShiftRound, shifts, type Command } from "../index.ts";
import { rehearse } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const catalogue = ["shf-02", "shf-01"];
const answer = (...answers: readonly (readonly [string, number])[]): Command => ({
  kind: "shifts/answer",
  answers: answers.map(([shift, level]) => ({ shift, level })),
});

describe("a shift", () => {
  test("of the catalogue is shown in its order, without points before the first round", () => {
    expect(shifts(emptyState, catalogue)).toEqual([
      { shift: "shf-02", points: [] },
      { shift: "shf-01", points: [] },
    ]);
    expect(lastShiftRound(emptyState)).toBeNull();
  });

  test("has a point for each round that answered it, oldest first", () => {
    const app = rehearse();
    app.run(answer(["shf-01", 1], ["shf-02", 0]));
    app.on("2026-06-01");
    app.run(answer(["shf-01", 3]));
    expect(shifts(app.state(), catalogue)).toEqual([
      { shift: "shf-02", points: [{ day: "2026-05-01", level: 0 }] },
      {
        shift: "shf-01",
        points: [
          { day: "2026-05-01", level: 1 },
          { day: "2026-06-01", level: 3 },
        ],
      },
    ]);
    expect(lastShiftRound(app.state())).toBe("2026-06-01");
  });

  test("answered twice on one day has one point, the newest; others keep theirs", () => {
    const app = rehearse();
    app.run(answer(["shf-01", 1], ["shf-02", 2]));
    app.run(answer(["shf-01", 4]));
    expect(shifts(app.state(), catalogue).map(({ points }) => points.map(({ level }) => level))).toEqual([[2], [4]]);
    app.run(answer(["shf-01", 0]));
    expect(shifts(app.state(), catalogue).map(({ points }) => points.map(({ level }) => level))).toEqual([[2], [0]]);
  });

  test("goes down as it goes up: a lower answer is a point like any other", () => {
    const app = rehearse();
    app.run(answer(["shf-01", 4]));
    app.on("2026-06-01");
    app.run(answer(["shf-01", 0]));
    expect(shifts(app.state(), ["shf-01"])[0]?.points.map(({ level }) => level)).toEqual([4, 0]);
  });

  test("outside the catalogue is kept, and shown once the catalogue knows it", () => {
    const app = rehearse();
    app.run(answer(["shf-99", 2]));
    expect(shifts(app.state(), catalogue).flatMap(({ points }) => points)).toEqual([]);
    expect(shifts(app.state(), ["shf-99"])[0]?.points).toEqual([{ day: "2026-05-01", level: 2 }]);
  });

  test("has its points by day, also where a traveller's day stood behind the clock", () => {
    const app = rehearse();
    app.on("2026-05-02");
    app.run(answer(["shf-01", 1]));
    app.on("2026-05-01");
    app.run(answer(["shf-01", 2]));
    expect(shifts(app.state(), ["shf-01"])[0]?.points.map(({ day }) => day)).toEqual(["2026-05-01", "2026-05-02"]);
  });

  test("answered on two devices on one day shows the later answer", () => {
    const { phone, laptop, merged } = fork(() => undefined);
    phone.run(answer(["shf-01", 1], ["shf-02", 1]));
    laptop.run(answer(["shf-01", 2]));
    laptop.run(answer(["shf-01", 3]));
    expect(shifts(merged(), catalogue).map(({ points }) => points.map(({ level }) => level))).toEqual([[1], [3]]);
  });
});

test.each([
  ["nothing answered", answer()],
  ["too high", answer(["shf-01", 5])],
  ["too low", answer(["shf-01", -1])],
  ["between two", answer(["shf-01", 1.5])],
  ["no id", answer(["no id", 1])],
  ["more than there are", answer(...Array.from({ length: 41 }, () => ["shf-01", 1] as const))],
])("a bad field is refused by name: %s", (_, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field: "answers" });
});
