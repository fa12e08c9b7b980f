/** Lists our negative vectors: everything that must be refused, and by which name. */
import { header, padded, recordKey, signed, types, type EnvelopeInput } from "../second/sealed.ts";
import { big, edPublic, edSign, edVerify, labelled, text, xSeal } from "../second/primitives.ts";
import { from } from "./seeded.ts";
import { bytesFrom, join, textFrom } from "./values.ts";

/** A negative vector; `fault` is the tag the shipped implementation must give. */
export interface Negative {
  readonly name: string;
  readonly kind: string;
  readonly in: { readonly [field: string]: unknown };
  readonly fault: string;
}

type Input = { readonly [field: string]: unknown };
type Source = { readonly of: string; readonly field: string } & Input;

/** The inputs of a positive vector, for the negatives that are made from it. */
export type Known = (name: string) => Input;

const bytesIn = (input: Input, field: string): Uint8Array => bytesFrom(String(input[field]));
const envelopeIn = (input: Input): EnvelopeInput => ({
  type: types[String(input["type"])] ?? 0,
  vaultId: bytesIn(input, "vaultId"),
  epoch: Number(input["epoch"]),
  epochKey: bytesIn(input, "epochKey"),
  deviceId: bytesIn(input, "deviceId"),
  signSeed: bytesIn(input, "signSeed"),
  seq: Number(input["seq"]),
  prevHash: bytesIn(input, "prevHash"),
  salt: bytesIn(input, "salt"),
  nonce: bytesIn(input, "nonce"),
});

const headerFault = (at: number): string => {
  const fields: readonly (readonly [below: number, fault: string])[] = [
    [4, "BadMagic"],
    [5, "UnknownVersion"],
    [6, "UnknownSuite"],
    [7, "UnknownType"],
    [8, "UnknownFlags"],
    [24, "OtherVault"],
    [28, "UnknownEpoch"],
    [44, "BadSignature"],
    [84, "BrokenChain"],
    [124, "BadSignature"],
    [128, "BadLength"],
  ];
  return fields.find(([below]) => at < below)?.[1] ?? "";
};

/** Every header byte changed once, by a bit of its own field. */
const flippedHeader = (context: Input): readonly Negative[] =>
  Array.from({ length: 128 }, (_, at) => {
    // The seq's highest byte would leave the range of a number; any other would be a later link that names none before it.
    const by = at === 51 ? 2 : at === 6 ? 128 : 16;
    const fault = at === 44 ? "BadNumber" : headerFault(at);
    return {
      name: `envelope header byte ${at} changed`,
      kind: "envelope",
      fault,
      in: { ...context, envelope: { of: "envelope events", field: "envelope", flip: [[at, by]] } },
    };
  });

const outsideFaults = (context: Input, later: Input): readonly Negative[] => {
  const whole = (more: Input): Source => ({ of: "envelope events", field: "envelope", ...more });
  const one = (name: string, fault: string, envelope: unknown, more: Input = {}): Negative => ({
    name: `envelope ${name}`,
    kind: "envelope",
    fault,
    in: { ...context, envelope, ...more },
  });
  const other = from("others");
  return [
    one("of nothing", "TooShort", "0x"),
    one("of the header alone", "TooShort", whole({ ranges: [[0, 128]] })),
    one("cut by one byte", "TooShort", whole({ ranges: [[0, 751]] })),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("cut in its ciphertext", "BadLength", { of: "envelope one above 512", field: "envelope", ranges: [[0, 900]] }),
    one("oversize", "TooLong", { fill: "0x42", length: 262_385 }),
    one("with its signature's first byte changed", "BadSignature", whole({ flip: [[688, 1]] })),
    one("with its commitment changed, not signed again", "BadSignature", whole({ flip: [[128, 1]] })),
    one("with its ciphertext changed, not signed again", "BadSignature", whole({ flip: [[160, 1]] })),
    one("of another vault", "OtherVault", whole({}), { vaultId: other(16) }),
    one("of an epoch without a key", "UnknownEpoch", whole({}), { epoch: 2 }),
    one("under another epoch key", "BadCommitment", whole({}), { epochKey: other(32) }),
    one("by another device", "BadSignature", whole({}), { devicePub: textFrom(new Uint8Array(32).fill(9)) }),
    one("seen before", "Replayed", whole({}), { prev: { seq: 1, hash: other(32) } }),
    one(
      "after another history",
      "BrokenChain",
      { of: "envelope later link", field: "envelope" },
      { ...later, prev: { seq: 257, hash: other(32) } },
    ),
    one(
      "after a gap",
      "Gap",
      { of: "envelope later link", field: "envelope" },
      { ...later, prev: { seq: 200, hash: other(32) } },
    ),
  ];
};

/** What a dishonest holder of the device key could sign: each field of the header other than what was sealed under. */
const resigned = async (input: Input): Promise<readonly Negative[]> => {
  const of = envelopeIn(input);
  const context = { ...input, devicePub: textFrom(await edPublic(of.signSeed)) };
  const plain = padded(bytesIn(input, "body"));
  const head = header(of, plain.length + 16);
  const [key, commit] = await recordKey(of.epochKey, of.deviceId, of.salt);
  const ct = await xSeal(key, of.nonce, head, plain);
  const other = from("resigned");
  const one = (name: string, fault: string, bytes: Uint8Array, more: Input = {}): Negative => ({
    name: `envelope signed again ${name}`,
    kind: "envelope",
    fault,
    in: { ...context, ...more, envelope: textFrom(bytes) },
  });
  const under = async (
    name: string,
    fault: string,
    change: Partial<EnvelopeInput>,
    more: Input = {},
  ): Promise<Negative> =>
    one(
      `with another ${name}`,
      fault,
      await signed(of.signSeed, header({ ...of, ...change }, ct.length), commit, ct),
      more,
    );
  const sealedAs = async (inside: Uint8Array): Promise<Uint8Array> => {
    const outer = header(of, inside.length + 16);
    return signed(of.signSeed, outer, commit, await xSeal(key, of.nonce, outer, inside));
  };
  const changed = (bytes: Uint8Array, at: number): Uint8Array =>
    Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
  const link = { seq: 4, hash: other(32) };
  const otherVault = other(16);
  const marked = (at: number, byte: number): Uint8Array => Uint8Array.from(head, (old, i) => (i === at ? byte : old));
  return [
    await under("type", "BadTag", { type: 2 }),
    await under("vault", "BadTag", { vaultId: bytesFrom(otherVault) }, { vaultId: otherVault }),
    await under("epoch", "BadTag", { epoch: 2 }, { epoch: 2 }),
    await under("device", "BadCommitment", { deviceId: bytesFrom(other(16)) }),
    await under("seq and link", "BadTag", { seq: 5, prevHash: bytesFrom(link.hash) }, { prev: link }),
    await under("salt", "BadCommitment", { salt: bytesFrom(other(16)) }),
    await under("nonce", "BadTag", { nonce: bytesFrom(other(24)) }),
    one("with an unknown version", "UnknownVersion", await signed(of.signSeed, marked(4, 2), commit, ct)),
    one("with an unknown suite", "UnknownSuite", await signed(of.signSeed, marked(5, 2), commit, ct)),
    one("with an unknown type", "UnknownType", await signed(of.signSeed, marked(6, 4), commit, ct)),
    one("with a flag", "UnknownFlags", await signed(of.signSeed, marked(7, 1), commit, ct)),
    one(
      "with a wrong commitment and a right tag",
      "BadCommitment",
      await signed(of.signSeed, head, changed(commit, 0), ct),
    ),
    one(
      "with a wrong tag and a right commitment",
      "BadTag",
      await signed(of.signSeed, head, commit, changed(ct, ct.length - 1)),
    ),
    one("with a wrong ciphertext", "BadTag", await signed(of.signSeed, head, commit, changed(ct, 3))),
    one("with a pad byte that is not zero", "BadPadding", await sealedAs(changed(plain, plain.length - 1))),
    one("with a length beyond its padding", "BadPadding", await sealedAs(join(big(509, 4), new Uint8Array(508)))),
    one("with the largest length", "BadPadding", await sealedAs(join(big(2 ** 32 - 1, 4), new Uint8Array(508)))),
    one("in a size that is no bucket", "BadPadding", await sealedAs(new Uint8Array(600))),
    one("of an old epoch after its cut", "BeyondCut", await signed(of.signSeed, head, commit, ct), {
      cut: { epoch: 1, seq: 0 },
    }),
    one("of an epoch older than the cut's", "BeyondCut", await signed(of.signSeed, head, commit, ct), {
      cut: { epoch: 4, seq: 0 },
    }),
  ];
};

/** The order of the base point (RFC 8032, section 5.1), and points of small order. */
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
const smallOrder = [
  "0x0100000000000000000000000000000000000000000000000000000000000000",
  "0xecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0x0000000000000000000000000000000000000000000000000000000000000080",
  "0x26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "0xc7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
];

const signatures = async (): Promise<readonly Negative[]> => {
  const bytes = from("signatures");
  const seed = bytesFrom(bytes(32));
  const [publicKey, message] = [await edPublic(seed), text("message")];
  const sig = await edSign(seed, message);
  if (!(await edVerify(publicKey, message, sig))) throw new Error("the base signature does not verify");
  const s = sig.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + groupOrder;
  const shifted = join(
    sig.subarray(0, 32),
    Uint8Array.from({ length: 32 }, (_, i) => Number((s >> BigInt(8 * i)) & 255n)),
  );
  const one = (name: string, key: string, said: Uint8Array, given: Uint8Array): Negative => ({
    name: `signature ${name}`,
    kind: "verify",
    fault: "BadSignature",
    in: { publicKey: key, message: textFrom(said), sig: textFrom(given) },
  });
  const zeros = new Uint8Array(32);
  return [
    one("over another message", textFrom(publicKey), text("massage"), sig),
    one("with S above the group order", textFrom(publicKey), message, shifted),
    one("cut short", textFrom(publicKey), message, sig.subarray(0, 63)),
    one("with a byte more", textFrom(publicKey), message, join(sig, zeros.subarray(0, 1))),
    one("of zeros", textFrom(publicKey), message, new Uint8Array(64)),
    one("under no point", textFrom(new Uint8Array(32).fill(255)), message, sig),
    ...smallOrder.map((key, i) => one(`under small-order key ${i + 1}`, key, message, join(bytesFrom(key), zeros))),
    one(
      "with R not canonical",
      textFrom(publicKey),
      message,
      join(bytesFrom(`0xed${"ff".repeat(30)}7f`), sig.subarray(32)),
    ),
  ];
};

const requests = (known: Known): readonly Negative[] => {
  const other = from("other requests");
  const hello = (name: string, more: Input): Negative => ({
    name: `hello ${name}`,
    kind: "hello",
    fault: "BadSignature",
    in: {
      ...known("hello"),
      writePub: { of: "hello", field: "writePub" },
      sig: { of: "hello", field: "sig" },
      ...more,
    },
  });
  const rotate = (name: string, more: Input): Negative => ({
    name: `rotate ${name}`,
    kind: "rotate",
    fault: "BadSignature",
    in: {
      ...known("rotate"),
      ownerPub: { of: "rotate", field: "ownerPub" },
      sig: { of: "rotate", field: "sig" },
      ...more,
    },
  });
  return [
    hello("at another origin", { origin: "https://other.example" }),
    hello("for another vault", { vaultId: other(16) }),
    hello("to another challenge", { nonce: other(32) }),
    hello("changed", { sig: { of: "hello", field: "sig", flip: [[0, 1]] } }),
    hello("under the owner's key", { writePub: { of: "owner one", field: "ownerPub" } }),
    rotate("of another epoch", { epoch: 259 }),
    rotate("to another key", { writePub: other(32) }),
    rotate("of another vault", { ownerPub: { of: "owner one", field: "ownerPub" } }),
    {
      name: "delete answered with a hello",
      kind: "delete",
      fault: "BadSignature",
      in: { ...known("delete"), ownerPub: { of: "delete", field: "ownerPub" }, sig: { of: "hello", field: "sig" } },
    },
    {
      name: "delete at another origin",
      kind: "delete",
      fault: "BadSignature",
      in: {
        ...known("delete"),
        origin: "https://other.example",
        ownerPub: { of: "delete", field: "ownerPub" },
        sig: { of: "delete", field: "sig" },
      },
    },
  ];
};

/** Everything about envelopes, signatures and requests. */
export const envelopeNegatives = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("envelope events");
  const context = { ...input, devicePub: { of: "envelope events", field: "devicePub" } };
  const later = { ...known("envelope later link"), devicePub: { of: "envelope later link", field: "devicePub" } };
  return [
    ...flippedHeader(context),
    ...outsideFaults(context, later),
    ...(await resigned(input)),
    ...(await signatures()),
    ...requests(known),
  ];
};

/** The public keys X25519 must refuse (RFC 7748, section 6.1), and encodings of them that are not canonical. */
export const lowOrder: readonly string[] = [
  `0x${"00".repeat(32)}`,
  `0x01${"00".repeat(31)}`,
  "0xe0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "0x5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  `0xec${"ff".repeat(30)}7f`,
  `0xed${"ff".repeat(30)}7f`,
  `0xee${"ff".repeat(30)}7f`,
];

/** Used by the list of capsules and stored things. */
export const askKeyFor = async (secret: Uint8Array, id: Uint8Array, salt: Uint8Array): Promise<Uint8Array> =>
  labelled(await labelled(secret, "ask/content", 32), "ask/record", 64, id, salt);
