import type { Refusal } from "@belay/domain";
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { faultWords } from "./save.ts";

const said = (fault: Parameters<typeof faultWords>[0]): string => messagesEn[faultWords(fault)];

describe("when something is not saved", () => {
  it.each(["no-room", "storage", "keys"] as const)("%s says so, and that the words are still here", (why) => {
    expect(said({ type: "NotSaved", why })).toMatch(/^Not saved: .*Your words are still here\./);
  });

  it.each([
    [{ type: "PersonUnsafe", person: "p" }, "No step goes to them"],
    [{ type: "ScreenFirst", person: "p", strand: "ask", depth: "first" }, "questions about this person"],
    [{ type: "PredictionFixed", because: "asked" }, "stays as it was"],
    [{ type: "TouchOff" }, "Nothing was changed"],
    [{ type: "PredictFirst" }, "Nothing was changed"],
  ] satisfies readonly (readonly [Refusal, string])[])("%j is said calmly", (refusal, words) => {
    expect(said({ type: "Refused", refusal })).toContain(words);
  });

  it("never shows a rule's name", () => {
    expect(said({ type: "Refused", refusal: { type: "TouchOff" } })).not.toContain("TouchOff");
  });
});
