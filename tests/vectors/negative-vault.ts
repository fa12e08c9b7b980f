/** Lists what must be refused among locks, recovery records, pairings, acts and the keys of new epochs. */
import { makeAct } from "../second/acts.ts";
import { big, edSign, labelled, text, xSeal } from "../second/primitives.ts";
import { padded } from "../second/sealed.ts";
import { ownerOf } from "../second/stored.ts";
import { lowOrder, type Known, type Negative } from "./negative-list.ts";
import { from } from "./seeded.ts";
import { bytesFrom, join, textFrom, type Fields } from "./values.ts";

type Input = { readonly [field: string]: unknown };

const prefixFaults = [
  "BadMagic",
  "BadMagic",
  "BadMagic",
  "BadMagic",
  "UnknownVersion",
  "UnknownSuite",
  "UnknownType",
  "UnknownFlags",
];

const locks = (known: Known): readonly Negative[] => {
  const input = known("lock of nothing");
  const whole = (more: Input, of = "lock of nothing") => ({ of, field: "blob", ...more });
  const one = (name: string, fault: string, blob: unknown, more: Input = {}): Negative => ({
    name: `lock ${name}`,
    kind: "lock",
    fault,
    in: { stretched: input["stretched"], blob, ...more },
  });
  const kdf = (name: string, memory: number, passes: number, lanes: number): Negative =>
    one(
      `asking for ${name}`,
      "KdfOutOfRange",
      whole({ set: [[8, textFrom(join(big(memory * 1024, 4), big(passes, 4), big(lanes, 4)))]] }),
    );
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    kdf("31 MiB", 31, 12, 1),
    kdf("257 MiB", 257, 3, 1),
    kdf("2 passes", 96, 2, 1),
    kdf("13 passes", 64, 13, 1),
    kdf("2 lanes", 64, 3, 2),
    kdf("no lane", 64, 3, 0),
    kdf("too little in all", 32, 5, 1),
    kdf("4 GiB", 4095, 3, 1),
    kdf("nothing", 0, 0, 0),
    one("of a passkey with settings", "KdfOutOfRange", whole({ set: [[6, "0x03"]] })),
    one("under another passphrase", "BadCommitment", whole({}), { stretched: from("another lock")(32) }),
    one("as another kind", "BadCommitment", whole({ set: [[6, "0x02"]] })),
    one("with other settings in range", "BadTag", whole({ set: [[8, "0x00020000"]] })),
    one("with its salt changed", "BadCommitment", whole({ flip: [[20, 1]] })),
    one("with its nonce changed", "BadTag", whole({ flip: [[36, 1]] })),
    one("with its commitment changed", "BadCommitment", whole({ flip: [[60, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[92, 1]] })),
    one("with its tag changed", "BadTag", whole({ flip: [[619, 1]] })),
    one("cut short", "TooShort", whole({ ranges: [[0, 619]] })),
    one("cut in its ciphertext", "BadLength", whole({ ranges: [[0, 900]] }, "lock in the second bucket")),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of no bytes", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 262_253 }),
  ];
};

/** A lock whose plaintext the holder of the passphrase wrote otherwise. */
const badlyPadded = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("lock of nothing");
  const [stretched, salt, nonce] = ["stretched", "salt", "nonce"].map((name) => bytesFrom(String(input[name])));
  if (stretched === undefined || salt === undefined || nonce === undefined) throw new Error("no lock");
  const head = join(text("BLCK"), Uint8Array.of(1, 1, 1, 0), big(64 * 1024, 4), big(3, 4), big(1, 4), salt, nonce);
  const both = await labelled(stretched, "lock/daily", 64, salt);
  const sealed = async (plain: Uint8Array): Promise<string> =>
    textFrom(join(head, both.subarray(32), await xSeal(both.subarray(0, 32), nonce, head, plain)));
  const one = (name: string, blob: string): Negative => ({
    name: `lock ${name}`,
    kind: "lock",
    fault: "BadPadding",
    in: { stretched: input["stretched"], blob },
  });
  return [
    one(
      "with a pad byte that is not zero",
      await sealed(Uint8Array.from(padded(text("x")), (b, i) => (i === 99 ? 1 : b))),
    ),
    one("with a length beyond its padding", await sealed(join(big(509, 4), new Uint8Array(508)))),
  ];
};

const recoveries = (known: Known): readonly Negative[] => {
  const name1 = "recovery of three epochs";
  const whole = (more: Input, of = name1) => ({ of, field: "record", ...more });
  const one = (name: string, fault: string, record: unknown, more: Input = {}): Negative => ({
    name: `recovery ${name}`,
    kind: "recovery",
    fault,
    in: { entropy: known(name1)["entropy"], record, ...more },
  });
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    one("with other words", "BadCommitment", whole({}), { entropy: from("other words")(16) }),
    one("with its salt changed", "BadCommitment", whole({ flip: [[8, 1]] })),
    one("with its nonce changed", "BadTag", whole({ flip: [[24, 1]] })),
    one("with its commitment changed", "BadCommitment", whole({ flip: [[48, 1]] })),
    one("with its owner changed", "BadTag", whole({ flip: [[80, 1]] })),
    one("with its second salt changed", "BadCommitment", whole({ flip: [[132, 1]] })),
    one("with its second nonce changed", "BadTag", whole({ flip: [[148, 1]] })),
    one("with its length changed", "BadLength", whole({ flip: [[175, 1]] })),
    one("with its second commitment changed", "BadCommitment", whole({ flip: [[176, 1]] })),
    one("with its epochs changed", "BadTag", whole({ flip: [[208, 1]] })),
    one("cut short", "TooShort", whole({ ranges: [[0, 735]] })),
    one("cut in its epochs", "BadLength", whole({ ranges: [[0, 1000]] }, "recovery in the next bucket")),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of no bytes", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 16_513 }),
  ];
};

const codes = (): readonly Negative[] => {
  const one = (name: string, fault: string, more: Input): Negative => ({
    name: `pairing code ${name}`,
    kind: "pairing-code",
    fault,
    in: { bytes: { of: "pairing code", field: "bytes", ...more } },
  });
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, { flip: [[at, 64]] })),
    one("cut short", "TooShort", { ranges: [[0, 167]] }),
    one("with a byte more", "TooLong", { append: "0x00" }),
    one("that is a package", "UnknownType", { set: [[6, "0x02"]] }),
  ];
};

const pairings = (known: Known): readonly Negative[] => {
  const name1 = "pairing of one epoch";
  const input = known(name1);
  const code = input["code"];
  const whole = (more: Input, of = name1) => ({ of, field: "body", ...more });
  const one = (name: string, fault: string, body: unknown, more: Input = {}): Negative => ({
    name: `pairing ${name}`,
    kind: "pairing",
    fault,
    in: { code, sk: input["sk"], body, ...more },
  });
  const other = from("another pairing");
  const under = (name: string, field: string, length: number): Negative =>
    one(`under a code with another ${name}`, "BadTag", whole({}), {
      code: { ...(typeof code === "object" ? code : {}), [field]: other(length) },
    });
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    under("secret", "psk", 32),
    under("mailbox", "mailbox", 16),
    under("device", "deviceId", 16),
    under("signing key", "signPub", 32),
    under("agreement key", "agreePub", 32),
    under("one-time key", "pk", 32),
    one("with another one-time secret", "BadTag", whole({}), { sk: other(32) }),
    one("with its sender's key changed", "BadTag", whole({ flip: [[8, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[40, 1]] })),
    one("cut short", "TooShort", whole({ ranges: [[0, 567]] })),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of no bytes", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 16_513 }),
    ...lowOrder.map((key, i) => one(`from low-order key ${i + 1}`, "BadKey", whole({ set: [[8, key]] }))),
  ];
};

/** Texts that the owner signed, and that must not count all the same. */
const acts = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("member rotate");
  const secret = bytesFrom(String(input["ownerSecret"]));
  const { seed, ownerPub, vaultId } = await ownerOf(secret);
  const bodyOf = async (written: string): Promise<string> => {
    const bytes = text(written);
    const sig = await edSign(seed, join(text("membership/1"), vaultId, big(bytes.length, 4), bytes));
    return textFrom(text(JSON.stringify({ act: written, sig: textFrom(sig).slice(2) })));
  };
  const made = await makeAct({
    ...asFields(input),
    ownerSecret: secret,
    writePub: bytesFrom(String(input["writePub"])),
  });
  const outer: unknown = JSON.parse(new TextDecoder().decode(bodyIn(made)));
  const written = typeof outer === "object" && outer !== null && "act" in outer ? String(outer.act) : "";
  const one = (name: string, fault: string, body: unknown, more: Input = {}): Negative => ({
    name: `member ${name}`,
    kind: "member",
    fault,
    in: { body, ownerPub: textFrom(ownerPub), ...more },
  });
  const whole = (more: Input) => ({ of: "member rotate", field: "body", ...more });
  const signed = async (name: string, fault: string, change: (text: string) => string): Promise<Negative> =>
    one(`signed ${name}`, fault, await bodyOf(change(written)));
  const first = written.indexOf('"sealed"');
  return [
    one("of another vault", "BadSignature", whole({}), { ownerPub: { of: "owner two", field: "ownerPub" } }),
    one("with a letter changed", "BadSignature", whole({ flip: [[200, 1]] })),
    one("with a space behind", "BadShape", whole({ append: "0x20" })),
    one("that is no UTF-8", "BadText", whole({ set: [[20, "0xff"]] })),
    one("of no bytes", "BadShape", "0x"),
    one("oversize", "TooLong", { fill: "0x20", length: 262_141 }),
    one("of an empty object", "BadShape", textFrom(text("{}"))),
    await signed("as no JSON", "BadShape", () => "{"),
    await signed("with a space", "NotCanonical", (it) => it.replace(":", ": ")),
    await signed("with a further field", "NotCanonical", (it) => it.replace('"at":', '"more":1,"at":')),
    await signed("with a field twice", "NotCanonical", (it) => it.replace('"n":258', '"n":1,"n":258')),
    await signed("in another order", "NotCanonical", (it) => it.replace('"n":258,', "").replace(/}$/, ',"n":258}')),
    await signed("with another way to write a number", "NotCanonical", (it) => it.replace('"n":258', '"n":258.0')),
    await signed("of number 0", "BadShape", (it) => it.replace('"n":258', '"n":0')),
    await signed("of an unknown kind", "BadShape", (it) => it.replace('"rotate"', '"turn"')),
    await signed("with a short hash", "BadShape", (it) => it.replace(/"prev":"../, '"prev":"')),
    await signed("with capitals", "BadShape", (it) =>
      it.replace(/[a-f]/g, (letter) => (letter === "a" ? "A" : letter)),
    ),
    await signed("with a short sealed key", "BadShape", (it) => `${it.slice(0, first + 10)}${it.slice(first + 12)}`),
    await signed("with keys out of order", "BadShape", (it) =>
      it.replace(/("keys":\[)(\{[^}]*\}),(\{[^}]*\})/, "$1$3,$2"),
    ),
    await signed("with credentials of another epoch", "BadCredential", (it) => it.replace('"epoch":3', '"epoch":4')),
    await signed("with another write key", "BadCredential", (it) => it.replace(/"writePub":"../, '"writePub":"00')),
  ];
};
const asFields = (input: Input): Fields => {
  const entry = input["entry"];
  return { entry: JSON.parse(JSON.stringify(entry)) };
};
const bodyIn = (made: Fields): Uint8Array => {
  const body = made["body"];
  if (!(body instanceof Uint8Array)) throw new Error("no body");
  return body;
};

const epochKeys = (known: Known): readonly Negative[] => {
  const name1 = "epoch key of the second epoch";
  const input = known(name1);
  const one = (name: string, fault: string, more: Input, changes: Input = {}): Negative => ({
    name: `epoch key ${name}`,
    kind: "epoch-key",
    fault,
    in: { ...input, ...more, sealed: { of: name1, field: "sealed", ...changes } },
  });
  const other = from("another epoch key");
  return [
    one("for another vault", "BadTag", { vaultId: other(16) }),
    one("for another epoch", "BadTag", { epoch: 3 }),
    one("for another device", "BadTag", { device: other(16) }),
    one("without the epoch before", "BadTag", { before: other(32) }),
    one("to another agreement key", "BadTag", { agreeSecret: other(32) }),
    one("with its sender's key changed", "BadTag", {}, { flip: [[0, 1]] }),
    one("with its ciphertext changed", "BadTag", {}, { flip: [[32, 1]] }),
    one("cut short", "BadLength", {}, { ranges: [[0, 79]] }),
    one("with a byte more", "BadLength", {}, { append: "0x00" }),
    ...lowOrder.map((key, i) => one(`from low-order key ${i + 1}`, "BadKey", {}, { set: [[0, key]] })),
  ];
};

/** Everything of the vault that is neither an envelope nor a capsule. */
export const vaultNegatives = async (known: Known): Promise<readonly Negative[]> => [
  ...locks(known),
  ...(await badlyPadded(known)),
  ...recoveries(known),
  ...codes(),
  ...pairings(known),
  ...(await acts(known)),
  ...epochKeys(known),
];
