/** Tests what is shown of signs: the newest reply, and the one before it where it was another. */
import { expect, test } from "vitest";
import { signs, type SignReply } from "../index.ts";
import { rehearse } from "../rehearsal.ts";

/** Says one sign on each of the days, and gives how it is shown then. */
const said = (...replies: readonly (readonly [day: string, reply: SignReply])[]) => {
  const app = rehearse();
  for (const [day, reply] of replies) {
    app.on(day);
    app.run({ kind: "signs/answer", group: "body", answers: [{ sign: "sign-sp-05", reply }] });
  }
  return signs(app.state())[0];
};

test("the newest reply stands, with its day and its group", () => {
  expect(said(["2026-03-01", "often"], ["2026-05-01", "sometimes"])).toMatchObject({
    sign: "sign-sp-05",
    group: "body",
    reply: "sometimes",
    day: "2026-05-01",
  });
});

test.each([
  ["nothing after one reply", [["2026-03-01", "often"]], null],
  [
    "the reply that was another",
    [
      ["2026-03-01", "often"],
      ["2026-05-01", "no"],
    ],
    { reply: "often", day: "2026-03-01" },
  ],
  [
    "the day it was last said, not first",
    [
      ["2026-03-01", "often"],
      ["2026-04-01", "often"],
      ["2026-05-01", "no"],
    ],
    { reply: "often", day: "2026-04-01" },
  ],
  [
    "still that after the same was said again",
    [
      ["2026-03-01", "often"],
      ["2026-04-01", "no"],
      ["2026-05-01", "no"],
    ],
    { reply: "often", day: "2026-03-01" },
  ],
  [
    "nothing where it was only corrected the same day",
    [
      ["2026-03-01", "often"],
      ["2026-03-01", "no"],
    ],
    null,
  ],
  [
    "nothing where a change was taken back the same day",
    [
      ["2026-03-01", "often"],
      ["2026-05-01", "no"],
      ["2026-05-01", "often"],
    ],
    null,
  ],
] as const)("before it: %s", (_name, replies, before) => {
  expect(said(...replies)?.before).toEqual(before);
});
