/** Checks the list of row ids, and that every content table points only at rows that exist. */

import { describe, expect, it } from "vitest";
import { beliefCatalogue } from "./catalogue/beliefs.ts";
import { bodyCues } from "./catalogue/body-cues.ts";
import { lessonCatalogue } from "./catalogue/lessons.ts";
import { safeQualities } from "./catalogue/safe-qualities.ts";
import { scriptCatalogue } from "./catalogue/scripts.ts";
import { stepCatalogue } from "./catalogue/steps.ts";
import { rowAreas, rowIds } from "./rows.ts";

// Counted from the design, area by area.
const counts: Readonly<Record<keyof typeof rowAreas, number>> = {
  DEF: 20,
  SE: 14,
  SB: 18,
  SR: 6,
  SP: 8,
  ORI: 17,
  BEL: 24,
  MEC: 15,
  CST: 14,
  HMV: 8,
  MV: 23,
  HRF: 12,
  HSC: 9,
  HNS: 8,
  HCH: 5,
  HNP: 11,
  HOR: 7,
  HSN: 7,
  SAF: 7,
  HLB: 6,
  HCM: 5,
  SCR: 13,
  THR: 13,
  INT: 17,
  SOC: 6,
  CAS: 5,
  DIS: 6,
};

describe("the row ids", () => {
  it("are 304, each once", () => {
    expect(rowIds).toHaveLength(304);
    expect(new Set(rowIds).size).toBe(304);
  });

  it.each(Object.entries(counts))("count from 01 without a gap in %s", (prefix, count) => {
    const own = rowIds.filter((row) => row.startsWith(`${prefix}-`));
    expect(own).toEqual(Array.from({ length: count }, (_, k) => `${prefix}-${String(k + 1).padStart(2, "0")}`));
  });

  it("have an area for every prefix, and no area without rows", () => {
    expect(new Set(rowIds.map((row) => row.split("-")[0]))).toEqual(new Set(Object.keys(rowAreas)));
  });
});

describe("what content says it covers", () => {
  const tables = {
    stepCatalogue,
    beliefCatalogue,
    scriptCatalogue,
    lessonCatalogue,
    safeQualities,
    bodyCues,
  };
  const known: ReadonlySet<string> = new Set(rowIds);

  it.each(Object.entries(tables))("exists, in %s", (_, entries) => {
    for (const { id, covers } of entries) {
      expect(
        covers.filter((row) => !known.has(row)),
        id,
      ).toEqual([]);
      expect(new Set(covers).size, id).toBe(covers.length);
    }
  });
});
