/** Tests the cards that were opened or waved away at their moment. */
import { expect, test } from "vitest";
import { cardFates, cardsSeen, emptyState, replay, type Command } from "../index.ts";
import { rehearse } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const see = (lesson: string, fate: (typeof cardFates)[number] = "opened"): Command & { kind: "learn/see" } => ({
  kind: "learn/see",
  lesson,
  fate,
});

/** Fields that the types would not let through. */
const wrong = (fields: object): object => fields;

test("no card was seen before the first", () => {
  expect(cardsSeen(emptyState)).toEqual([]);
});

test.each(cardFates)("a card keeps what was done with it: %s", (fate) => {
  const app = rehearse();
  app.run(see("les-01", fate));
  expect(cardsSeen(app.state())).toMatchObject([{ lesson: "les-01", fate, day: "2026-05-01" }]);
});

test("a card may be seen twice, and both are kept, newest first", () => {
  const app = rehearse();
  app.run(see("les-01", "not-now"));
  app.run(see("les-02"));
  app.run(see("les-01"));
  expect(cardsSeen(app.state()).map(({ lesson, fate }) => [lesson, fate])).toEqual([
    ["les-01", "opened"],
    ["les-02", "opened"],
    ["les-01", "not-now"],
  ]);
  expect(cardsSeen(replay([...app.events(), ...app.events()]))).toHaveLength(3);
});

test("a card seen on either device is seen on both", () => {
  const { phone, laptop, merged } = fork(() => undefined);
  phone.run(see("les-01"));
  laptop.run(see("les-02", "not-now"));
  expect(new Set(cardsSeen(merged()).map(({ lesson }) => lesson))).toEqual(new Set(["les-01", "les-02"]));
});

test.each([
  ["lesson", see("no id")],
  ["fate", { ...see("les-01"), ...wrong({ fate: "burnt" }) }],
] as const)("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
