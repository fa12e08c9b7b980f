import { messagesEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MessageId, Values } from "../words.ts";
import { askWords } from "./ask-words.ts";

const say = (id: MessageId, values: Values = {}): string =>
  messagesEn[id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const lunches = { title: "School lunches", choice: "hand-over", why: "", enough: "" } as const;

describe("the first words of an ask about a load", () => {
  it.each([
    [
      "nothing but its name",
      {},
      "There is something that I carry alone: School lunches. Could you take it over? Yes or no is fine.",
    ],
    [
      "a part of it",
      { choice: "share" },
      "There is something that I carry alone: School lunches. Could you take a part of it? Yes or no is fine.",
    ],
    ["a request", { why: "do the shopping for them." }, "Could you do the shopping for them? Yes or no is fine."],
    [
      "a request that begins as it would",
      { why: "Could you please do them?" },
      "Could you do them? Yes or no is fine.",
    ],
    [
      "a standard",
      { why: "make them", enough: "something from each shelf." },
      "Could you make them? Good enough is fine: something from each shelf. How you do it is up to you. Yes or no is fine.",
    ],
  ] as const)("with %s", (_name, more, words) => {
    expect(askWords({ ...lunches, ...more }, say)).toBe(words);
  });

  it("keep what was typed, whatever it was, and always leave room for a no", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z<>{}'" ]{1,60}$/), (typed) => {
        const words = askWords({ ...lunches, enough: typed }, say);
        expect(words).toContain(typed.trim());
        expect(words.endsWith("Yes or no is fine.")).toBe(true);
      }),
    );
  });
});
