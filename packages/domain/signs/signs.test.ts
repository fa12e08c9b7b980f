/** Tests the signs: the newest reply to each stands, and nothing is made of them. */
import { describe, expect, test } from "vitest";
import { emptyState, replay, signGroups, signs, type Command, type SignGroup, type SignReply } from "../index.ts";
import { rehearse } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const answer = (
  group: SignGroup,
  ...answers: readonly (readonly [string, SignReply])[]
): Command & { kind: "signs/answer" } => ({
  kind: "signs/answer",
  group,
  answers: answers.map(([sign, reply]) => ({ sign, reply })),
});

/** Fields that the types would not let through. */
const wrong = (fields: object): object => fields;

describe("a sign", () => {
  test("is not there before it was answered", () => {
    expect(signs(emptyState)).toEqual([]);
  });

  test("shows its reply, its group and its day", () => {
    const app = rehearse();
    app.run(answer("body", ["sgn-31", "sometimes"]));
    expect(signs(app.state())).toEqual([
      { sign: "sgn-31", group: "body", reply: "sometimes", day: "2026-05-01", before: null },
    ]);
  });

  test("shows the newest reply, in the place where it was first answered", () => {
    const app = rehearse();
    app.run(answer("inside", ["sgn-01", "often"], ["sgn-02", "no"]));
    app.on("2026-06-01");
    app.run(answer("inside", ["sgn-03", "often"], ["sgn-01", "no"]));
    expect(signs(app.state()).map(({ sign, reply, day }) => [sign, reply, day])).toEqual([
      ["sgn-01", "no", "2026-06-01"],
      ["sgn-02", "no", "2026-05-01"],
      ["sgn-03", "often", "2026-06-01"],
    ]);
  });

  test("left empty keeps what was said before", () => {
    const app = rehearse();
    app.run(answer("doing", ["sgn-11", "often"]));
    app.run(answer("doing", ["sgn-12", "no"]));
    expect(signs(app.state()).map(({ sign, reply }) => [sign, reply])).toEqual([
      ["sgn-11", "often"],
      ["sgn-12", "no"],
    ]);
  });

  test("named twice in one round counts as it was named last", () => {
    const app = rehearse();
    app.run(answer("people", ["sgn-21", "often"], ["sgn-21", "no"]));
    expect(signs(app.state())).toMatchObject([{ sign: "sgn-21", reply: "no" }]);
  });

  test("answered on two devices at once shows the later reply on both", () => {
    const { phone, laptop, merged } = fork(() => undefined);
    phone.run(answer("inside", ["sgn-01", "often"]));
    laptop.run(answer("inside", ["sgn-01", "sometimes"]));
    laptop.run(answer("inside", ["sgn-01", "no"]));
    expect(signs(merged())).toMatchObject([{ sign: "sgn-01", reply: "no" }]);
  });

  test("is the same when the rounds arrive backwards and twice", () => {
    const app = rehearse();
    app.run(answer("inside", ["sgn-01", "often"]));
    app.run(answer("inside", ["sgn-01", "no"]));
    const events = app.events();
    expect(signs(replay([...events.toReversed(), ...events]))).toEqual(signs(app.state()));
  });
});

test("there is no number in what is shown: nothing to add up, nothing to call anybody by", () => {
  const app = rehearse();
  for (const group of signGroups) app.run(answer(group, [`sgn-${group}`, "often"]));
  for (const shown of signs(app.state())) {
    expect(Object.keys(shown).toSorted()).toEqual(["before", "day", "group", "reply", "sign"]);
  }
});

test.each([
  ["group", { ...answer("inside", ["sgn-01", "no"]), ...wrong({ group: "mind" }) }],
  ["answers", answer("inside")],
  ["answers", answer("inside", ...Array.from({ length: 41 }, () => ["sgn-01", "no"] as const))],
  ["answers", answer("inside", ["no id", "no"])],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
