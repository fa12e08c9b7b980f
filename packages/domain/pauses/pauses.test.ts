/** Tests pauses: what the body said, and what was chosen at the end. */
import { expect, test } from "vitest";
import { alarmTimes, emptyState, pauseChoices, pauses, replay, type Command } from "../index.ts";
import { rehearse } from "../rehearsal.ts";

const take = (fields: object = {}): Command & { kind: "pauses/take" } => ({
  kind: "pauses/take",
  cue: "cue-jaw",
  when: "then",
  choice: "wait",
  ...fields,
});

test("there is none before the first: opening a pause records nothing", () => {
  expect(pauses(emptyState)).toEqual([]);
});

test.each(pauseChoices)("every end is recorded alike: %s", (choice) => {
  const app = rehearse();
  app.run(take({ choice }));
  expect(pauses(app.state())).toMatchObject([{ cue: "cue-jaw", when: "then", choice, day: "2026-05-01" }]);
});

test.each(alarmTimes)("the alarm may belong to any time: %s", (when) => {
  const app = rehearse();
  app.run(take({ when }));
  expect(pauses(app.state())).toMatchObject([{ when }]);
});

test("what was passed over stays unanswered", () => {
  const app = rehearse();
  app.run(take({ cue: null, when: null }));
  expect(pauses(app.state())).toMatchObject([{ cue: null, when: null, choice: "wait" }]);
});

test("several a day are kept, newest first, in whatever order they arrive", () => {
  const app = rehearse();
  for (const choice of ["wait", "ask", "alone"] as const) app.run(take({ choice }));
  const shown = pauses(app.state());
  expect(shown.map(({ choice }) => choice)).toEqual(["alone", "ask", "wait"]);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(3);
  expect(pauses(replay([...app.events().toReversed(), ...app.events()]))).toEqual(shown);
});

test.each([
  ["cue", take({ cue: "no id" })],
  ["when", take({ when: "soon" })],
  ["choice", take({ choice: "flee" })],
  ["choice", take({ choice: null })],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
