import { strands } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { emptyOwnStep, ownStepCommand } from "./own-step-form.ts";

const filled = { title: " Ask Ilse for her drill ", strand: "ask", difficulty: 30, person: "yes" };

describe("a step of one's own", () => {
  it.each([
    ["nothing", emptyOwnStep],
    ["no title", { ...filled, title: " " }],
    ["no kind", { ...filled, strand: "" }],
    ["a kind nobody knows", { ...filled, strand: "climb" }],
    ["no place on the line", { ...filled, difficulty: null }],
    ["no word on the person", { ...filled, person: "" }],
  ])("is not recorded with %s", (_name, form) => {
    expect(ownStepCommand(form)).toBeNull();
  });

  it("keeps a place of zero as a place", () => {
    expect(ownStepCommand({ ...filled, difficulty: 0 })?.difficulty).toBe(0);
  });

  it("may go to anybody when it takes somebody, and to nobody when it does not", () => {
    expect(ownStepCommand(filled)).toMatchObject({ title: "Ask Ilse for her drill", needsPerson: true, cost: 0.3 });
    expect(ownStepCommand(filled)?.roles.length).toBeGreaterThan(5);
    expect(ownStepCommand({ ...filled, person: "no" })).toMatchObject({ needsPerson: false, cost: 0, roles: [] });
  });

  it("asks the safety questions again for anything shared, since nobody knows how large it is", () => {
    for (const strand of strands)
      expect(ownStepCommand({ ...filled, strand })?.disclosure).toBe(strand === "share" ? "large" : "none");
  });
});
