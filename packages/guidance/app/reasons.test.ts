/** Tests that each reason is given when it holds, and only then. */
import { describe, expect, test } from "vitest";
import { aPerson, aStep, aTrial } from "../rehearsal.ts";
import type { Numbers } from "./choice.ts";
import { feltOf, isLike, pairsLike } from "./like.ts";
import { badEventOf, isCareful, reasonsOf, type Chosen } from "./reasons.ts";

const numbers: Numbers = {
  peak: { mean: 41, low: 18, high: 66 },
  done: 0.74,
  over: 0.02,
  yes: null,
  reach: { mean: 33, low: 20, high: 46 },
  tries: 6,
  pairs: [],
  strain: 0,
  context: "call",
};
const act = {
  step: { id: "x", index: 0, domain: 0, difficulty: 30, cost: 0, needsPerson: false, contexts: [], roles: [] },
  someone: null,
  context: 0,
};
const plain = { rest: false, cap: 60, hard: 1, bads: [] };

const chosen = (fields: Partial<Chosen> = {}): Chosen => ({
  step: aStep(),
  person: aPerson(),
  numbers,
  limits: plain,
  energy: null,
  stop: "ok",
  care: null,
  trials: [],
  ...fields,
});

describe("the reasons", () => {
  test("begin with what the person told, where that is high", () => {
    const because = { type: "LowDays" } as const;
    const bads = [{ day: 1, because: "peak", act } as const];
    const told = reasonsOf(chosen({ care: { level: "easier", because }, limits: { ...plain, bads } }));
    expect(told.map(({ type }) => type)).toEqual(["CareFirst", "EasierAfter", "WithinReach"]);
    expect(told[0]).toEqual({ type: "CareFirst", because });
  });

  test("of an ordinary first step is that it is within reach", () => {
    expect(reasonsOf(chosen())).toEqual([{ type: "WithinReach", peak: numbers.peak, done: 0.74, tries: 6 }]);
  });

  test("name the newest bad event in the words of the app", () => {
    const bads = (["hurtful", "peak"] as const).map((because, day) => ({ day, act, because }));
    expect(badEventOf({ ...plain, bads })).toBe("too-much");
    expect(badEventOf({ ...plain, bads: bads.slice(0, 1) })).toBe("hurtful");
    expect(badEventOf(plain)).toBeNull();
    expect(reasonsOf(chosen({ limits: { ...plain, bads } }))[0]).toEqual({ type: "EasierAfter", because: "too-much" });
  });

  test("say that a day calls for care when its limits do", () => {
    const limits = { ...plain, hard: 0.05 };
    expect([isCareful(limits), isCareful(plain)]).toEqual([true, false]);
    expect(reasonsOf(chosen({ limits, energy: 30 }))).toContainEqual({ type: "CarefulDay", energy: 30 });
  });

  test("tell the mean of earlier tries like it", () => {
    const pairs = [
      { expected: 80, felt: 50 },
      { expected: 61, felt: 31 },
    ];
    expect(reasonsOf(chosen({ numbers: { ...numbers, pairs } }))).toContainEqual({
      type: "DoneLikeThis",
      n: 2,
      expected: 70.5,
      felt: 40.5,
    });
  });

  test.each([
    [{ strand: "share", person: "bo", context: "message" }, ["strand", "person", "context"]],
    [{ strand: "ask", person: "ana", context: "call" }, []],
    [{ strand: "ask", person: null, context: null }, []],
  ] as const)("after %j there is variety of %j", (last, kinds) => {
    const told = reasonsOf(chosen({ trials: [aTrial(last)] }));
    expect(told.flatMap((one) => (one.type === "Variety" ? [one.of] : []))).toEqual(kinds);
  });

  test("announce the questions, and that nobody is needed", () => {
    const large = aStep({ disclosure: "large" });
    expect(reasonsOf(chosen({ stop: "screen-first", step: large }))).toContainEqual({
      type: "ScreenFirst",
      depth: "larger",
    });
    expect(reasonsOf(chosen({ stop: "screen-first" }))).toContainEqual({ type: "ScreenFirst", depth: "first" });
    expect(reasonsOf(chosen({ person: null }))).toContainEqual({ type: "NobodyNeeded" });
  });
});

describe("tries like a step", () => {
  test.each([
    ["of the same step, however it was published", { step: "ask-1", strand: "share", difficulty: 90 }, true],
    ["of its kind and nearly as hard", { step: "x", difficulty: 55 }, true],
    ["of its kind and much harder", { step: "x", difficulty: 56 }, false],
    ["of another kind", { step: "x", strand: "share" }, false],
  ] as const)("%s", (_name, fields, like) => {
    expect(isLike(aStep(), aTrial(fields))).toBe(like);
  });

  test("count when both was said, good or bad, and it was tried", () => {
    const trials = [
      aTrial({ predBad: 80, peak: 50 }),
      aTrial({ predBad: 20, bad: 95, status: "started" }),
      aTrial({ predBad: null, peak: 50 }),
      aTrial({ predBad: 50 }),
      aTrial({ predBad: 50, peak: 50, status: "avoided" }),
    ];
    expect(pairsLike(aStep(), trials)).toEqual([
      { expected: 80, felt: 50 },
      { expected: 20, felt: 95 },
    ]);
  });

  test("felt as bad as their peak, else as they were said to be", () => {
    expect(
      [aTrial({ peak: 0, bad: 9 }), aTrial({ bad: 9 }), aTrial({ status: "swapped", peak: 3 })].map(feltOf),
    ).toEqual([0, 9, null]);
  });
});
