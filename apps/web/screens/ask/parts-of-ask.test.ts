import { messagesEn, scriptCatalogue } from "@belay/content";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { i18n, loadWords, t } from "../words.ts";
import { fillScript, fromParts, withAlternative, withSentence } from "./parts-of-ask.ts";

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

const none = { feeling: "", what: "", when: "", hard: false };

describe("an ask from its parts", () => {
  it.each([
    [{ ...none, what: "take the school run" }, "Could you take the school run? Yes or no is fine."],
    [
      { ...none, what: "take the school run", when: "on Friday" },
      "Could you take the school run on Friday? Yes or no is fine.",
    ],
    [
      { ...none, what: "take the school run?", when: " on Friday. " },
      "Could you take the school run on Friday? Yes or no is fine.",
    ],
    [
      { feeling: "worn out", what: "call me", when: "tonight", hard: true },
      "I feel worn out, and asking doesn’t come easily to me. Could you call me tonight? Yes or no is fine.",
    ],
    [
      { ...none, what: "call me", hard: true },
      "Asking doesn’t come easily to me. Could you call me? Yes or no is fine.",
    ],
  ])("%j", (parts, ask) => {
    expect(fromParts(parts, t)).toBe(ask);
  });

  it.each([none, { ...none, feeling: "worn out", when: "tonight" }, { ...none, what: " ? " }])(
    "is nothing without a request: %j",
    (parts) => {
      expect(fromParts(parts, t)).toBeNull();
    },
  );

  it("takes hostile words as words", () => {
    expect(fromParts({ ...none, what: "{name, plural, other {x}} <b>" }, t)).toBe(
      "Could you {name, plural, other {x}} <b>? Yes or no is fine.",
    );
  });
});

describe("scripts in the composer", () => {
  it.each(scriptCatalogue)("$id leaves no open brace, filled or not, in either tone", (script) => {
    const parts = { feeling: "worn out", what: "call me", when: "tonight", hard: true };
    for (const tone of ["direct", "indirect"] as const) {
      expect(fillScript(script, tone, parts, "Noor")).not.toMatch(/[{}…]/);
      expect(fillScript(script, tone, none, null)).not.toMatch(/[{}]/);
    }
  });

  it("shows what is still open", () => {
    const shape = scriptCatalogue.find(({ id }) => id === "scr-05");
    if (shape === undefined) throw new Error("no script for the shape of an ask");
    expect(fillScript(shape, "direct", none, null)).toBe(
      "I feel …, and asking doesn’t come easily to me. Could you … …?",
    );
  });
});

describe("adding to what was written", () => {
  it.each([
    ["", "Call me?", "Call me?"],
    ["Hey Noor,\n", "Call me?", "Hey Noor,\nCall me?"],
  ])("%j with a sentence", (words, sentence, result) => {
    expect(withSentence(words, sentence)).toBe(result);
  });

  it("exchanges one stretch and leaves every other letter", () => {
    expect(withAlternative("sorry to bother you, could you call?", 0, 19, "I could use a hand")).toBe(
      "I could use a hand, could you call?",
    );
  });
});
