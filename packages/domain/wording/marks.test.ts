import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markKinds, type MarkKind } from "./lexicon.ts";
import { checkRequest, markWording } from "./marks.ts";

const kindsIn = (text: string): readonly MarkKind[] => [
  ...new Set(markWording(text, wordingEn).map(({ kind }) => kind)),
];

const request = "Could you take the school run on Friday at 8:15?";

describe("what weakens an ask is marked", () => {
  it.each([
    ["apology", `Sorry to bother you, but ${request.toLowerCase()}`],
    ["apology", `I hate to be a burden. ${request}`],
    ["apology", `Apologies for asking again. ${request}`],
    ["minimising", `It’s silly really. ${request}`],
    ["minimising", `It's no big deal. ${request}`],
    ["minimising", `It’s nothing important. ${request}`],
    ["withdrawing", `${request} Never mind, I’ll figure it out.`],
    ["withdrawing", `${request} Actually forget it.`],
    ["withdrawing", `${request} If not, I’ll manage.`],
    ["accusation", `You never help me. ${request}`],
    ["accusation", `Must be nice to have your evenings free. ${request}`],
    ["hidden-test", `If you really cared, you’d have asked. ${request}`],
    ["hidden-test", `Let’s see if you even answer. ${request}`],
    ["vague", "Could you help me with something sometime?"],
    ["vague", "I could use a hand."],
    ["vague", "Can you take the school run?"],
  ] as const)("%s: %s", (kind, text) => {
    expect(kindsIn(text)).toContain(kind);
  });

  it.each([
    ["typed in small letters", "sorry to bother u, could you take the school run on friday at 8?", "apology"],
    ["with a straight apostrophe", `It's nothing. ${request}`, "minimising"],
    ["with a curly apostrophe", `It’s nothing. ${request}`, "minimising"],
    ["in capitals", `SORRY TO BOTHER YOU. ${request}`, "apology"],
  ] as const)("%s", (_how, text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });
});

describe("what is ordinary is left alone", () => {
  it.each([
    request,
    `${request} No worries if not.`,
    `${request} Yes or no is fine.`,
    `${request} Feel free to say no.`,
    `${request} Only if it suits you.`,
    `Please, ${request.toLowerCase()} Thanks so much.`,
    `Would you mind taking the school run on Friday at 8:15?`,
    "Sorry I missed your call yesterday. Could you ring me at six tonight?",
    "I’m so sorry for your loss.",
    "Could you come by just after eight on Tuesday?",
    "You never told me how the trip went, I’d love to hear.",
    "I never learned to drive. Could you take me to the station at nine on Monday?",
    "Could you test me on the words at seven tonight?",
    "Today was hard.",
    "Thank you for yesterday.",
  ])("%s", (text) => {
    expect(markWording(text, wordingEn)).toEqual([]);
  });
});

describe("a mark", () => {
  const texts = [
    `Sorry to bother you. ${request}`,
    `It’s silly really. ${request}`,
    `${request} Never mind, I’ll figure it out.`,
    `You never help me. ${request}`,
    `If you really cared, you’d have asked. ${request}`,
    "Could you help me with something?",
  ];

  it.each(texts)("stands exactly where its words stand: %s", (text) => {
    for (const mark of markWording(text, wordingEn)) {
      expect(text.slice(mark.from, mark.to)).toBe(mark.text);
      expect(mark.why.length).toBeGreaterThan(5);
    }
  });

  it.each(texts)("has a direct and an indirect alternative that are not marked themselves: %s", (text) => {
    const before = markWording(text, wordingEn).length;
    const [mark] = markWording(text, wordingEn);
    expect(mark?.kind).toMatch(/[a-z]/);
    for (const words of [mark?.direct ?? "", mark?.indirect ?? ""]) {
      expect(words.trim()).not.toBe("");
      const replaced = text.slice(0, mark?.from) + words + text.slice(mark?.to);
      expect(markWording(replaced, wordingEn).length).toBeLessThan(mark?.kind === "vague" ? before + 1 : before);
    }
    expect(mark?.direct).not.toBe(mark?.indirect);
  });

  it("never overlaps another and comes in the order of the text", () => {
    const text = `Sorry to bother you, it’s silly. ${request} Forget it, I’ll manage. You never help me.`;
    const marks = markWording(text, wordingEn);
    expect(marks.length).toBeGreaterThanOrEqual(3);
    for (const [at, mark] of marks.entries()) expect(mark.from).toBeGreaterThanOrEqual(marks[at - 1]?.to ?? 0);
  });

  it("says what is missing when a request has no what or no when", () => {
    const missing = (text: string) => markWording(text, wordingEn).find((mark) => mark.kind === "vague");
    expect(missing("Could you take the school run?")).toMatchObject({ missing: "when" });
    expect(missing("Could you help me on Friday at eight?")).toMatchObject({ missing: "what" });
    expect(missing("Could you help me sometime?")).toMatchObject({ missing: "both" });
  });
});

describe("the checklist", () => {
  it.each([
    [request, { what: true, when: true, feeling: false, isRequest: true }],
    ["I’m worn out. Could you take the school run?", { what: true, when: false, feeling: true, isRequest: true }],
    ["Could you help me on Friday at eight?", { what: false, when: true, feeling: false, isRequest: true }],
    ["Today was hard.", { what: false, when: false, isRequest: false }],
    ["", { what: false, when: false, feeling: false, isRequest: false }],
  ] as const)("%s", (text, parts) => {
    expect(checkRequest(text, wordingEn)).toMatchObject(parts);
  });
});

describe("any text at all", () => {
  it("is read without a throw, and marks lie within it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        for (const { from, to, kind } of markWording(text, wordingEn)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeLessThanOrEqual(to);
          expect(markKinds).toContain(kind);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same marks every time", () => {
    const text = `Sorry to bother you, it’s silly. ${request} Forget it.`;
    expect(markWording(text, wordingEn)).toEqual(markWording(text, wordingEn));
  });

  it.each(["sorry ", "i am ", "to be a ", "never ", "if you ", "it is nothing really "])(
    "costs no more than in proportion to its length: %s",
    (piece) => {
      const spend = (times: number): number => {
        const text = piece.repeat(times);
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < 3; round += 1) {
          const from = performance.now();
          markWording(text, wordingEn);
          best = Math.min(best, performance.now() - from);
        }
        return best;
      };
      const letters = Math.floor(4000 / piece.length);
      spend(letters);
      // Eight times the text may cost eight times as much, with room for a busy machine; backtracking costs hundreds.
      expect(spend(letters) / Math.max(spend(Math.floor(letters / 8)), 0.05)).toBeLessThan(60);
    },
  );
});
