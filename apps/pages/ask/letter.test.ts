/** Tests that a note opens under its own link alone, and that an answer opens for the asker alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, fromHex, parseDay, toBase64Url, toHex } from "@belay/basics";
import {
  askFragment,
  askKeys,
  newAskSecret,
  newReplyKey,
  openReply,
  sealAsk,
  type Random,
  type Secret,
} from "@belay/vault";
import { decodeReplyPlain, encodeAskPlain, type AskPlain } from "@belay/wire";
import { openLetter, replyOf, sealAnswer } from "./letter.ts";
import { linkOf, type AskLink } from "./link.ts";
import { choices, emptyDraft, type Draft } from "./page.ts";

const counting = (start: number): Random => {
  let byte = start;
  return (length) => Uint8Array.from({ length }, () => (byte = (byte * 75 + 74) % 257) & 255);
};

const day = parseDay("2026-11-29");
if (!day.ok) throw new Error("a test day that is none");

const replyKey = newReplyKey(counting(3));
const ask: AskPlain = {
  v: 1,
  from: "Sam",
  words: "Could you take the school run on Friday?",
  howItWas: true,
  answerBy: null,
  closesOn: day.value,
  silence: null,
  locale: "en",
  replyPub: toHex(replyKey.pk),
};

const linkTo = (secret: Secret): AskLink => {
  const link = linkOf(`/a/${toHex(askKeys(secret).id)}`, askFragment(secret));
  if (!link.ok) throw new Error("the link of this test does not open");
  return link.value;
};

const sealedAsk = (secret: Secret, plain: Uint8Array): string => {
  const sealed = sealAsk(secret, plain, counting(5));
  if (!sealed.ok) throw new Error("the ask of this test is too long");
  return toBase64Url(sealed.value);
};

const plainOf = (value: AskPlain): Uint8Array => {
  const plain = encodeAskPlain(value);
  if (!plain.ok) throw new Error("the ask of this test is too long");
  return plain.value;
};

const secret = newAskSecret(counting(1));
const link = linkTo(secret);
const body = sealedAsk(secret, plainOf(ask));

describe("a sealed note", () => {
  it("opens with its own link", () => {
    expect(openLetter(link, body)).toEqual({ ok: true, value: ask });
  });

  it("does not open with another link", () => {
    const opened = openLetter(linkTo(newAskSecret(counting(2))), body);
    expect(opened.ok ? "opened" : opened.error.type).toBe("unreadable");
  });

  it("does not open with any byte changed", () => {
    const bytes = fromBase64Url(body);
    if (!bytes.ok) throw new Error("not base64url");
    fc.assert(
      fc.property(fc.nat(bytes.value.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(bytes.value, (byte, i) => (i === at ? byte ^ flip : byte));
        expect(openLetter(link, toBase64Url(changed)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["nothing", ""],
    ["no base64url", "a b+/="],
    ["half of it", body.slice(0, 400)],
    ["twice of it", body + body],
  ])("does not open when the relay serves %s", (_what, served) => {
    expect(openLetter(link, served)).toEqual({ ok: false, error: { type: "unreadable" } });
  });

  it.each([
    ["no JSON", "hello"],
    ["another version", JSON.stringify({ ...ask, v: 2 })],
    ["an unknown field", JSON.stringify({ ...ask, then: "x" })],
    ["a name that is too long", JSON.stringify({ ...ask, from: "x".repeat(121) })],
    ["a key that is none", JSON.stringify({ ...ask, replyPub: "00" })],
    ["a day that is none", JSON.stringify({ ...ask, closesOn: "2026-02-30" })],
  ])("is refused whole when it holds %s", (_what, text) => {
    expect(openLetter(link, sealedAsk(secret, new TextEncoder().encode(text))).ok).toBe(false);
  });
});

describe("an answer", () => {
  const offerPart = fc.string({ maxLength: 120, unit: "grapheme" }).map((words) => words.slice(0, 120).trim());
  const drafts: fc.Arbitrary<Draft> = fc.record({
    choice: fc.constantFrom(...choices),
    words: fc.string({ maxLength: 1000, unit: "grapheme" }).map((words) => words.slice(0, 1000)),
    burden: fc.option(fc.integer({ min: 0, max: 10 })),
    glad: fc.option(fc.integer({ min: 0, max: 10 })),
    notThisMonth: fc.boolean(),
    offer: fc.record({ what: offerPart, when: offerPart, often: offerPart }),
  });

  it("opens with the asker's key as it was filled in", () => {
    fc.assert(
      fc.property(drafts, fc.nat(200), (draft, chance) => {
        const reply = replyOf(draft, ask);
        const request = reply === null ? null : sealAnswer(link, ask, reply, counting(chance));
        if (reply === null || request?.ok !== true) throw new Error("not sealed");
        const [sealed, id] = [fromBase64Url(request.value.body), fromHex(request.value.replyId)];
        if (!sealed.ok || !id.ok) throw new Error("not bytes");
        const opened = openReply(secret, replyKey.sk, id.value, sealed.value);
        expect(opened.ok && decodeReplyPlain(opened.value)).toEqual({ ok: true, value: reply });
        expect(request.value.id).toBe(toHex(link.keys.id));
      }),
      { numRuns: 30 },
    );
  });

  it("is none while nothing is chosen", () => {
    expect(replyOf(emptyDraft, ask)).toBeNull();
  });

  it("says not this month with a no alone", () => {
    const said = choices.map((choice) => replyOf({ ...emptyDraft, choice, notThisMonth: true }, ask)?.notThisMonth);
    expect(said).toEqual([false, false, true, false]);
  });

  it("carries an offer in single lines, and none without saying what", () => {
    const offering = (what: string) =>
      replyOf({ ...emptyDraft, choice: "no", offer: { what, when: " on\nTuesdays ", often: "" } }, ask);
    expect(offering(" a\tlift ")?.offer).toEqual({ what: "a lift", when: "on Tuesdays", often: "" });
    expect(offering(" \n ")).not.toHaveProperty("offer");
  });

  it("says nothing about being asked unless the asker wanted to know", () => {
    const filled: Draft = { ...emptyDraft, choice: "yes", burden: 3, glad: 9 };
    expect(replyOf(filled, ask)).toMatchObject({ burden: 3, glad: 9 });
    expect(replyOf(filled, { ...ask, howItWas: false })).toMatchObject({ burden: null, glad: null });
  });

  it("is not sealed to a key that would make it readable for everybody", () => {
    const reply = replyOf({ ...emptyDraft, choice: "yes" }, ask);
    if (reply === null) throw new Error("no reply");
    expect(sealAnswer(link, { ...ask, replyPub: "00".repeat(32) }, reply, counting(9)).ok).toBe(false);
  });
});
