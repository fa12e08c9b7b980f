import { describe, expect, it } from "vitest";
import { asList, chosenQuestions, emptyQuestions, isTicked, questions, withTick } from "./questions-form.ts";

const tick = (...ids: readonly string[]) =>
  ids.reduce((form, id) => ({ ...form, ticked: withTick(form, id, true) }), emptyQuestions);

describe("questions to ask", () => {
  it("begin with none ticked", () => {
    expect(chosenQuestions(emptyQuestions)).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(8);
  });

  it("stand in the order of the catalogue, however they were ticked, one's own last", () => {
    const form = { ...tick("care-ask-wait", "care-ask-cost"), own: "  Can I bring someone? " };
    expect(form.ticked).toBe("care-ask-cost care-ask-wait");
    expect(chosenQuestions(form).map((text) => text.slice(0, 8))).toEqual(["What doe", "How long", "Can I br"]);
  });

  it("lose a tick without losing the others", () => {
    const form = tick("care-ask-wait", "care-ask-cost");
    expect(withTick(form, "care-ask-wait", false)).toBe("care-ask-cost");
  });

  it("know nothing of an id that is the start of another, or of another version", () => {
    expect(isTicked({ ticked: "care-ask-costs", own: "" }, "care-ask-cost")).toBe(false);
    expect(withTick({ ticked: "gone care-ask-cost", own: "" }, "care-ask-wait", true)).toBe(
      "care-ask-cost care-ask-wait",
    );
  });

  it("become one line each", () => {
    expect(asList(["One?", "Two?"])).toBe("- One?\n- Two?");
    expect(asList([])).toBe("");
  });
});
