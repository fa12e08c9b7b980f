import { describe, expect, it } from "vitest";
import { dayOf } from "../sample-experiment.ts";
import { isLowDay } from "./low-energy.ts";

const today = dayOf("2026-11-22");
const yesterday = dayOf("2026-11-21");

describe("a low day", () => {
  it.each([
    [0, true],
    [20, true],
    [21, false],
    [80, false],
  ])("an energy of %i: %s", (energy, low) => {
    expect(isLowDay([{ day: today, energy }], today)).toBe(low);
  });

  it("is today's, and its newest word counts", () => {
    expect(isLowDay([{ day: yesterday, energy: 5 }], today)).toBe(false);
    const later = { day: today, energy: 50 };
    expect(isLowDay([later, { day: today, energy: 5 }], today)).toBe(false);
    expect(isLowDay([{ day: today, energy: 5 }, later], today)).toBe(true);
  });

  it("is not guessed where nothing was said about energy", () => {
    expect(isLowDay([{ day: today, energy: null }], today)).toBe(false);
    expect(
      isLowDay(
        [
          { day: today, energy: null },
          { day: today, energy: 10 },
        ],
        today,
      ),
    ).toBe(true);
    expect(isLowDay([], today)).toBe(false);
  });
});
