import { stepCatalogue } from "@belay/content";
import { describe, expect, it } from "vitest";
import { emptyMessage, firstTalkStep, isOwn, messages, withLength } from "./message-form.ts";

const [longer, shorter] = messages.map(({ id }) => id);

describe("a first message", () => {
  it("comes in two lengths, the longer one first", () => {
    expect(messages).toHaveLength(2);
    expect(messages[0]?.text.length ?? 0).toBeGreaterThan(messages[1]?.text.length ?? 0);
  });

  it("takes the words of the length that was picked, and of the other one after it", () => {
    const first = withLength(emptyMessage, longer ?? "");
    expect(first.words).toBe(messages[0]?.text);
    expect(withLength(first, shorter ?? "").words).toBe(messages[1]?.text);
  });

  it("never replaces words of one's own", () => {
    const own = { length: longer ?? "", words: "Hello. Have you room?" };
    expect(isOwn(own)).toBe(true);
    expect(withLength(own, shorter ?? "")).toEqual({ length: shorter, words: "Hello. Have you room?" });
  });

  it("can be started over from an empty field", () => {
    expect(withLength({ length: "", words: "  " }, shorter ?? "").words).toBe(messages[1]?.text);
  });

  it("belongs to a step with a professional that needs nobody of one's own", () => {
    expect(stepCatalogue.find(({ id }) => id === firstTalkStep)).toMatchObject({
      roles: ["professional"],
      needsPerson: false,
    });
  });
});
