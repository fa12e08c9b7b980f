/** Checks the relay's signatures and ids against published values and against every kind of wrong input. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newSigningKey, newTestVault, signWith } from "../../tests/relay/client.ts";
import { ownsId, sha256, signedBy } from "./signatures.ts";

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

/** RFC 8032, section 7.1: TEST 1 (no message), TEST 2 (one byte), TEST 3 (two bytes). */
const published = [
  {
    key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    sig:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b" +
      "d25bf5f0595bbe24655141438e7a100b",
  },
  {
    key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    sig:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c" +
      "387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    sig:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659" +
      "4a7c15e9716ed28dc027beceea1ec40a",
  },
] as const;

describe("a signature", () => {
  test.each(published)("of the standard's own examples is right: $message", ({ key, message, sig }) => {
    expect(signedBy(hex(key), hex(message), hex(sig))).toBe(true);
  });

  test("is wrong with any bit of it, of its key or of its message changed", () => {
    const key = newSigningKey();
    const message = new Uint8Array(randomBytes(40));
    const sig = signWith(key, message);
    const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    for (let i = 0; i < 64; i += 1) expect(signedBy(key.raw, message, flip(sig, i))).toBe(false);
    for (let i = 0; i < 32; i += 1) expect(signedBy(flip(key.raw, i), message, sig)).toBe(false);
    for (let i = 0; i < 40; i += 1) expect(signedBy(key.raw, flip(message, i), sig)).toBe(false);
  });

  test("of the wrong length, or by a key that is none, is wrong and throws nothing", () => {
    const key = newSigningKey();
    for (const length of [0, 1, 63, 65, 128])
      expect(signedBy(key.raw, new Uint8Array(1), new Uint8Array(length))).toBe(false);
    for (const length of [0, 31, 33])
      expect(signedBy(new Uint8Array(length), new Uint8Array(1), new Uint8Array(64))).toBe(false);
  });
});

describe("a vault's id", () => {
  test("belongs to the owner key it is the hash of, and to no other", () => {
    const [vault, other] = [newTestVault(), newTestVault()];
    expect(ownsId(vault.owner.raw, vault.idBytes)).toBe(true);
    expect(ownsId(other.owner.raw, vault.idBytes)).toBe(false);
    expect(ownsId(vault.owner.raw, vault.idBytes.subarray(0, 15))).toBe(false);
  });
});

describe("the hash", () => {
  test('is SHA-256 of the standard\'s own example (FIPS 180-4, "abc")', () => {
    expect(Buffer.from(sha256(hex("616263"))).toString("hex")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});
