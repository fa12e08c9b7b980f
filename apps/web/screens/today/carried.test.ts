import type { Checkin } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf, idOf, sampleExperiment, samplePlan } from "../sample-experiment.ts";
import { cornerId } from "../try/corner-id.ts";
import { carriedNow } from "./carried.ts";

const today = dayOf("2026-11-22");
const note = (day: string, at: number, carrying: string | null): Checkin => ({
  id: `checkin-${at}`,
  at,
  day: dayOf(day),
  energy: null,
  cues: [],
  carrying,
});
const asked = (at: number, step: string = cornerId) =>
  sampleExperiment({ plan: samplePlan({ step: idOf(step), at: [at, 0, "a".repeat(32)] }) });

describe("the load in sight", () => {
  it.each([
    ["nothing was ever written", [], [], null],
    ["written today", [note("2026-11-22", 5, "the school run")], [], "the school run"],
    ["written two days ago", [note("2026-11-20", 5, "the school run")], [], "the school run"],
    ["written three days ago", [note("2026-11-19", 5, "the school run")], [], null],
    [
      "the newer of two",
      [note("2026-11-22", 6, "the forms"), note("2026-11-21", 5, "the school run")],
      [],
      "the forms",
    ],
    [
      "a day without words after it",
      [note("2026-11-22", 6, null), note("2026-11-21", 5, "the school run")],
      [],
      "the school run",
    ],
    ["taken out again the same day", [note("2026-11-22", 6, null), note("2026-11-22", 5, "the school run")], [], null],
    ["asked about since", [note("2026-11-22", 5, "the school run")], [asked(9)], null],
    ["asked about before", [note("2026-11-22", 5, "the forms")], [asked(3)], "the forms"],
    ["another step taken since", [note("2026-11-22", 5, "the forms")], [asked(9, "ask-for-a-lift")], "the forms"],
  ] as const)("%s", (_name, checkins, experiments, words) => {
    expect(carriedNow(checkins, experiments, today)).toBe(words);
  });
});
