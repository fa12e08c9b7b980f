/** Tests the person's choices. */
import { expect, test } from "vitest";
import { emptyState, paces, settings } from "../index.ts";
import { rehearse } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

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

const breath = { kind: "settings/set-breath", inTenths: 40, outTenths: 60, sound: false, vibration: true } as const;
const remind = { kind: "settings/set-reminders", on: true, weekday: 3, minute: 1110 } as const;

test("the breath goes as it was set last, and begins at six a minute without a sound", () => {
  const { inTenths, outTenths, sound, vibration } = settings(emptyState).breath;
  expect(600 / (inTenths + outTenths)).toBe(6);
  expect([sound, vibration]).toEqual([false, false]);
  const app = rehearse();
  app.run(breath);
  app.run({ ...breath, outTenths: 80, sound: true });
  expect(settings(app.state()).breath).toEqual({ inTenths: 40, outTenths: 80, sound: true, vibration: true });
});

test.each(paces)("the app says as much by itself as was chosen: %s", (pace) => {
  const app = rehearse();
  app.run({ kind: "settings/choose-pace", pace });
  expect(settings(app.state()).pace).toBe(pace);
});

test("a pace can be taken back", () => {
  const app = rehearse();
  app.run({ kind: "settings/choose-pace", pace: "resting" });
  app.run({ kind: "settings/choose-pace", pace: "as-now" });
  expect(settings(app.state()).pace).toBe("as-now");
});

test("reminders are off until they are switched on, and off again at once", () => {
  const app = rehearse();
  expect(settings(app.state()).reminders.on).toBe(false);
  app.run(remind);
  expect(settings(app.state()).reminders).toEqual({ on: true, weekday: 3, minute: 1110 });
  app.run({ ...remind, on: false, weekday: null });
  expect(settings(app.state()).reminders).toEqual({ on: false, weekday: null, minute: 1110 });
});

test("different choices of two devices are both kept, the same choice goes by the later one", () => {
  const { phone, laptop, merged } = fork(() => undefined);
  phone.run(remind);
  laptop.run({ kind: "settings/choose-pace", pace: "quieter" });
  laptop.run({ ...remind, on: false });
  phone.run(breath);
  const shown = settings(merged());
  expect(shown).toMatchObject({ pace: "quieter", reminders: { on: false }, breath: { vibration: true } });
});

test.each([
  ["inTenths", { ...breath, inTenths: 19 }],
  ["inTenths", { ...breath, inTenths: 45.5 }],
  ["outTenths", { ...breath, outTenths: 81 }],
  ["weekday", { ...remind, weekday: 0 }],
  ["weekday", { ...remind, weekday: 8 }],
  ["minute", { ...remind, minute: 1440 }],
  ["minute", { ...remind, minute: -1 }],
  ["country", { ...none, country: "de" }],
  ["country", { ...none, country: "GERMANY" }],
  ["signAs", { ...none, signAs: "" }],
  ["signAs", { ...none, signAs: "two\nlines" }],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
