import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { shareCap, shareMax } from "@belay/wire";
import { askKeys, newAskSecret, openAsk, sealAsk } from "./ask.ts";
import { openShare, sealShare, shareKeys, shareWords } from "./share.ts";
import type { Secret } from "./secret.ts";

const random = seededRandom("share");
const secret = newAskSecret(random);
const sealed = (plain: Uint8Array, of: Secret = secret): Uint8Array => {
  const body = sealShare(of, plain, random);
  if (!body.ok) throw new Error(body.error.type);
  return body.value;
};

describe("a sealed share", () => {
  it("opens with its link's secret, for any document", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (plain) => {
        expect(openShare(secret, sealed(plain))).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 30 },
    );
  });

  it("takes 128 KiB less its length, and not a byte more", () => {
    const largest = sealed(new Uint8Array(shareCap - 4));
    expect(largest.length).toBeLessThanOrEqual(shareMax);
    expect(openShare(secret, largest)).toMatchObject({ ok: true });
    expect(sealShare(secret, new Uint8Array(shareCap - 3), random)).toEqual({
      ok: false,
      error: { type: "TooLong", max: shareCap - 4, got: shareCap - 3 },
    });
  });

  it("is another thing each time it is sealed, so that a renewal tells nothing by its bytes", () => {
    expect(sealed(utf8("same"))).not.toEqual(sealed(utf8("same")));
  });

  it("is no ask, and an ask is no share, even under one secret", () => {
    const ask = sealAsk(secret, utf8("x"), random);
    if (!ask.ok) throw new Error(ask.error.type);
    expect(openShare(secret, ask.value)).toMatchObject({ ok: false });
    expect(openAsk(secret, sealed(utf8("x")))).toMatchObject({ ok: false });
    const [one, other] = [shareKeys(secret), askKeys(secret)];
    expect(one.id).not.toEqual(other.id);
    expect(one.readProof).not.toEqual(other.readProof);
    expect(one.contentKey.expose()).not.toEqual(other.contentKey.expose());
  });

  it("opens under no other link, and with no byte of it changed", () => {
    const body = sealed(utf8("For our first talk"));
    expect(openShare(newAskSecret(random), body)).toEqual({ ok: false, error: { type: "OtherAsk" } });
    for (let at = 0; at < body.length; at += 7) {
      const changed = Uint8Array.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openShare(secret, changed).ok).toBe(false);
    }
  });
});

describe("a share of a version or suite that is not ours", () => {
  it.each([
    [4, "UnknownVersion"],
    [5, "UnknownSuite"],
    [6, "UnknownType"],
    [7, "UnknownFlags"],
  ])("is refused by the byte at %i", (at, type) => {
    const body = sealed(utf8("For our first talk")).slice();
    body[at] = 9;
    expect(openShare(secret, body)).toMatchObject({ ok: false, error: { type } });
  });
});

describe("a share that is cut", () => {
  it("is refused at every length", () => {
    const body = sealed(utf8("For our first talk"));
    for (let length = 0; length < body.length; length += 11) {
      expect(openShare(secret, body.subarray(0, length)).ok).toBe(false);
    }
  });
});

describe("the words to compare", () => {
  it("are six, the same for the same link, and others for another", () => {
    expect(shareWords(secret)).toHaveLength(6);
    expect(shareWords(secret)).toEqual(shareWords(secret));
    const all = Array.from({ length: 200 }, () => shareWords(newAskSecret(random)).join(" "));
    expect(new Set(all).size).toBe(200);
    for (const words of all) expect(words).toMatch(/^(?:[a-z]{3,8} ){5}[a-z]{3,8}$/);
  });
});
