/** Tests the person's choices. */
import { expect, test } from "vitest";
import { emptyState, settings } from "../index.ts";
import { rehearse } from "../rehearsal.ts";

const none = { kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: null } as const;

test("nothing is shared, touched or assumed before it is chosen", () => {
  expect(settings(emptyState)).toEqual({
    country: null,
    signAs: null,
    keepCopy: false,
    touch: false,
    introSeen: false,
    backupOn: null,
    breath: { inTenths: 45, outTenths: 55, sound: false, vibration: false },
    pace: "as-now",
    reminders: { on: false, weekday: 7, minute: 540 },
  });
});

test("a choice changes itself alone", () => {
  const app = rehearse();
  app.run({ ...none, country: "DE", touch: true });
  app.run({ ...none, signAs: "Your neighbour" });
  app.run({ ...none, touch: false });
  expect(settings(app.state())).toMatchObject({
    country: "DE",
    signAs: "Your neighbour",
    touch: false,
    keepCopy: false,
  });
});

test("the newest of a choice stands, and can be taken back", () => {
  const app = rehearse();
  app.run({ ...none, keepCopy: true });
  app.run({ ...none, keepCopy: false });
  expect(settings(app.state()).keepCopy).toBe(false);
});

test("the notes are read once for all, and the newest backup has its day", () => {
  const app = rehearse();
  app.run({ kind: "settings/see-intro", version: 1 });
  app.run({ kind: "settings/note-backup" });
  app.on("2026-06-01");
  app.run({ kind: "settings/note-backup" });
  expect(settings(app.state())).toMatchObject({ introSeen: true, backupOn: "2026-06-01" });
});

test.each([
  ["country", { ...none, country: "de" }],
  ["country", { ...none, country: "GERMANY" }],
  ["signAs", { ...none, signAs: "" }],
  ["signAs", { ...none, signAs: "two\nlines" }],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
