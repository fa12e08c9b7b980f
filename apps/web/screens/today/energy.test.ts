import { describe, expect, it } from "vitest";
import { energyWords } from "./energy.ts";

describe("energy in words", () => {
  it.each([
    [0, "today.energyBand0"],
    [12, "today.energyBand0"],
    [13, "today.energyBand1"],
    [45, "today.energyBand2"],
    [50, "today.energyBand3"],
    [58, "today.energyBand4"],
    [81, "today.energyBand5"],
    [100, "today.energyBand5"],
  ] as const)("%i is said as %s", (energy, words) => {
    expect(energyWords(energy)).toBe(words);
  });

  it("never sinks as the energy rises", () => {
    const names = Array.from({ length: 101 }, (_, energy) => energyWords(energy));
    expect([...names].sort()).toEqual(names);
  });
});
