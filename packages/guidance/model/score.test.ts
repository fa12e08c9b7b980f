/** Tests what makes one offer better than another, one thing at a time. */
import { describe, expect, test } from "vitest";
import { aUser } from "../pretend.ts";
import type { Candidate } from "./candidate.ts";
import { firstFolded, type Folded } from "./fold.ts";
import { scoreOf } from "./score.ts";
import { setupIn } from "./setup.ts";
import type { Limits } from "./today.ts";
import { countUse } from "./track.ts";

const setup = setupIn(aUser(), 0);
const ordinary: Limits = { rest: false, cap: 60, hard: 1, bads: [] };

const step = setup.steps.get("s9");
const ana = setup.people.get("ana");
if (step === undefined || ana === undefined) throw new Error("the catalogue lacks what is tested");

const candidate = (fields: Partial<Candidate> = {}, outlook: Partial<Candidate["outlook"]> = {}): Candidate => ({
  act: { step, someone: ana, context: 1 },
  context: "call",
  outlook: { mean: 0, sd: 6, done: 0.74, over: 0.01, ...outlook },
  felt: 45,
  unsafe: 0.02,
  ...fields,
});

const fresh = (): Folded => firstFolded(setup);

const score = (one: Candidate, folded = fresh(), limits = ordinary): number => scoreOf(folded, one, limits);

describe("an offer is better", () => {
  test("the nearer its chance of being done is to what is aimed at", () => {
    const list = [0.74, 0.8, 0.9, 0.99].map((done) => score(candidate({}, { done })));
    expect(list).toEqual(list.toSorted((a, b) => b - a));
    expect(score(candidate({}, { done: 0.45 }))).toBeLessThan(score(candidate({}, { done: 0.7 })));
  });

  test("when its expected peak lies in the range that teaches", () => {
    expect(score(candidate({ felt: 31 }))).toBe(score(candidate({ felt: 55 })));
    expect(score(candidate({ felt: 15 }))).toBeLessThan(score(candidate({ felt: 25 })));
    expect(score(candidate({ felt: 60 }))).toBeLessThan(score(candidate({ felt: 56 })));
  });

  test("the less it may overwhelm, and the safer the person", () => {
    expect(score(candidate({}, { over: 0.07 }))).toBeLessThan(score(candidate({}, { over: 0.01 })));
    expect(score(candidate({ unsafe: 0.14 }))).toBeLessThan(score(candidate({ unsafe: 0.01 })));
  });

  test.each([
    ["step", [step.index, -1, -1, -1]],
    ["person", [-1, ana.index, -1, -1]],
    ["context", [-1, -1, 1, -1]],
    ["domain", [-1, -1, -1, step.domain]],
  ] as const)("when its %s was not used just now, and the more so the longer ago", (_name, [s, p, c, d]) => {
    const used = fresh();
    countUse(used.track, s, p, c, d);
    const longAgo = fresh();
    countUse(longAgo.track, s, p, c, d);
    for (let i = 0; i < 6; i += 1) countUse(longAgo.track, 0, 3, 3, 1);
    expect(score(candidate(), used)).toBeLessThan(score(candidate(), longAgo));
    expect(score(candidate(), longAgo)).toBeLessThan(score(candidate(), fresh()));
  });
});

describe("what is aimed at", () => {
  test("is a step that is done three times in four, and somewhat harder where little is known", () => {
    const bestAt = (sd: number): number => {
      const chances = Array.from({ length: 50 }, (_, i) => 0.5 + i / 100);
      const scores = chances.map((done) => score(candidate({}, { done, sd })));
      return Math.round(100 * (chances[scores.indexOf(Math.max(...scores))] ?? 0));
    };
    expect(bestAt(0)).toBe(74);
    expect(bestAt(10)).toBeGreaterThan(66);
    expect(bestAt(10)).toBeLessThan(74);
  });

  test("is curious: of two that are as likely to be done, the less known one is worth more, on ordinary days", () => {
    const [known, unknown] = [candidate({}, { sd: 4 }), candidate({}, { sd: 10 })];
    expect(score(unknown)).toBeGreaterThan(score(known));
    const careful: Limits = { ...ordinary, cap: 40 };
    expect(score(unknown, fresh(), careful)).toBe(score(known, fresh(), careful));
  });

  test("counts for nothing on careful days: what is easy is not worse for being sure", () => {
    const careful: Limits = { ...ordinary, cap: 40 };
    const sure = candidate({ felt: 35 }, { done: 0.97 });
    expect(score(sure, fresh(), careful)).toBeCloseTo(
      score({ ...sure, outlook: { ...sure.outlook, done: 0.74 } }, fresh(), careful),
      9,
    );
  });
});
