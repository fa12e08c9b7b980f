/** Tests which number means what, and how it begins. */
import { describe, expect, test } from "vitest";
import { aUser, type Fields } from "../pretend.ts";
import { covOf, meanOf, varianceOf } from "./gauss.ts";
import { setupIn } from "./setup.ts";
import { contextSlot, domainSlot, firstState, reachSum, slotOfPerson, slotOfStep, slots, weekSlot } from "./state.ts";

const setupOf = (fields: Fields = {}) => setupIn(aUser(fields), 0);

describe("the first state", () => {
  const setup = setupOf();
  const { gauss } = firstState(setup);

  test.each([
    ["reach", 32 + 0.35 * 3, 9.1],
    ["tolerance", 9, 6.5],
    ["shade", -2, 6.5],
    ["stretch", 0, 0.2],
    ["strain", 5, 3],
    ["growth", 0.3, 0.2],
  ] as const)("believes %s to be %f, give or take %f", (key, mean, sd) => {
    expect(gauss.mean[slots[key]]).toBeCloseTo(mean, 9);
    expect(Math.sqrt(covOf(gauss, slots[key], slots[key]))).toBeCloseTo(sd, 9);
  });

  test("gives every domain and context a number of its own, apart from all others", () => {
    const domains = setup.domains.map((_, i) => domainSlot(i));
    const contexts = [...setup.contexts.values()].map((i) => contextSlot(setup, i));
    const weeks = [0, 1, 2, 3, 4].map(weekSlot);
    const all = [...Object.values(slots), ...weeks, ...domains, ...contexts];
    expect(new Set(all).size).toBe(all.length);
    expect(Math.max(...all)).toBe(gauss.size - 1);
    for (const slot of domains) expect(covOf(gauss, slot, slot)).toBeCloseTo(49, 9);
    for (const slot of contexts) expect(covOf(gauss, slot, slot)).toBeCloseTo(25, 9);
  });

  test("means by reach all domains, and four contexts of five", () => {
    expect(meanOf(gauss, reachSum(setup))).toBeCloseTo(33.05, 9);
    expect(varianceOf(gauss, reachSum(setup))).toBeCloseTo(9.1 ** 2 + 49 / 3 + (4 * 25) / 25, 9);
  });

  test("keeps five weeks, the sixth in the place of the first", () => {
    expect(weekSlot(5)).toBe(weekSlot(0));
    expect(new Set([3, 4, 5, 6, 7].map(weekSlot)).size).toBe(5);
  });
});

describe("steps and people", () => {
  test("get a number when they are first needed, and keep it", () => {
    const setup = setupOf();
    const state = firstState(setup);
    const [step, someone] = [setup.steps.get("s3"), setup.people.get("di")];
    if (step === undefined || someone === undefined) throw new Error("the catalogue lacks what is tested");
    expect(state.stepSlots[step.index]).toBe(-1);
    const slot = slotOfStep(state, step);
    expect(slotOfStep(state, step)).toBe(slot);
    const other = slotOfPerson(state, someone);
    expect(slotOfPerson(state, someone)).toBe(other);
    expect(other).not.toBe(slot);
    // A comfort of 70 is worth a quarter of 20 points.
    expect(state.gauss.mean[other]).toBe(5);
  });

  test("beyond the room for them do without", () => {
    const steps = Array.from({ length: 300 }, (_, i) => ({ id: `x${i}`, difficulty: i % 100 }));
    const setup = setupOf({ steps, people: [] });
    const state = firstState(setup);
    const given = [...setup.steps.values()].map((step) => slotOfStep(state, step));
    expect(given.filter((slot) => slot >= 0)).toHaveLength(90);
    expect(given.at(-1)).toBe(-1);
  });
});
