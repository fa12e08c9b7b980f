/** Tests that nothing absurd in a message ever breaks the judging protocol, or bends what it says by much. */
import { describe, expect, test } from "vitest";
import { aCheckin, after, anAsk, anEvent, answer, aUser, twentyDays } from "./pretend.ts";
import { answerTo, heard, type Answer } from "./protocol.ts";

/** Things that may come where something else belongs. */
const absurd: readonly unknown[] = [
  null,
  undefined,
  Number.NaN,
  -1,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  0.5,
  "",
  "60",
  "x".repeat(5000),
  true,
  [],
  [[]],
  {},
  { length: 3 },
  { toString: 3 },
];

describe("what makes no sense", () => {
  const fine = after(aUser(), aCheckin({ day: 1 }), ...twentyDays);
  const before = answer(fine, { day: 22 });

  const near = (given: Answer): void => {
    expect(Math.abs((given.est?.reach[0] ?? 0) - (before.est?.reach[0] ?? 0))).toBeLessThan(5);
    for (const id of Object.keys(before.est?.yes ?? {}))
      expect(Math.abs((given.est?.yes[id]?.[0] ?? 0) - (before.est?.yes[id]?.[0] ?? 0))).toBeLessThan(0.12);
  };

  test.each(Object.keys(anEvent()).filter((key) => key !== "type" && key !== "user"))(
    "in the field %s of an event moves nothing far",
    (field) => {
      for (const value of absurd)
        near(answer(heard(fine, anEvent({ id: "odd", day: 21, [field]: value })), { day: 22 }));
    },
  );

  test.each(["day", "energy", "questionnaire"])("in the field %s of a check-in moves nothing far", (field) => {
    for (const value of absurd) near(answer(heard(fine, aCheckin({ day: 21, [field]: value })), { day: 22 }));
  });

  test.each(["id", "day", "people", "contexts", "probes", "report"])(
    "in the field %s of an ask is lived with",
    (field) => {
      for (const value of absurd) expect(answerTo(fine, anAsk({ [field]: value }))).not.toBeNull();
    },
  );

  test.each(["day", "steps", "people", "contexts", "domains", "roleContexts", "intake"])(
    "in the field %s of a user is lived with",
    (field) => {
      for (const value of [...absurd, [null, 1, "s1", { id: 3 }, { id: "s1", difficulty: "hard" }]])
        expect(answerTo(after(aUser({ [field]: value }), ...twentyDays), anAsk({ report: true }))).not.toBeNull();
    },
  );

  test("as a whole message is as if it had not come", () => {
    for (const message of absurd) expect(heard(fine, message)).toBe(fine);
    for (const type of absurd) expect(heard(fine, { type, user: "u" })).toBe(fine);
    for (const kind of ["event", "checkin", "flag", "harm", "end", "news"])
      expect(heard(fine, { type: kind, user: "u" })).toBe(fine);
  });

  test("about steps and people that nobody knows moves nothing", () => {
    const strange = after(
      aUser(),
      aCheckin({ day: 1 }),
      ...twentyDays,
      anEvent({ id: "a", day: 21, step: "unheard of", peak: 100, status: "started" }),
      { type: "flag", user: "u", day: 21, person: "nobody", safety: "unsafe" },
      { type: "harm", user: "u", day: 21, person: "nobody" },
    );
    expect(answer(strange, { day: 22 })).toEqual(before);
    near(answer(heard(fine, anEvent({ id: "b", day: 21, person: "nobody" })), { day: 22 }));
    near(answer(heard(fine, anEvent({ id: "c", day: 21, context: "the moon" })), { day: 22 }));
  });

  test("such as a day in the far future does not move the present far", () => {
    near(answer(heard(fine, anEvent({ id: "late", day: 90_000 })), { day: 22 }));
    expect(answer(fine, { day: 99_999 }).est?.reach.every(Number.isFinite)).toBe(true);
  });
});
