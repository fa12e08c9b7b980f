import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { capsuleCap, capsuleMax } from "@belay/wire";
import { askKeys, newAskSecret } from "./ask.ts";
import { hpkeSeal, senderContext } from "./hpke.ts";
import { isBucket } from "./padding.ts";
import { newReplyKey, openReply, sealReply } from "./reply.ts";
import type { Secret } from "./secret.ts";

const random = seededRandom("reply");
const secret = newAskSecret(random);
const key = newReplyKey(random);
const replyId = random(16);
const sealed = (plain: Uint8Array, pk = key.pk): Uint8Array => {
  const body = sealReply(secret, pk, replyId, plain, random);
  if (!body.ok) throw new Error(body.error.type);
  return body.value;
};
const faultOf = (body: Uint8Array, of: { secret?: Secret; sk?: Secret; id?: Uint8Array } = {}): unknown => {
  const opened = openReply(of.secret ?? secret, of.sk ?? key.sk, of.id ?? replyId, body);
  return opened.ok ? null : opened.error;
};
const flipped = (bytes: Uint8Array, at: number, by = 1): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};

describe("a sealed reply", () => {
  it("opens with the asker's one-time key, for any plaintext", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (plain) => {
        expect(openReply(secret, key.sk, replyId, sealed(plain))).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 20 },
    );
  });

  it("comes in the sizes of the buckets alone, up to 16 KiB", () => {
    for (const length of [0, 509, capsuleCap - 4]) {
      const body = sealed(new Uint8Array(length));
      expect(isBucket(body.length - 40 - 16)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(capsuleMax);
    }
    expect(sealReply(secret, key.pk, replyId, new Uint8Array(capsuleCap - 3), random)).toMatchObject({
      ok: false,
      error: { type: "TooLong" },
    });
  });

  it("cannot be read by another holder of the link, who has the secret but not the key", () => {
    expect(faultOf(sealed(utf8("x")), { sk: newReplyKey(random).sk })).toEqual({ type: "BadTag" });
  });

  it("cannot be forged by the relay, which has the public key but not the link", () => {
    const keys = askKeys(secret);
    const forged = senderContext(
      key.pk,
      {
        psk: newAskSecret(random),
        pskId: utf8("ask/psk/1"),
        info: concat(utf8("ask/reply/1"), keys.id, key.pk),
      },
      random(32),
    );
    if (!forged.ok) throw new Error("no context");
    const body = concat(
      sealed(utf8("x")).subarray(0, 8),
      forged.value.enc,
      hpkeSeal(forged.value.context, 0, concat(keys.id, replyId), new Uint8Array(512)),
    );
    expect(faultOf(body)).toEqual({ type: "BadTag" });
  });

  it("does not open for another ask or under another reply's id", () => {
    const body = sealed(utf8("x"));
    expect(faultOf(body, { secret: newAskSecret(random) })).toEqual({ type: "BadTag" });
    expect(faultOf(body, { id: random(16) })).toEqual({ type: "BadTag" });
  });

  it("is refused with any byte changed", () => {
    const body = sealed(utf8("x"));
    for (let at = 0; at < body.length; at += 7) expect(faultOf(flipped(body, at, 64)), `byte ${at}`).not.toBeNull();
  });

  it.each([
    [0, { type: "BadMagic" }],
    [4, { type: "UnknownVersion", got: 0 }],
    [5, { type: "UnknownSuite", got: 0 }],
    [6, { type: "UnknownType", got: 3 }],
    [7, { type: "UnknownFlags", got: 1 }],
    [8, { type: "BadTag" }],
    [40, { type: "BadTag" }],
  ])("a change of byte %i has its own name", (at, fault) => {
    expect(faultOf(flipped(sealed(utf8("x")), at))).toEqual(fault);
  });

  it("with a sender's key of low order is refused before anything is opened", () => {
    const body = Uint8Array.from(sealed(utf8("x")));
    body.set(new Uint8Array(32), 8);
    expect(faultOf(body)).toEqual({ type: "BadKey" });
  });

  it("is never sealed to a key of low order, which a hostile ask could carry", () => {
    expect(sealReply(secret, new Uint8Array(32), replyId, utf8("x"), random)).toEqual({
      ok: false,
      error: { type: "BadKey" },
    });
    expect(sealReply(secret, new Uint8Array(31), replyId, utf8("x"), random)).toEqual({
      ok: false,
      error: { type: "BadKey" },
    });
  });

  it("that is padded wrongly inside is refused", () => {
    const keys = askKeys(secret);
    const sender = senderContext(
      key.pk,
      { psk: keys.psk, pskId: utf8("ask/psk/1"), info: concat(utf8("ask/reply/1"), keys.id, key.pk) },
      random(32),
    );
    if (!sender.ok) throw new Error("no context");
    const plain = new Uint8Array(512).fill(1);
    const body = concat(
      sealed(utf8("x")).subarray(0, 8),
      sender.value.enc,
      hpkeSeal(sender.value.context, 0, concat(keys.id, replyId), plain),
    );
    expect(faultOf(body)).toEqual({ type: "BadPadding" });
  });

  it("cut short, lengthened or of another size is refused", () => {
    const body = sealed(new Uint8Array(2000));
    expect(faultOf(body.subarray(0, 500))).toMatchObject({ type: "TooShort" });
    expect(faultOf(body.subarray(0, -1))).toMatchObject({ type: "BadLength" });
    expect(faultOf(concat(body, Uint8Array.of(0)))).toMatchObject({ type: "BadLength" });
    expect(faultOf(new Uint8Array(capsuleMax + 1))).toMatchObject({ type: "TooLong" });
  });

  it("twice the same answer looks like two different ones", () => {
    expect(toHex(sealed(utf8("x")).subarray(8))).not.toBe(toHex(sealed(utf8("x")).subarray(8)));
  });
});
