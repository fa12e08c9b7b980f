/** Checks that every common belief can be found in exactly one group. */

import { describe, expect, it } from "vitest";
import { beliefs as words } from "../locales/en/beliefs.ts";
import { beliefGroups } from "./belief-groups.ts";
import { beliefCatalogue } from "./beliefs.ts";
import { brokenRules } from "./testing.ts";

const grouped = beliefGroups.flatMap((group) => group.beliefs);
const known = beliefCatalogue.map(({ id }) => id);

describe("the groups of the beliefs", () => {
  it("hold every common belief exactly once", () => {
    expect(grouped.toSorted()).toEqual(known.toSorted());
  });

  it("are small enough to look through, and none is a group of one", () => {
    for (const { id, beliefs } of beliefGroups) {
      expect(beliefs.length, id).toBeGreaterThanOrEqual(3);
      expect(beliefs.length, id).toBeLessThanOrEqual(8);
    }
  });

  it("keep the order of the catalogue within", () => {
    for (const { id, beliefs } of beliefGroups) expect([...beliefs], id).toEqual(beliefs.toSorted());
  });

  it("have headings that are about the belief and label nobody", () => {
    const headings = beliefGroups.map(({ id }) => words[`beliefs.group.${id}`]);
    expect(new Set(headings).size).toBe(beliefGroups.length);
    expect(brokenRules(headings)).toEqual([]);
    for (const heading of headings) expect(heading).not.toMatch(/\byou (are|have)\b/i);
  });
});
