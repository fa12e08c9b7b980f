import { stepCatalogue } from "@belay/content";
import { describe, expect, it } from "vitest";
import { stepMoment } from "./step-moment.ts";

describe("the cards that belong to a step", () => {
  it.each([
    ["accept", ["friend"], "before-accept"],
    ["share", ["friend", "partner"], "before-share"],
    ["handover", ["family"], "before-handover"],
    ["bewith", ["neighbour"], "before-bewith"],
    ["ask", ["friend"], null],
    ["ask", ["friend", "colleague"], "at-work"],
    ["handover", ["manager"], "at-work"],
    ["handover", ["manager", "partner"], "before-handover"],
    ["share", ["colleague", "manager"], "at-work"],
    ["share", [], "before-share"],
  ] as const)("%s with %j: %s", (strand, roles, moment) => {
    expect(stepMoment({ strand, roles: [...roles] })).toBe(moment);
  });

  it("each belong to some step of the catalogue", () => {
    const moments = new Set(stepCatalogue.map(stepMoment));
    expect([...moments].map(String).toSorted()).toEqual([
      "at-work",
      "before-accept",
      "before-bewith",
      "before-handover",
      "before-share",
      "null",
    ]);
  });
});
