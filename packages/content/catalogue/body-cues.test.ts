/** Checks the chips of a check-in. */

import { describe, expect, it } from "vitest";
import { bodyCues } from "./body-cues.ts";

const ofKind = (kind: string) => bodyCues.filter((cue) => cue.kind === kind);

describe("the chips of a check-in", () => {
  it("have unique ids that a record accepts, and fit into one check-in", () => {
    expect(new Set(bodyCues.map((cue) => cue.id)).size).toBe(bodyCues.length);
    for (const { id } of bodyCues) expect(id).toMatch(/^(cue|carry)(-[a-z]+)+$/);
    expect(bodyCues.length).toBeLessThanOrEqual(20);
  });

  it("always offer not being able to tell", () => {
    expect(ofKind("unsure").map((cue) => cue.text)).toEqual(["can’t tell"]);
  });

  it("offer a calm body as well as an alarmed one", () => {
    expect(ofKind("body").map((cue) => cue.id)).toContain("cue-calm");
    expect(ofKind("body").length).toBeGreaterThanOrEqual(6);
  });

  it("ask about all three kinds of load: feelings, money, arrangements", () => {
    const load = ofKind("carried").filter((cue) => cue.covers.some((row) => row === "HLB-06"));
    expect(load.map((cue) => cue.id)).toEqual(["carry-feelings", "carry-money", "carry-arrangements"]);
  });

  it("stay short enough for a chip", () => {
    for (const { text } of bodyCues) expect(text.length, text).toBeLessThanOrEqual(36);
  });
});
