import { describe, expect, it } from "vitest";
import { seededRandom } from "@belay/testkit";
import { fromHex, toHex, utf8 } from "@belay/basics";
import { onceKey, open, openCommitted, seal, sealPadded } from "./aead.ts";
import { agree, agreementKey } from "./agree.ts";
import { sign, signingKey, verify } from "./sign.ts";

const hex = (text: string): Uint8Array => {
  const bytes = fromHex(text);
  if (!bytes.ok) throw new Error(text);
  return bytes.value;
};
const random = seededRandom("primitives");

describe("sealing", () => {
  const once = onceKey(random(64));
  const nonce = random(24);
  const aad = utf8("header");
  const sealed = { commit: once.commit, nonce, aad, ct: sealPadded(once.key, nonce, aad, utf8("body")) };
  const flipped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes, (byte, i) => (i === 0 ? byte ^ 1 : byte));

  it("comes back as it was", () => {
    expect(openCommitted(once, sealed)).toEqual({ ok: true, value: utf8("body") });
  });

  it("names what is wrong in the order in which it is checked", () => {
    expect(openCommitted(once, { ...sealed, commit: flipped(sealed.commit), ct: flipped(sealed.ct) })).toEqual({
      ok: false,
      error: { type: "BadCommitment" },
    });
    for (const field of ["ct", "aad", "nonce"] as const) {
      expect(openCommitted(once, { ...sealed, [field]: flipped(sealed[field]) })).toEqual({
        ok: false,
        error: { type: "BadTag" },
      });
    }
    const unpadded = { ...sealed, ct: seal(once.key, nonce, aad, utf8("body")) };
    expect(openCommitted(once, unpadded)).toEqual({ ok: false, error: { type: "BadPadding" } });
  });

  it("another key is found by its commitment, before anything is decrypted", () => {
    expect(openCommitted(onceKey(random(64)), sealed)).toEqual({ ok: false, error: { type: "BadCommitment" } });
  });

  it.each([0, 15, 16])("a ciphertext of %i bytes is refused and does not throw", (length) => {
    expect(open(once.key, nonce, aad, new Uint8Array(length))).toBeNull();
  });

  it("a nonce of another length is refused and does not throw", () => {
    expect(open(once.key, new Uint8Array(12), aad, sealed.ct)).toBeNull();
  });
});

describe("a signature", () => {
  const key = signingKey(random(32));
  const message = utf8("message");
  const sig = sign(key, message);
  // The order of the base point (RFC 8032, section 5.1).
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const little = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(Uint8Array.from(bytes).toReversed())}`);
  const fromLittle = (value: bigint): Uint8Array => hex(value.toString(16).padStart(64, "0")).toReversed();

  it("verifies for its own message and key alone", () => {
    expect(verify(key.publicKey, message, sig)).toBe(true);
    expect(verify(key.publicKey, utf8("massage"), sig)).toBe(false);
    expect(verify(signingKey(random(32)).publicKey, message, sig)).toBe(false);
  });

  it("is the same each time", () => {
    expect(sign(key, message)).toEqual(sig);
  });

  it("with S above the group order is refused, though it would satisfy the equation", () => {
    const s = little(sig.subarray(32)) + order;
    expect(verify(key.publicKey, message, Uint8Array.from([...sig.subarray(0, 32), ...fromLittle(s)]))).toBe(false);
  });

  // Public keys of small order: with them one signature fits many messages (ZIP 215 lets them pass).
  it.each([
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  ])("under the small-order key %s is refused", (publicKey) => {
    const zeros = Uint8Array.from([...hex("01".padEnd(64, "0")), ...new Uint8Array(32)]);
    for (const forged of [zeros, Uint8Array.from([...hex(publicKey), ...new Uint8Array(32)])]) {
      expect(verify(hex(publicKey), message, forged)).toBe(false);
    }
  });

  it.each([0, 63, 65])("of %i bytes is refused and does not throw", (length) => {
    expect(verify(key.publicKey, message, new Uint8Array(length))).toBe(false);
  });

  it("under a key that is no point is refused and does not throw", () => {
    expect(verify(new Uint8Array(32).fill(255), message, sig)).toBe(false);
    expect(verify(new Uint8Array(31), message, sig)).toBe(false);
  });
});

describe("key agreement", () => {
  it("gives both sides the same", () => {
    const [a, b] = [agreementKey(random(32)), agreementKey(random(32))];
    expect(agree(a.secret, b.publicKey)).toEqual(agree(b.secret, a.publicKey));
  });

  // RFC 7748, section 6.1.
  it("agrees with the published example", () => {
    const alice = agreementKey(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    const bob = agreementKey(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    expect(toHex(alice.publicKey)).toBe("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    expect(toHex(bob.publicKey)).toBe("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    const shared = agree(alice.secret, bob.publicKey);
    expect(shared && toHex(shared)).toBe("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
  });

  // Every point whose order divides the cofactor, and encodings of them that are not canonical.
  it.each([
    "00".repeat(32),
    `01${"00".repeat(31)}`,
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    `ec${"ff".repeat(30)}7f`,
    `ed${"ff".repeat(30)}7f`,
    `ee${"ff".repeat(30)}7f`,
    `00${"00".repeat(30)}80`,
    `01${"00".repeat(30)}80`,
    `ec${"ff".repeat(31)}`,
  ])("refuses the low-order key %s", (publicKey) => {
    expect(agree(agreementKey(random(32)).secret, hex(publicKey))).toBeNull();
  });

  it.each([0, 31, 33])("refuses a key of %i bytes and does not throw", (length) => {
    expect(agree(agreementKey(random(32)).secret, new Uint8Array(length).fill(9))).toBeNull();
  });
});
