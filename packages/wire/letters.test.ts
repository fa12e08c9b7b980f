import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "@belay/basics";
import {
  decodeAskPlain,
  decodeReplyPlain,
  encodeAskPlain,
  encodeReplyPlain,
  replyAnswers,
  type AskPlain,
  type ReplyPlain,
} from "./letters.ts";
import { capsuleCap } from "./limits.ts";

const askJson = {
  v: 1,
  from: "Mara",
  words: "Could you carry the boxes up on Saturday at ten?",
  howItWas: true,
  answerBy: "2026-03-05",
  closesOn: "2026-03-08",
  silence: "I will ask my brother.",
  locale: "en",
  replyPub: "ab".repeat(32),
};
const replyJson = { v: 1, answer: "partly", words: "At eleven?", burden: 2, glad: 9, notThisMonth: false };

const readAsk = (value: unknown) => decodeAskPlain(utf8(JSON.stringify(value)));
const readReply = (value: unknown) => decodeReplyPlain(utf8(JSON.stringify(value)));
const ask = (value: unknown = askJson): AskPlain => {
  const read = readAsk(value);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
const reply = (value: unknown = replyJson): ReplyPlain => {
  const read = readReply(value);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

describe("an ask in clear", () => {
  it("comes back as it was", () => {
    const bytes = encodeAskPlain(ask());
    expect(bytes.ok && decodeAskPlain(bytes.value)).toEqual({ ok: true, value: askJson });
  });

  it.each([["answerBy"], ["silence"]])("%s may be null", (field) => {
    expect(readAsk({ ...askJson, [field]: null }).ok).toBe(true);
  });

  it.each(Object.keys(askJson))("%s may not be missing", (field) => {
    expect(readAsk(Object.fromEntries(Object.entries(askJson).filter(([name]) => name !== field))).ok).toBe(false);
  });

  it.each([
    ["v", 2],
    ["v", "1"],
    ["from", ""],
    ["from", "x".repeat(121)],
    ["words", ""],
    ["words", "x".repeat(4001)],
    ["howItWas", 1],
    ["answerBy", "2026-02-30"],
    ["answerBy", 5],
    ["closesOn", null],
    ["closesOn", "soon"],
    ["silence", "x".repeat(4001)],
    ["locale", ""],
    ["locale", "en_GB"],
    ["locale", "<b>"],
    ["replyPub", "ab"],
    ["replyPub", "AB".repeat(32)],
    ["further", 1],
  ])("%s as %j is refused", (field, value) => {
    expect(readAsk({ ...askJson, [field]: value })).toEqual({ ok: false, error: { type: "BadShape", field: "ask" } });
  });

  it("the longest words that anybody can type fit, in any script", () => {
    const longest = ask({ ...askJson, words: "我".repeat(4000), silence: null });
    expect(encodeAskPlain(longest).ok).toBe(true);
  });

  it("what would not fit the largest bucket is refused with its size", () => {
    const tooMuch = ask({ ...askJson, words: "我".repeat(4000), silence: "我".repeat(4000) });
    expect(encodeAskPlain(tooMuch)).toEqual({
      ok: false,
      error: { type: "TooLong", max: capsuleCap - 4, got: expect.any(Number) },
    });
  });
});

describe("a reply in clear", () => {
  it.each(replyAnswers)("%s comes back as it was", (answer) => {
    const bytes = encodeReplyPlain(reply({ ...replyJson, answer }));
    expect(bytes.ok && decodeReplyPlain(bytes.value)).toEqual({ ok: true, value: { ...replyJson, answer } });
  });

  it.each([0, 10, null])("burden and glad take %j", (value) => {
    expect(readReply({ ...replyJson, burden: value, glad: value }).ok).toBe(true);
  });

  it.each([
    ["answer", "maybe"],
    ["answer", null],
    ["words", null],
    ["words", "x".repeat(4001)],
    ["burden", 11],
    ["burden", -1],
    ["burden", 2.5],
    ["glad", "9"],
    ["notThisMonth", null],
    ["v", 0],
    ["__proto", {}],
  ])("%s as %j is refused", (field, value) => {
    expect(readReply({ ...replyJson, [field]: value })).toEqual({
      ok: false,
      error: { type: "BadShape", field: "reply" },
    });
  });

  it("an offer comes back as it was, and may be left out", () => {
    const offer = { what: "A lift on Tuesdays", when: "", often: "once a month" };
    const bytes = encodeReplyPlain(reply({ ...replyJson, offer }));
    expect(bytes.ok && decodeReplyPlain(bytes.value)).toEqual({ ok: true, value: { ...replyJson, offer } });
    expect(reply()).not.toHaveProperty("offer");
  });

  it.each([
    ["nothing in it", {}],
    ["an empty what", { what: "", when: "", often: "" }],
    ["too much", { what: "x".repeat(121), when: "", often: "" }],
    ["a part missing", { what: "A lift", when: "" }],
    ["a part more", { what: "A lift", when: "", often: "", who: "me" }],
    ["null", null],
  ])("an offer with %s is refused", (_what, offer) => {
    expect(readReply({ ...replyJson, offer }).ok).toBe(false);
  });

  it("words may be left out by leaving them empty", () => {
    expect(readReply({ ...replyJson, words: "" }).ok).toBe(true);
  });
});

describe("both", () => {
  it.each(["", "{", "null", "[]", "1"])("%j is refused", (text) => {
    expect(decodeAskPlain(utf8(text)).ok).toBe(false);
    expect(decodeReplyPlain(utf8(text)).ok).toBe(false);
  });

  it("random bytes and random JSON never throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        expect(decodeAskPlain(bytes).ok).toBe(false);
        expect(decodeReplyPlain(bytes).ok).toBe(false);
      }),
    );
  });
});
