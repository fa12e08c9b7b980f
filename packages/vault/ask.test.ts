import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toBase64Url, toHex, u32, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { capsuleCap, capsuleMax } from "@belay/wire";
import { seal } from "./aead.ts";
import {
  askFragment,
  askKeys,
  newAskSecret,
  newOwnerProof,
  openAsk,
  parseAskFragment,
  proofHash,
  sealAsk,
} from "./ask.ts";
import { derive, rootOf, sha256 } from "./derive.ts";
import { labels } from "./labels.ts";
import { isBucket, pad } from "./padding.ts";
import { asSecret, type Secret } from "./secret.ts";

const random = seededRandom("ask");
const secret = newAskSecret(random);
const sealed = (plain: Uint8Array, of: Secret = secret): Uint8Array => {
  const body = sealAsk(of, plain, random);
  if (!body.ok) throw new Error(body.error.type);
  return body.value;
};
const faultOf = (body: Uint8Array, of: Secret = secret): unknown => {
  const opened = openAsk(of, body);
  return opened.ok ? null : opened.error;
};
const flipped = (bytes: Uint8Array, at: number, by = 1): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};

describe("a sealed ask", () => {
  it("opens with its link's secret, for any plaintext", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (plain) => {
        expect(openAsk(secret, sealed(plain))).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 40 },
    );
  });

  it("comes in the sizes of the buckets alone, up to 16 KiB", () => {
    for (const length of [0, 1, 508, 509, 5000, capsuleCap - 4]) {
      const body = sealed(new Uint8Array(length));
      expect(isBucket(body.length - 68 - 32 - 16)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(capsuleMax);
    }
    expect(sealAsk(secret, new Uint8Array(capsuleCap - 3), random)).toEqual({
      ok: false,
      error: { type: "TooLong", max: capsuleCap - 4, got: capsuleCap - 3 },
    });
  });

  it("sealed again looks like another one", () => {
    expect(toHex(sealed(utf8("same")).subarray(24))).not.toBe(toHex(sealed(utf8("same")).subarray(24)));
  });

  it("does not open with another link's secret", () => {
    expect(faultOf(sealed(utf8("x")), newAskSecret(random))).toEqual({ type: "OtherAsk" });
  });

  it("renamed to another link's id, it still does not open there", () => {
    const other = newAskSecret(random);
    const body = Uint8Array.from(sealed(utf8("x")));
    body.set(askKeys(other).id, 8);
    expect(faultOf(body, other)).toEqual({ type: "BadCommitment" });
    expect(faultOf(body)).toEqual({ type: "OtherAsk" });
  });

  it("is refused with any byte changed", () => {
    const body = sealed(utf8("x"));
    for (let at = 0; at < body.length; at += 1) expect(faultOf(flipped(body, at, 128)), `byte ${at}`).not.toBeNull();
  });

  it.each([
    [0, { type: "BadMagic" }],
    [4, { type: "UnknownVersion", got: 0 }],
    [5, { type: "UnknownSuite", got: 0 }],
    [6, { type: "UnknownType", got: 0 }],
    [7, { type: "UnknownFlags", got: 1 }],
    [8, { type: "OtherAsk" }],
    [24, { type: "BadCommitment" }],
    [40, { type: "BadTag" }],
    [67, { type: "BadLength", said: 529, got: 528 }],
    [68, { type: "BadCommitment" }],
    [100, { type: "BadTag" }],
  ])("a change of byte %i has its own name", (at, fault) => {
    expect(faultOf(flipped(sealed(utf8("x")), at))).toEqual(fault);
  });

  it("cut short, lengthened, or with a length that lies, it is refused", () => {
    const body = sealed(new Uint8Array(2000));
    expect(faultOf(body.subarray(0, 600))).toMatchObject({ type: "TooShort" });
    expect(faultOf(body.subarray(0, -1))).toMatchObject({ type: "BadLength" });
    expect(faultOf(concat(body, Uint8Array.of(0)))).toMatchObject({ type: "BadLength" });
    expect(faultOf(new Uint8Array(capsuleMax + 1))).toMatchObject({ type: "TooLong" });
    const short = Uint8Array.from(body.subarray(0, -512));
    short.set(u32(short.length - 100), 64);
    expect(faultOf(short)).toMatchObject({ type: "BadLength" });
  });

  it("with bad padding inside is refused even by the holder of the link", () => {
    const plain = flipped(pad(utf8("x")), 300);
    const head = sealed(utf8("x")).subarray(0, 68);
    const keys = askKeys(secret);
    const once = derive(rootOf(keys.contentKey.expose()), labels.askRecord, 64, keys.id, head.subarray(24, 40));
    expect(
      faultOf(concat(head, once.subarray(32), seal(once.subarray(0, 32), head.subarray(40, 64), head, plain))),
    ).toEqual({ type: "BadPadding" });
  });

  it("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), fc.integer({ min: 0, max: 68 }), (bytes, keep) => {
        expect(faultOf(concat(sealed(utf8("x")).subarray(0, keep), bytes))).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe("what follows from a link's secret", () => {
  const keys = askKeys(secret);

  it("is the same on both devices and different for every use", () => {
    const again = askKeys(asSecret(secret.expose()));
    expect(again.id).toEqual(keys.id);
    const all = [keys.contentKey.expose(), keys.readProof, keys.replyProof, keys.psk.expose(), secret.expose()].map(
      toHex,
    );
    expect(new Set(all).size).toBe(all.length);
    expect(keys.id).toHaveLength(16);
  });

  it("the relay is given hashes, from which no proof follows", () => {
    expect(toHex(proofHash(keys.readProof))).toBe(toHex(sha256(keys.readProof)));
    expect(toHex(proofHash(keys.readProof))).not.toBe(toHex(keys.readProof));
  });

  it("the owner's proof does not follow from it: whoever holds the link cannot read replies", () => {
    const proof = toHex(newOwnerProof(random));
    expect([keys.readProof, keys.replyProof, keys.id].map(toHex)).not.toContain(proof);
    expect(proof).toHaveLength(64);
  });
});

describe("the link's fragment", () => {
  it("comes back as it was, with or without its sign", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const text = askFragment(asSecret(bytes));
        expect(text).toMatch(/^#1[A-Za-z0-9_-]{43}$/);
        for (const form of [text, text.slice(1)]) {
          const parsed = parseAskFragment(form);
          expect(parsed.ok && parsed.value.expose()).toEqual(bytes);
        }
      }),
    );
  });

  const good = askFragment(secret);
  it.each([
    ["nothing", ""],
    ["the sign alone", "#"],
    ["the version alone", "#1"],
    ["a letter too few", good.slice(0, -1)],
    ["a letter too many", `${good}A`],
    ["padding", `${good}=`],
    ["a letter outside the alphabet", `${good.slice(0, -1)}*`],
    ["version 0", `#0${good.slice(2)}`],
    ["a space in front", ` ${good}`],
    ["two signs", `#${good}`],
    ["31 bytes", `#1${toBase64Url(new Uint8Array(31))}`],
    ["33 bytes", `#1${toBase64Url(new Uint8Array(33))}`],
    ["a second spelling of the last letter", `#1${"A".repeat(42)}B`],
  ])("%s is refused", (_, text) => {
    expect(parseAskFragment(text)).toEqual({ ok: false, error: { type: "NoSecret" } });
  });

  it.each([2, 5, 9])("version %i is told apart, so that the page can say: newer link", (version) => {
    expect(parseAskFragment(`#${version}${good.slice(2)}`)).toEqual({ ok: false, error: { type: "NewerLink" } });
  });

  it("random texts never throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseAskFragment(text).ok).toBe(false);
      }),
    );
  });
});
