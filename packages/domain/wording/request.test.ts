/** What a message asks for, over a lexicon small enough to read, and through the English checklist. */
import { wordingEn } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WordingLexicon } from "./lexicon.ts";
import { checkRequest } from "./marks.ts";
import { toPlain } from "./plain.ts";
import { readied } from "./ready.ts";
import { askingsOf, sumUp, type Asking } from "./request.ts";

const small: WordingLexicon = {
  ...wordingEn,
  spellings: {},
  endings: [],
  parts: { day: "monday|friday" },
  rules: [],
  clues: [],
  request: {
    acts: ["could you|would you"],
    wants: ["i need"],
    wanted: ["a lift|help"],
    orders: ["^ =(bring|ring)"],
    notAsked: ["believe"],
    questions: ["how"],
    told: ["tell me"],
    echoes: ["come with me"],
    pointing: ["do it"],
    generic: ["help|me|with|something"],
    fillers: ["please"],
    turns: ["because"],
    tasks: ["the sofa needs moving"],
    times: ["(on)? <day>|at /\\d+/"],
    notTimes: ["black friday"],
    past: ["was|came"],
    supposed: ["if"],
    elsewhere: ["~4 that came"],
    free: ["are you free"],
    feelings: ["tired"],
  },
};

const ready = readied(small);

const askings = (text: string): readonly Asking[] =>
  askingsOf(
    toPlain(text, ready.spell).map((word) => word.text),
    ready,
  );

const opened = (text: string): readonly string[] => {
  const words = toPlain(text, ready.spell).map((word) => word.text);
  return askingsOf(words, ready).map(({ first, end }) => words.slice(first, end).join(" "));
};

describe("where something is asked", () => {
  it.each([
    ["an act", "Could you bring soup?", ["could you"]],
    ["two acts in one sentence", "Could you ring, and would you come?", ["could you", "would you"]],
    ["acts in two sentences", "Could you ring? Would you come?", ["could you", "would you"]],
    ["a wanted thing", "I need a lift.", ["i need"]],
    ["a thing that nobody can bring", "I need sleep.", []],
    ["an order, which opens where its verb stands", "Bring soup.", [""]],
    ["an order in the middle of a clause, which is none", "They bring soup.", []],
    ["what is answered on the spot", "Could you believe it?", []],
    ["a question", "How could you?", []],
    ["a question in the sentence before", "How? Could you ring?", ["could you"]],
    ["nothing", "Today was hard.", []],
    ["an empty message", "", []],
  ] as const)("%s: %s", (_what, text, openings) => {
    expect(opened(text)).toEqual(openings);
  });

  it("comes in the order of the words", () => {
    const first = askings("I need a lift. Could you ring? Bring soup.").map((each) => each.first);
    expect(first).toHaveLength(3);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
  });
});

describe("whether an act could be seen done", () => {
  it.each([
    ["an act", "Could you bring soup?", true],
    ["words that name none", "Could you help me with something?", false],
    ["words that name none, and one that does", "Could you help me with soup?", true],
    ["words that name none, and a time", "Could you help me on Friday?", false],
    ["words that name none, and a filler", "Could you please help?", false],
    ["words that name none, and a reason", "Could you help because soup burns?", false],
    ["words that name none, and another clause", "Could you help me, the soup burns?", false],
    ["a task in the sentence beside", "The sofa needs moving. Could you help me?", true],
    ["a task in the sentence after", "Could you help me? The sofa needs moving.", true],
    ["an act that points back", "Could you do it?", null],
    ["no act at all", "The soup. Could you?", null],
    ["no act but a time", "Could you, on Friday?", null],
  ] as const)("%s: %s", (_what, text, what) => {
    expect(askings(text).map((each) => each.what)).toEqual([what]);
  });
});

describe("whether a time belongs to a request", () => {
  it.each([
    ["none", "Could you bring soup?", false],
    ["after the act", "Could you bring soup on Friday?", true],
    ["before the act", "On Friday, could you bring soup?", true],
    ["in the sentence after", "Could you bring soup? Friday suits me.", true],
    ["in the sentence before", "Friday is hard. Could you bring soup?", true],
    ["two sentences before, which is another matter", "Friday is hard. It rains. Could you bring soup?", false],
    ["in the sentence before, which asks about the time", "Are you free on Friday. Could you bring soup?", true],
    ["in a question before", "Is Friday quiet? Could you bring soup?", true],
    ["in the sentence before, when the act goes with it", "There is a show on Friday. Could you come with me?", true],
    ["two sentences before, when the act goes with it", "A show on Friday. It is loud. Could you come with me?", true],
    ["three sentences before, which is too far", "A show on Friday. Loud. Long. Could you come with me?", false],
    ["in the sentence before, when there is only an opening", "Soup on Friday. Could you?", true],
    ["what only looks like one", "Could you buy soup on Black Friday?", false],
    ["of a story", "Friday was hard, could you bring soup?", false],
    ["of a story in another clause", "It was hard, on Friday could you bring soup?", true],
    ["of what is only supposed", "If Friday was quiet, could you bring soup?", true],
    ["of a thing that the request speaks of", "Could you read the letter that came on Friday?", false],
    ["an hour", "Could you ring at 8?", true],
  ] as const)("%s: %s", (_what, text, when) => {
    expect(askings(text).map((each) => each.when)).toEqual([when]);
  });

  it("looks around a time as far as its sentence, and no further", () => {
    expect(askings("It was hard. On Friday could you bring soup?").map((each) => each.when)).toEqual([true]);
  });
});

describe("asking to be told", () => {
  it.each([
    ["Could you tell me a story?", true],
    ["Could you bring soup?", false],
    ["Could you ring, then tell me?", false],
  ] as const)("%s %s", (text, told) => {
    expect(askings(text).map((each) => each.told)).toEqual([told]);
  });

  it("is a question without a time, and a request with one", () => {
    expect(sumUp(askings("Could you tell me a story?"))).toEqual({ isRequest: false, what: false, when: false });
    expect(sumUp(askings("Could you tell me a story on Friday?"))).toEqual({ isRequest: true, what: true, when: true });
  });

  it("leaves the request beside it as it is", () => {
    expect(sumUp(askings("Could you tell me a story? Could you help me?"))).toEqual({
      isRequest: true,
      what: false,
      when: false,
    });
  });
});

describe("adding up", () => {
  const asking = (what: boolean | null, when: boolean, told = false): Asking => ({
    first: 1,
    end: 3,
    what,
    when,
    told,
  });

  it.each([
    ["nothing", [], false, false, false],
    ["a what", [asking(true, false)], true, true, false],
    ["a when", [asking(false, true)], true, false, true],
    ["both in one", [asking(true, true)], true, true, true],
    ["each in another", [asking(true, false), asking(false, true)], true, true, true],
    ["neither", [asking(false, false)], true, false, false],
    ["only what points back", [asking(null, false)], true, true, false],
    ["what points back beside what names nothing", [asking(null, false), asking(false, false)], true, false, false],
    ["what points back beside an act", [asking(null, false), asking(true, false)], true, true, false],
    ["only to be told", [asking(true, false, true)], false, false, false],
    ["to be told at a time", [asking(true, true, true)], true, true, true],
    ["to be told, beside a time", [asking(true, false, true), asking(false, true)], true, true, true],
  ] as const)("%s", (_what, all, isRequest, what, when) => {
    expect(sumUp(all)).toEqual({ isRequest, what, when });
  });

  it("never says what or when of no request, and does not mind the order", () => {
    const any = fc.record({
      first: fc.nat(),
      end: fc.nat(),
      what: fc.constantFrom(true, false, null),
      when: fc.boolean(),
      told: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (all) => {
        const sum = sumUp(all);
        if (!sum.isRequest) expect(sum).toEqual({ isRequest: false, what: false, when: false });
        expect(sumUp(all.toReversed())).toEqual(sum);
      }),
    );
  });
});

describe("the English checklist", () => {
  it.each([
    ["Could you pick up my parcel on Friday?", true, true, true],
    ["could u pick up my parcel fri", true, true, true],
    ["COULD YOU PICK UP MY PARCEL?", true, true, false],
    ["Could you help me with something?", true, false, false],
    ["Could you help me with something on Friday?", true, false, true],
    ["How could you do that?", false, false, false],
    ["The bus was late on Friday.", false, false, false],
  ] as const)("%s asks: %s, what: %s, when: %s", (text, isRequest, what, when) => {
    expect(checkRequest(text, wordingEn)).toMatchObject({ isRequest, what, when });
  });

  it("hears a feeling beside a request, and without one", () => {
    expect(checkRequest("I am tired.", small)).toEqual({ isRequest: false, what: false, when: false, feeling: true });
    expect(checkRequest("Could you bring soup?", small).feeling).toBe(false);
    expect(checkRequest("I am tired. Could you bring soup?", small)).toMatchObject({ isRequest: true, feeling: true });
  });

  it("says nothing of a what or a when without a request, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const { isRequest, what, when } = checkRequest(text, small);
        expect(isRequest || (!what && !when)).toBe(true);
        for (const each of askings(text)) expect(each.end).toBeGreaterThanOrEqual(each.first);
      }),
    );
  });
});
