/** Tests check-ins from the tap to the list. */
import { expect, test } from "vitest";
import { checkins, decide, emptyState, latestCheckin } from "../index.ts";
import { rehearse, stampOf } from "../rehearsal.ts";

const note = { kind: "checkin/note", energy: 35, cues: ["cue-jaw"], carrying: "The move" } as const;

test("a check-in is recorded as it was given, unanswered fields as unanswered", () => {
  const app = rehearse();
  app.run({ kind: "checkin/note", energy: null, cues: [], carrying: null });
  expect(latestCheckin(app.state())).toMatchObject({
    energy: null,
    cues: [],
    carrying: null,
    day: "2026-05-01",
    at: 1000,
  });
});

test("several a day are kept, newest first", () => {
  const app = rehearse();
  app.run({ ...note, energy: 10 });
  app.run({ ...note, energy: 20 });
  app.on("2026-05-02");
  app.run({ ...note, energy: 30 });
  expect(checkins(app.state()).map(({ energy, day }) => [energy, day])).toEqual([
    [30, "2026-05-02"],
    [20, "2026-05-01"],
    [10, "2026-05-01"],
  ]);
});

test("there is none before the first", () => {
  expect(latestCheckin(emptyState)).toBeNull();
});

test.each([
  ["energy", { ...note, energy: 101 }],
  ["energy", { ...note, energy: 0.5 }],
  ["cues", { ...note, cues: Array.from({ length: 21 }, () => "cue-jaw") }],
  ["carrying", { ...note, carrying: "x".repeat(4001) }],
])("a bad field is refused by name: %s", (field, command) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});

test("what is not a field of the fact is left out of it", () => {
  const wide = { ...note, extra: "not asked for" };
  const decided = decide(emptyState, wide, stampOf("id-1"));
  expect(decided).toEqual({
    ok: true,
    value: [{ kind: "checkin/noted@1", body: { energy: 35, cues: ["cue-jaw"], carrying: "The move" } }],
  });
});
