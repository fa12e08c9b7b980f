import { hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "@belay/basics";
import { derive, infoOf, rootOf, sha256 } from "./derive.ts";
import { labels, type Label } from "./labels.ts";

const all: readonly Label[] = Object.values(labels);
const secret = new Uint8Array(32).fill(9);

describe("labels", () => {
  it("are all different", () => {
    expect(new Set(all).size).toBe(all.length);
  });

  it("are plain text without the separators of the info string", () => {
    for (const label of all) expect(label).toMatch(/^[a-z]+(\/[a-z]+)?$/);
  });

  it("never lose or change a name once given: this list only grows", () => {
    expect(all).toEqual(
      expect.arrayContaining([
        "recovery/id",
        "recovery/auth",
        "recovery/kek",
        "owner/sign",
        "owner/wrap",
        "op",
        "local",
        "write",
        "previous",
        "ask/id",
        "ask/content",
        "ask/record",
        "ask/read",
        "ask/reply",
        "ask/psk",
        "share/id",
        "share/content",
        "share/record",
        "share/read",
        "backup/words",
        "backup/passphrase",
        "lock/daily",
        "lock/owner",
        "lock/prf",
      ]),
    );
  });
});

describe("the info string", () => {
  it("is the prefix, the label, a zero, and each part behind its length", () => {
    expect(toHex(infoOf("op", [Uint8Array.of(1, 2), new Uint8Array(0)]))).toBe(
      `${toHex(utf8("belay/1/op"))}0000000002010200000000`,
    );
    expect(toHex(infoOf("write", []))).toBe(`${toHex(utf8("belay/1/write"))}00`);
  });

  it("two different contexts never give the same string", () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, fc.constantFrom(...all), fc.constantFrom(...all), (a, b, x, y) => {
        const same = x === y && JSON.stringify(a.map(toHex)) === JSON.stringify(b.map(toHex));
        expect(toHex(infoOf(x, a)) === toHex(infoOf(y, b))).toBe(same);
      }),
      { numRuns: 500 },
    );
  });
});

describe("derivation", () => {
  it("is HKDF-SHA256 with an empty salt, as the platform computes it", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.constantFrom(...all),
        fc.constantFrom(16, 32, 64),
        fc.uint8Array({ maxLength: 40 }),
        (ikm, label, length, part) => {
          const platform = new Uint8Array(hkdfSync("sha256", ikm, new Uint8Array(0), infoOf(label, [part]), length));
          expect(derive(rootOf(ikm), label, length, part)).toEqual(platform);
        },
      ),
    );
  });

  it("agrees with RFC 5869, appendix A.3, in the root it expands from", () => {
    const ikm = fromHex("0b".repeat(22));
    expect(ikm.ok && toHex(rootOf(ikm.value).expose())).toBe(
      "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
    );
  });

  it("one secret gives unrelated keys for every purpose", () => {
    const root = rootOf(secret);
    const keys = all.map((label) => toHex(derive(root, label, 32)));
    expect(new Set(keys).size).toBe(all.length);
  });

  it("a part moved from one context field to the next gives another key", () => {
    const root = rootOf(secret);
    expect(toHex(derive(root, "op", 32, utf8("ab"), utf8("c")))).not.toBe(
      toHex(derive(root, "op", 32, utf8("a"), utf8("bc"))),
    );
  });
});

describe("SHA-256", () => {
  // FIPS 180-4 examples.
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("of %j is as published", (text, hash) => {
    expect(toHex(sha256(utf8(text)))).toBe(hash);
  });
});
