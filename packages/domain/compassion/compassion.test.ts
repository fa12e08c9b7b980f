/** Tests practices of kindness towards oneself, at the moment they were offered. */
import { expect, test } from "vitest";
import { criticMoments, emptyState, practices, replay, type Command } from "../index.ts";
import { rehearse, say } from "../rehearsal.ts";

const practise = (fields: object = {}): Command & { kind: "compassion/practise" } => ({
  kind: "compassion/practise",
  practice: "kind-01",
  moment: "after-no",
  experiment: null,
  words: "It was hard, and I asked.",
  ...fields,
});

test("there is none before the first", () => {
  expect(practices(emptyState)).toEqual([]);
});

test("a practice is shown with its moment, its words and its day", () => {
  const app = rehearse();
  app.run(practise());
  expect(practices(app.state())).toMatchObject([
    {
      practice: "kind-01",
      moment: "after-no",
      experiment: null,
      words: "It was hard, and I asked.",
      day: "2026-05-01",
    },
  ]);
});

test.each(criticMoments)("it may come at any moment that has one: %s", (moment) => {
  const app = rehearse();
  app.run(practise({ moment }));
  expect(practices(app.state())).toMatchObject([{ moment }]);
});

test("it may belong to a try, and its words may stay empty", () => {
  const app = rehearse();
  const experiment = app.run(say.plan(null));
  app.run(practise({ experiment, words: "" }));
  expect(practices(app.state())).toMatchObject([{ experiment, words: "" }]);
});

test("the same practice again is another entry; the newest comes first", () => {
  const app = rehearse();
  app.run(practise({ words: "one" }));
  app.run(practise({ words: "two" }));
  expect(practices(app.state()).map(({ words }) => words)).toEqual(["two", "one"]);
  expect(practices(replay([...app.events(), ...app.events()]))).toEqual(practices(app.state()));
});

test.each([
  ["practice", practise({ practice: "" })],
  ["moment", practise({ moment: "always" })],
  ["experiment", practise({ experiment: "no id" })],
  ["words", practise({ words: "x".repeat(4001) })],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
