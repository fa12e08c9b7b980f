/** Proves the reckoning of `docs/scale.md`: it grows with people, and holds still where a figure is missing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacityText, missingIn, needOf, suppositions, vaultsOnOne, type Figures } from "./capacity.ts";

const figures: Figures = {
  "append-1-rate": 2_000,
  "append-1-cpu": 50,
  "append-1-written": 2_000,
  "disk-1": 1_000,
  idle: 10,
  "pg-1-cpu": 100,
  "pg-1-behind": 200,
  "pg-disk": 2_000,
};

describe("what people need", () => {
  it("follows from rates, by hand for 864,000 vaults", () => {
    // 864,000 vaults with 10 entries a day are 100 a second, 400 at the peak of four times that.
    const need = needOf(figures, 864_000);
    expect(need.peakRate).toBeCloseTo(400);
    // 400 a second at 100 us are 0.04 of a processor, and no processor is more than half full.
    expect(need.relayCores).toBeCloseTo(0.08);
    expect(need.databaseCores).toBeCloseTo(0.16);
    expect(need.socketBytes).toBeCloseTo(864_000 * 0.03 * 10_240);
    expect(need.diskBytes).toBeCloseTo(864_000 * 3_650 * 2_000);
  });

  it("doubles with the people, in everything", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), (vaults) => {
        const [one, two] = [needOf(figures, vaults), needOf(figures, vaults * 2)];
        for (const key of ["peakRate", "relayCores", "databaseCores", "socketBytes", "diskBytes"] as const)
          expect(two[key] / one[key]).toBeCloseTo(2);
      }),
    );
  });

  it("is what one relay carries, turned round", () => {
    const vaults = vaultsOnOne(figures);
    expect(needOf(figures, vaults).peakRate).toBeCloseTo(2_000 * suppositions.full);
  });
});

describe("the table", () => {
  it("names what was not measured, and reckons nothing then", () => {
    const { idle: _left, ...rest } = figures;
    expect(missingIn(rest)).toEqual(["idle"]);
    expect(capacityText(rest)).toBe("Not reckoned: the bench has no idle yet.");
    expect(missingIn({ ...figures, idle: Number.NaN })).toEqual(["idle"]);
  });

  it("has a row for each size, and never a machine less than whole", () => {
    const rows = capacityText(figures)
      .split("\n")
      .filter((line) => /^\| \d/.test(line));
    expect(rows).toHaveLength(5);
    expect(rows[0]).toBe("| 10,000 | 4.63 /s | 1 | 1 | 3.07 MB | 73.0 GB |");
    // 46,296 a second at 200 us are 9.26 processors, 18.5 at half full.
    expect(rows[4]).toBe("| 100,000,000 | 46,296 /s | 10 | 19 | 30.7 GB | 730 TB |");
  });

  it("says what a year of one relay's file is, from what its file takes", () => {
    // 2,000 a second, half full, a quarter of that in the mean: 2.16 million vaults, 7.884 thousand million entries of 1,000 bytes.
    expect(capacityText(figures)).toContain(
      "which is 2,160,000 vaults at their busiest hour, half full. Their entries are",
    );
    expect(capacityText(figures)).toContain("are 7.88 TB a year");
  });

  it("says what is supposed of people, since nobody measured that", () => {
    expect(capacityText(figures)).toContain("Supposed: 10 entries a vault and day");
  });
});
