/** Tests what check-ins say of strain. */
import { describe, expect, test } from "vitest";
import { afterCheckin, strainOn, usualStrain } from "./strain.ts";

describe("strain", () => {
  test("is that of people in general before anything is told", () => {
    expect(usualStrain(4)).toEqual({ mean: 0, variance: 1, day: 4 });
  });

  test("rises with low energy and falls with high, more with every day of it", () => {
    const days = (energy: number): readonly number[] => {
      let strain = usualStrain(0);
      return [1, 2, 3, 4].map((day) => (strain = afterCheckin(strain, day, energy)).mean);
    };
    expect(days(15)).toEqual(days(15).toSorted((a, b) => a - b));
    expect(days(15)[0]).toBeGreaterThan(0.5);
    expect(days(90)).toEqual(days(90).toSorted((a, b) => b - a));
    expect(days(55)[0]).toBeCloseTo(0, 9);
  });

  test("stays high for somebody who has been low for weeks: there is no getting used to it", () => {
    let strain = usualStrain(0);
    for (let day = 1; day <= 60; day += 1) strain = afterCheckin(strain, day, 15);
    expect(strain.mean).toBeGreaterThan(1.8);
  });

  test("returns to the usual, and to not knowing, in silence", () => {
    const strain = afterCheckin(usualStrain(0), 1, 10);
    const later = strainOn(strain, 30);
    expect(later.mean).toBeLessThan(0.1);
    expect(later.variance).toBeGreaterThan(0.97);
    expect(strainOn(strain, 2).mean).toBeLessThan(strain.mean);
  });

  test("is worked out as by hand for one check-in", () => {
    // Said: (55 - 21) / 17 = 2; noise (11 / 17)^2 = 0.4187; gain 1 / 1.4187 on the first day.
    const { mean, variance } = afterCheckin(usualStrain(0), 0, 21);
    expect(mean).toBeCloseTo(2 / (1 + (11 / 17) ** 2), 12);
    expect(variance).toBeCloseTo(1 - 1 / (1 + (11 / 17) ** 2), 12);
  });

  test("does not go back in time", () => {
    const strain = afterCheckin(usualStrain(5), 6, 30);
    expect(strainOn(strain, 3)).toBe(strain);
    expect(afterCheckin(strain, 2, 30).day).toBe(6);
  });
});
