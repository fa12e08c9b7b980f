import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, u32, utf8 } from "@belay/basics";
import { seededRandom, testChain, testEnvelope, testVault, type TestVault } from "@belay/testkit";
import { bodyMax, decodeHeader, encodeHeader, envelopeMin, splitEnvelope, type Header } from "@belay/wire";
import { seal } from "./aead.ts";
import { derive, sha256 } from "./derive.ts";
import { chainStart, envelopeHash, openEnvelope, sealEnvelope, type OpenInput, type SealInput } from "./envelope.ts";
import { newDevice, newVaultKey, vaultKeys } from "./keys.ts";
import { labels } from "./labels.ts";
import { isBucket, pad } from "./padding.ts";
import { sign } from "./sign.ts";

const vault = testVault("envelope");
const inputFor = (of: TestVault, more: Partial<OpenInput> = {}): OpenInput => ({
  vaultId: of.vaultId,
  keyOfEpoch: (epoch) => (epoch === of.epoch ? of.keys : null),
  devicePub: of.device.sign.publicKey,
  verifySignature: true,
  prev: chainStart,
  ...more,
});
const faultOf = (bytes: Uint8Array, more: Partial<OpenInput> = {}): unknown => {
  const opened = openEnvelope(bytes, inputFor(vault, more));
  return opened.ok ? null : opened.error;
};
const flipped = (bytes: Uint8Array, at: number, by = 1): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};

/** What a dishonest holder of the device key could write: any header, commitment and ciphertext, rightly signed. */
const resigned = (header: Uint8Array, commit: Uint8Array, ct: Uint8Array): Uint8Array =>
  concat(header, commit, ct, sign(vault.device.sign, concat(header, commit, ct)));

describe("an envelope", () => {
  it("sealed and opened gives the same body, type, place and hash, for any body", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.constantFrom("events", "segment", "membership"),
        (body, type) => {
          const sealed = testEnvelope(vault, body, chainStart, type);
          const opened = openEnvelope(sealed.envelope, inputFor(vault));
          expect(opened).toMatchObject({
            ok: true,
            value: { body, hash: sealed.hash, header: { type, seq: 1, epoch: 1 } },
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("comes in the sizes of the buckets alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (length) => {
        const { envelope } = testEnvelope(vault, new Uint8Array(length));
        expect(isBucket(envelope.length - 240)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("shows nothing of its body", () => {
    const { envelope } = testEnvelope(vault, utf8("a very private sentence"));
    expect(Buffer.from(envelope).includes("private")).toBe(false);
  });

  it("of the largest body opens; one byte more is refused before sealing", () => {
    const body = new Uint8Array(bodyMax).fill(7);
    const opened = openEnvelope(testEnvelope(vault, body).envelope, inputFor(vault));
    expect(opened.ok && opened.value.body.length).toBe(bodyMax);
    const input: SealInput = {
      type: "events",
      vaultId: vault.vaultId,
      epoch: 1,
      device: vault.device,
      seq: 1,
      prevHash: chainStart.hash,
      body: new Uint8Array(bodyMax + 1),
    };
    expect(sealEnvelope(input, vault.keys, vault.random)).toEqual({
      ok: false,
      error: { type: "TooLong", max: bodyMax, got: bodyMax + 1 },
    });
  });

  it("takes fresh salt and nonce each time, so that the same body never looks the same", () => {
    const [a, b] = [testEnvelope(vault), testEnvelope(vault)];
    for (const [from, to] of [
      [84, 100],
      [100, 124],
      [128, 160],
      [160, 688],
    ] as const) {
      expect(toHex(a.envelope.subarray(from, to))).not.toBe(toHex(b.envelope.subarray(from, to)));
    }
  });

  it("has the published hash, which leaves the signature out", () => {
    const { envelope, hash } = testEnvelope(vault);
    expect(toHex(hash)).toBe(toHex(sha256(concat(utf8("op"), envelope.subarray(0, -64)))));
    expect(envelopeHash(envelope)).toEqual({ ok: true, value: hash });
    expect(envelopeHash(flipped(envelope, envelope.length - 1))).toEqual({ ok: true, value: hash });
    expect(envelopeHash(envelope.subarray(1)).ok).toBe(false);
  });

  it("opens out of a larger buffer and leaves the given bytes alone", () => {
    const { envelope } = testEnvelope(vault, utf8("x"));
    const around = concat(new Uint8Array(3), envelope, new Uint8Array(9));
    const before = toHex(around);
    expect(openEnvelope(around.subarray(3, 3 + envelope.length), inputFor(vault)).ok).toBe(true);
    expect(toHex(around)).toBe(before);
  });
});

describe("what is changed on the way", () => {
  const { envelope } = testEnvelope(vault, utf8("body"));

  it("any single flipped bit is refused, on receipt", () => {
    fc.assert(
      fc.property(fc.nat({ max: envelope.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        expect(faultOf(flipped(envelope, at, 1 << bit))).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("any flipped byte of header, commitment and ciphertext is refused even when the signature is not looked at", () => {
    for (let at = 0; at < envelope.length - 64; at += 1) {
      expect(faultOf(flipped(envelope, at), { verifySignature: false }), `byte ${at}`).not.toBeNull();
    }
  });

  it("a flipped byte of prevHash breaks the chain", () => {
    for (let at = 52; at < 84; at += 1) expect(faultOf(flipped(envelope, at))).toEqual({ type: "BrokenChain" });
  });

  it("cut at any length or with a byte left over, it is refused", () => {
    for (let length = 0; length < envelope.length; length += 13)
      expect(faultOf(envelope.subarray(0, length))).not.toBeNull();
    expect(faultOf(concat(envelope, Uint8Array.of(0)))).toMatchObject({ type: "BadLength" });
  });

  it("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1200 }), fc.boolean(), (bytes, prefixed) => {
        const tried = prefixed ? concat(envelope.subarray(0, 128), bytes) : bytes;
        expect(faultOf(tried)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe("what a dishonest writer could sign", () => {
  const { envelope } = testEnvelope(vault, utf8("body"));
  let header: Header;
  let headBytes: Uint8Array;
  let commit: Uint8Array;
  let ct: Uint8Array;
  beforeAll(() => {
    const split = splitEnvelope(envelope);
    if (!split.ok) throw new Error("no envelope");
    ({ header, headerBytes: headBytes, commit, ct } = split.value);
  });

  it("the helper itself writes what opens", () => {
    expect(faultOf(resigned(headBytes, commit, ct))).toBeNull();
  });

  it.each([
    ["type", { type: "segment" }],
    ["nonce", { nonce: new Uint8Array(24) }],
  ] as const)("a header with another %s than was sealed does not open", (_, change) => {
    expect(faultOf(resigned(encodeHeader({ ...header, ...change }), commit, ct))).toEqual({ type: "BadTag" });
  });

  it.each([
    ["salt", { salt: new Uint8Array(16) }],
    ["deviceId", { deviceId: new Uint8Array(16) }],
  ] as const)("another %s gives another key and another commitment", (_, change) => {
    expect(faultOf(resigned(encodeHeader({ ...header, ...change }), commit, ct))).toEqual({ type: "BadCommitment" });
  });

  it("another seq, epoch or vault than was sealed does not open, even where the rules would let it pass", () => {
    const link = { seq: 4, hash: new Uint8Array(32).fill(5) };
    const moved = encodeHeader({ ...header, seq: 5, prevHash: link.hash });
    expect(faultOf(resigned(moved, commit, ct), { prev: link })).toEqual({ type: "BadTag" });
    const epoch = encodeHeader({ ...header, epoch: 2 });
    expect(faultOf(resigned(epoch, commit, ct), { keyOfEpoch: () => vault.keys })).toEqual({ type: "BadTag" });
    const other = new Uint8Array(16).fill(3);
    expect(faultOf(resigned(encodeHeader({ ...header, vaultId: other }), commit, ct), { vaultId: other })).toEqual({
      type: "BadTag",
    });
  });

  it("a wrong commitment before a right ciphertext is refused by name", () => {
    expect(faultOf(resigned(headBytes, flipped(commit, 0), ct))).toEqual({ type: "BadCommitment" });
    expect(faultOf(resigned(headBytes, commit, flipped(ct, 0)))).toEqual({ type: "BadTag" });
    expect(faultOf(resigned(headBytes, commit, flipped(ct, ct.length - 1)))).toEqual({ type: "BadTag" });
  });

  const withPlain = (plain: Uint8Array): Uint8Array => {
    const head = encodeHeader({ ...header, ctLen: plain.length + 16 });
    const once = derive(vault.keys.root, labels.record, 64, header.deviceId, header.salt);
    return resigned(head, once.subarray(32), seal(once.subarray(0, 32), header.nonce, head, plain));
  };

  it.each([
    ["a pad byte that is not zero", () => flipped(pad(utf8("body")), 511)],
    ["a length that points beyond the end", () => concat(u32(600), new Uint8Array(508))],
    ["a size that is no bucket", () => concat(u32(4), new Uint8Array(600))],
  ])("%s is refused", (_, plain) => {
    expect(faultOf(withPlain(plain()))).toEqual({ type: "BadPadding" });
  });

  it("the same with right padding opens, so that the three above fail for their own reason", () => {
    expect(faultOf(withPlain(pad(utf8("body"))))).toBeNull();
  });
});

describe("the rules of the chain", () => {
  const chain = testChain(vault, 4);
  const at = (seq: number): Uint8Array => chain[seq - 1]?.envelope ?? new Uint8Array(0);
  const link = (seq: number) => ({ seq, hash: chain[seq - 1]?.hash ?? chainStart.hash });

  it("every link follows the one before it", () => {
    for (const seq of [1, 2, 3, 4]) expect(faultOf(at(seq), { prev: link(seq - 1) })).toBeNull();
  });

  it("a skipped link is a gap and says what is expected", () => {
    expect(faultOf(at(4), { prev: link(1) })).toEqual({ type: "Gap", expected: 2, got: 4 });
  });

  it("a link again, or an older one, is a replay", () => {
    expect(faultOf(at(2), { prev: link(2) })).toEqual({ type: "Replayed", seq: 2 });
    expect(faultOf(at(1), { prev: link(3) })).toEqual({ type: "Replayed", seq: 1 });
  });

  it("a link after another history is a broken chain", () => {
    expect(faultOf(at(3), { prev: { seq: 2, hash: new Uint8Array(32).fill(1) } })).toEqual({ type: "BrokenChain" });
  });

  it("a first link names nothing before it, and no later link may", () => {
    const input: SealInput = {
      type: "events",
      vaultId: vault.vaultId,
      epoch: 1,
      device: vault.device,
      seq: 1,
      prevHash: new Uint8Array(32).fill(1),
      body: utf8("x"),
    };
    const bad = [input, { ...input, seq: 2, prevHash: chainStart.hash }].map((one) =>
      sealEnvelope(one, vault.keys, vault.random),
    );
    for (const sealed of bad)
      expect(sealed.ok && faultOf(sealed.value.envelope, { prev: { seq: 1, hash: chainStart.hash } })).toMatchObject({
        type: "BrokenChain",
      });
  });

  it("without a link before it, the rule is left to the caller", () => {
    const { prev: _, ...rest } = inputFor(vault);
    expect(openEnvelope(at(3), rest).ok).toBe(true);
  });
});

describe("who may write, and until when", () => {
  const { envelope } = testEnvelope(vault);
  const random = seededRandom("others");

  it("another vault's, an unknown epoch's and an unknown device's are refused by name", () => {
    expect(faultOf(envelope, { vaultId: random(16) })).toEqual({ type: "OtherVault" });
    expect(faultOf(envelope, { keyOfEpoch: () => null })).toEqual({ type: "UnknownEpoch", epoch: 1 });
    expect(faultOf(envelope, { devicePub: null })).toEqual({ type: "UnknownDevice" });
    expect(faultOf(envelope, { devicePub: newDevice(random).sign.publicKey })).toEqual({ type: "BadSignature" });
  });

  it("with another epoch's key the commitment does not fit", () => {
    expect(faultOf(envelope, { keyOfEpoch: () => vaultKeys(newVaultKey(random)) })).toEqual({ type: "BadCommitment" });
  });

  it("on a cold open the signature is not looked at, and the device's key is not needed", () => {
    const forged = flipped(envelope, envelope.length - 1);
    expect(faultOf(forged)).toEqual({ type: "BadSignature" });
    expect(faultOf(forged, { verifySignature: false, devicePub: null })).toBeNull();
  });

  it("after a device's accepted end nothing of that epoch or an older one counts", () => {
    const [, second] = testChain(vault, 2);
    const bytes = second?.envelope ?? new Uint8Array(0);
    const { prev: _, ...rest } = inputFor(vault);
    const open = (cut: { epoch: number; seq: number }) => openEnvelope(bytes, { ...rest, cut });
    expect(open({ epoch: 1, seq: 1 })).toEqual({ ok: false, error: { type: "BeyondCut" } });
    expect(open({ epoch: 2, seq: 1 })).toEqual({ ok: false, error: { type: "BeyondCut" } });
    expect(open({ epoch: 1, seq: 2 }).ok).toBe(true);
  });

  it("what is wrong first is named first: vault, epoch, chain, signature, commitment", () => {
    const broken = flipped(flipped(envelope, 130), envelope.length - 1);
    expect(faultOf(broken, { vaultId: random(16), keyOfEpoch: () => null })).toEqual({ type: "OtherVault" });
    expect(faultOf(broken, { keyOfEpoch: () => null, prev: { seq: 1, hash: random(32) } })).toEqual({
      type: "UnknownEpoch",
      epoch: 1,
    });
    expect(faultOf(broken, { prev: { seq: 1, hash: random(32) } })).toEqual({ type: "Replayed", seq: 1 });
    expect(faultOf(broken)).toEqual({ type: "BadSignature" });
    expect(faultOf(broken, { verifySignature: false })).toEqual({ type: "BadCommitment" });
  });

  it("no key is derived for a version or suite that is not known", () => {
    const asked: number[] = [];
    for (const at of [4, 5, 6, 7]) {
      openEnvelope(
        flipped(envelope, at, 8),
        inputFor(vault, { keyOfEpoch: (epoch) => (asked.push(epoch), vault.keys) }),
      );
    }
    expect(asked).toEqual([]);
  });

  it("the smallest envelope is as long as published", () => {
    expect(envelope).toHaveLength(envelopeMin);
    expect(decodeHeader(envelope).ok).toBe(true);
  });
});
