/** Tests measures: what is asked is chosen, what is answered is kept raw, and a skipped week is no row. */
import { addDays } from "@belay/basics";
import { describe, expect, test } from "vitest";
import {
  emptyState,
  importMost,
  measuresChosen,
  mondayOf,
  sittings,
  sourceRounds,
  weekOf,
  weeksCounted,
  type Command,
} from "../index.ts";
import { rehearse, theDay } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

type Count = Extract<Command, { readonly kind: "measures/count" }>;
const count = (some: Partial<Count>): Command => ({
  kind: "measures/count",
  asked: null,
  accepted: null,
  told: null,
  offered: null,
  alone: null,
  missed: null,
  reason: "",
  lonely: null,
  ...some,
});
const answer = (instrument: string, answers: readonly (number | null)[], about: string | null = null): Command => ({
  kind: "measures/answer",
  instrument,
  about,
  set: "alone",
  answers,
});
const brought = (on: string, total: number) => ({ instrument: "rses", on, answers: null, scores: { total } });
const bring = (...list: readonly ReturnType<typeof brought>[]): Command => ({
  kind: "measures/import",
  name: "old.csv",
  sittings: list,
});

describe("a week", () => {
  test.each([
    ["1970-01-01", 0],
    ["1970-01-04", 0],
    ["1970-01-05", 1],
    ["2026-11-22", 2968],
    ["2026-11-23", 2969],
    ["2026-11-29", 2969],
  ])("begins on a Monday: %s is in week %i", (day, week) => {
    expect(weekOf(theDay(day))).toBe(week);
  });

  test.each(["2026-11-16", "2026-11-17", "2026-11-22"])("has its Monday: that of %s is the 16th", (day) => {
    expect(mondayOf(theDay(day))).toBe("2026-11-16");
    expect(mondayOf(addDays(theDay(day), 7))).toBe("2026-11-23");
  });

  test("is one row, the newest word as a whole; a skipped one is none, and no zero stands in", () => {
    const app = rehearse();
    app.on("2026-05-05");
    app.run(count({ asked: 1, told: 4 }));
    app.on("2026-05-10");
    app.run(count({ asked: 2 }));
    app.on("2026-05-19");
    app.run(count({ asked: 0 }));
    expect(weeksCounted(app.state()).map(({ week, asked, told }) => [week, asked, told])).toEqual([
      [weekOf(theDay("2026-05-05")), 2, null],
      [weekOf(theDay("2026-05-05")) + 2, 0, null],
    ]);
  });

  test("counted on two devices shows the later word", () => {
    const { phone, laptop, merged } = fork(() => undefined);
    phone.run(count({ asked: 1 }));
    laptop.run(count({ asked: 5 }));
    laptop.run(count({ asked: 6 }));
    expect(weeksCounted(merged()).map(({ asked }) => asked)).toEqual([6]);
  });
});

describe("a sitting", () => {
  test("is kept raw, gaps and all, and stands by its day, also where it was brought along later", () => {
    const app = rehearse();
    const id = app.run(answer("phq4", [0, null, 3, 1]));
    app.on("2026-06-01");
    app.run(bring(brought("2020-01-01", 12), brought("2026-05-20", 20)));
    const shown = sittings(app.state());
    expect(shown.map(({ day, set, scores, answers }) => [day, set, scores, answers])).toEqual([
      ["2020-01-01", "imported", { total: 12 }, null],
      ["2026-05-01", "alone", null, [0, null, 3, 1]],
      ["2026-05-20", "imported", { total: 20 }, null],
    ]);
    expect(shown[1]?.id).toBe(shown[1]?.entry);
    expect(new Set(shown.map(({ id: one }) => one)).size).toBe(3);
    expect(shown[0]?.entry).toBe(shown[2]?.entry);
    expect(id).not.toBe("");
  });

  test("answered here comes after one brought along for the same day, in whichever order they were recorded", () => {
    const app = rehearse();
    app.run(answer("phq4", [1, 1, 1, 1]));
    app.run(bring(brought("2026-05-01", 12)));
    app.run(answer("phq4", [2, 2, 2, 2]));
    expect(sittings(app.state()).map(({ set, answers }) => [set, answers?.[0] ?? null])).toEqual([
      ["imported", null],
      ["alone", 1],
      ["alone", 2],
    ]);
  });

  test("about somebody asks for a person of the circle", () => {
    const app = rehearse();
    expect(app.refused(answer("ecr-rs", [1], "per-none"))).toEqual({
      type: "NotFound",
      what: "person",
      id: "per-none",
    });
    const person = app.run({
      kind: "circle/add",
      nickname: "Ana",
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    });
    app.run(answer("ecr-rs", [1, 7], person));
    expect(sittings(app.state()).map(({ about }) => about)).toEqual([person]);
  });

  test("in a long list is recorded a hundred to a fact, and none is lost or moved", () => {
    const app = rehearse();
    app.run(bring(...Array.from({ length: 250 }, (_, i) => brought("2020-01-01", i))));
    expect(app.events().map(({ body }) => ("sittings" in body ? body.sittings.length : 0))).toEqual([100, 100, 50]);
    expect(sittings(app.state()).map(({ scores }) => scores?.["total"])).toEqual(
      Array.from({ length: 250 }, (_, i) => i),
    );
  });

  test("that cannot be kept keeps the whole list out", () => {
    const app = rehearse();
    const bad = { ...brought("2020-01-01", 3), on: "2020-02-30" };
    const list = [...Array.from({ length: 150 }, () => brought("2020-01-01", 1)), bad];
    expect(app.refused(bring(...list))).toEqual({ type: "BadField", field: "sittings" });
    const many = Array.from({ length: importMost + 1 }, () => brought("2020-01-01", 1));
    expect(app.refused(bring(...many))).toEqual({ type: "BadField", field: "sittings" });
    expect(app.events()).toEqual([]);
    app.run(bring(...many.slice(1)));
    expect(sittings(app.state())).toHaveLength(importMost);
  });
});

test("nothing is asked besides the counts until it is chosen, and the newest choice stands", () => {
  const off = { weekly: false, fourWeekly: false, baseline: false, mood: false, item9: false, people: false };
  expect(measuresChosen(emptyState)).toEqual(off);
  const app = rehearse();
  app.run({ kind: "measures/choose", ...off, weekly: true, mood: true });
  app.run({ kind: "measures/choose", ...off, weekly: true });
  expect(measuresChosen(app.state())).toEqual({ ...off, weekly: true });
});

test("rounds of the sources of help stand by their day", () => {
  const app = rehearse();
  app.run({ kind: "measures/rate-sources", answers: [{ source: "friend", likely: 7, reachable: true }] });
  app.on("2026-05-29");
  app.run({ kind: "measures/rate-sources", answers: [{ source: "nobody", likely: null, reachable: true }] });
  expect(sourceRounds(app.state()).map(({ day, answers }) => [day, answers[0]?.source])).toEqual([
    ["2026-05-01", "friend"],
    ["2026-05-29", "nobody"],
  ]);
});

test.each([
  ["a week with nothing in it", count({ reason: "why" }), "body"],
  ["below none", count({ asked: -1 }), "asked"],
  ["more than a week holds", count({ accepted: 100 }), "accepted"],
  ["half a time", count({ told: 0.5 }), "told"],
  ["more than everything", count({ alone: 11 }), "alone"],
  ["no answer of the five", count({ lonely: 0 }), "lonely"],
  ["too long a reason", count({ asked: 1, reason: "x".repeat(401) }), "reason"],
  ["no id", answer("no id", [1]), "instrument"],
  ["no answers", answer("phq4", []), "answers"],
  ["nothing answered", answer("phq4", [null, null]), "answers"],
  [
    "more than any has",
    answer(
      "phq4",
      Array.from({ length: 61 }, () => 1),
    ),
    "answers",
  ],
  ["not a number", answer("phq4", [Number.NaN]), "answers"],
  ["no sources", { kind: "measures/rate-sources", answers: [] } as const, "answers"],
  [
    "nothing said of a source",
    { kind: "measures/rate-sources", answers: [{ source: "friend", likely: null, reachable: null }] } as const,
    "answers",
  ],
  ["nothing brought", bring(), "sittings"],
  [
    "neither answers nor scores",
    {
      kind: "measures/import",
      name: "x",
      sittings: [{ instrument: "rses", on: "2020-01-01", answers: null, scores: null }],
    } as const,
    "sittings",
  ],
  [
    "a list without a name",
    { kind: "measures/import", name: " ", sittings: [brought("2020-01-01", 1)] } as const,
    "name",
  ],
])("a bad field is refused by name: %s", (_, command, field) => {
  expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
});
