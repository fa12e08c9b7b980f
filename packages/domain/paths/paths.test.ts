/** Tests the paths of hard moments, walked to their end. */
import { expect, test } from "vitest";
import { emptyState, pathNames, pathsWalked, replay, type Command } from "../index.ts";
import { rehearse, say } from "../rehearsal.ts";

const walk = (fields: object = {}): Command & { kind: "paths/walk" } => ({
  kind: "paths/walk",
  path: "after-no",
  experiment: null,
  chose: "ask-somebody-else",
  words: "",
  ...fields,
});

test("none was walked before the first", () => {
  expect(pathsWalked(emptyState)).toEqual([]);
});

test.each(pathNames)("each of the five is recorded with what was chosen next: %s", (path) => {
  const app = rehearse();
  app.run(walk({ path }));
  expect(pathsWalked(app.state())).toMatchObject([{ path, chose: "ask-somebody-else", day: "2026-05-01" }]);
});

test("a path may be about one try, and walked again for it", () => {
  const app = rehearse();
  const experiment = app.run(say.plan(null));
  app.run(walk({ experiment, path: "after-silence", words: "I had planned to call." }));
  app.on("2026-05-02");
  app.run(walk({ experiment, path: "after-let-down" }));
  expect(pathsWalked(app.state()).map(({ path, experiment: about, day }) => [path, about, day])).toEqual([
    ["after-let-down", experiment, "2026-05-02"],
    ["after-silence", experiment, "2026-05-01"],
  ]);
  expect(pathsWalked(replay(app.events().toReversed()))).toEqual(pathsWalked(app.state()));
});

test.each([
  ["path", walk({ path: "after-yes" })],
  ["experiment", walk({ experiment: "" })],
  ["chose", walk({ chose: "two words" })],
  ["words", walk({ words: "x".repeat(4001) })],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
