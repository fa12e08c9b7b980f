import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, utf8 } from "@belay/basics";
import { testVault } from "@belay/testkit";
import { agreementKey } from "./agree.ts";
import {
  decodePairingCode,
  encodePairingCode,
  openPairing,
  pairingDigits,
  pairingProofs,
  sealPairing,
  type PairingCode,
} from "./pairing.ts";
import { packPackage, unpackPackage, type PairingPackage } from "./pairing-body.ts";
import { recoveryCoverBytes } from "./recovery.ts";
import { asSecret } from "./secret.ts";

const { owner, device, random } = testVault("pairing");
const own = agreementKey(random(32));
const code: PairingCode = {
  pk: own.publicKey,
  psk: asSecret(random(32)),
  mailbox: random(16),
  deviceId: device.id,
  signPub: device.sign.publicKey,
  agreePub: device.agree.publicKey,
};
const inside: PairingPackage = {
  ownerPub: owner.ownerPub,
  epochs: [1, 2].map((epoch) => ({ epoch, key: asSecret(random(32)) })),
  head: { n: 3, hash: random(32) },
  heads: { [toHex(random(16))]: [12, toHex(random(32))], [toHex(random(16))]: [1, toHex(random(32))] },
};
const sealed = (body: PairingPackage = inside, to = code): Uint8Array => {
  const made = sealPairing(to, body, random);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const body = sealed();
const faultOf = (bytes: Uint8Array, by = code, key = own): string => {
  const read = openPairing(by, key, bytes);
  return read.ok ? "none" : read.error.type;
};
const shown = ({ epochs, owner: os, ...rest }: PairingPackage) => ({
  ...rest,
  owner: os === undefined ? null : toHex(os.expose()),
  epochs: epochs.map(({ epoch, key }) => [epoch, toHex(key.expose())]),
});
const opened = (bytes: Uint8Array): PairingPackage => {
  const read = openPairing(code, own, bytes);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

describe("the code on the new device's screen", () => {
  it("is 168 bytes and comes back as it was", () => {
    const bytes = encodePairingCode(code);
    const read = decodePairingCode(bytes);
    expect(bytes.length).toBe(168);
    if (!read.ok) throw new Error(read.error.type);
    expect(encodePairingCode(read.value)).toEqual(bytes);
    bytes.fill(0);
    expect(read.value.psk.expose()).toEqual(code.psk.expose());
  });

  it.each([
    ["short", (bytes: Uint8Array) => bytes.slice(1), "TooShort"],
    ["long", (bytes: Uint8Array) => concat(bytes, Uint8Array.of(0)), "TooLong"],
    ["another app's", (bytes: Uint8Array) => bytes.fill(66, 0, 4), "BadMagic"],
    ["of a newer version", (bytes: Uint8Array) => bytes.fill(2, 4, 5), "UnknownVersion"],
    ["of another suite", (bytes: Uint8Array) => bytes.fill(2, 5, 6), "UnknownSuite"],
    ["a package", (bytes: Uint8Array) => bytes.fill(2, 6, 7), "UnknownType"],
    ["flagged", (bytes: Uint8Array) => bytes.fill(1, 7, 8), "UnknownFlags"],
  ])("is refused when it is %s", (_, change, fault) => {
    const read = decodePairingCode(change(encodePairingCode(code)));
    expect(read.ok ? "none" : read.error.type).toBe(fault);
  });

  it("gives six digits that change with every part of it", () => {
    expect(pairingDigits(code)).toMatch(/^\d{6}$/);
    expect(pairingDigits(code)).toBe(pairingDigits(code));
    const others: readonly PairingCode[] = [
      { ...code, pk: random(32) },
      { ...code, psk: asSecret(random(32)) },
      { ...code, mailbox: random(16) },
      { ...code, deviceId: random(16) },
      { ...code, signPub: random(32) },
      { ...code, agreePub: random(32) },
    ];
    for (const other of others) expect(pairingDigits(other)).not.toBe(pairingDigits(code));
  });

  it("spreads its digits over the whole range", () => {
    const first = new Set(
      Array.from({ length: 200 }, () => pairingDigits({ ...code, mailbox: random(16) }).slice(0, 1)),
    );
    expect(first.size).toBe(10);
  });

  it("gives two proofs, of the secret alone, that differ", () => {
    const { readProof, ownerProof } = pairingProofs(code);
    expect(readProof).not.toEqual(ownerProof);
    expect(pairingProofs({ ...code, pk: random(32) })).toEqual({ readProof, ownerProof });
  });
});

describe("the package", () => {
  it.each([
    ["the least", inside],
    ["with the owner secret", { ...inside, owner: owner.secret }],
    ["with a recovery record", { ...inside, recoveryId: random(16) }],
    ["with what renews the record", { ...inside, recoveryId: random(16), recoveryCover: random(136) }],
    [
      "with everything",
      { ...inside, owner: owner.secret, recoveryId: random(16), recoveryCover: random(recoveryCoverBytes) },
    ],
    ["of a vault in which nothing was written", { ...inside, heads: {} }],
  ])("comes out as it went in: %s", (_, whole) => {
    expect(shown(opened(sealed(whole)))).toEqual(shown(whole));
  });

  it("lists heads by rising id, whatever the order they were given in", () => {
    const turned = { ...inside, heads: Object.fromEntries(Object.entries(inside.heads).toReversed()) };
    expect(packPackage(turned)).toEqual(packPackage(inside));
  });

  it.each([
    ["another secret", { psk: asSecret(random(32)) }],
    ["another mailbox", { mailbox: random(16) }],
    ["another device", { deviceId: random(16) }],
    ["another signing key", { signPub: random(32) }],
    ["another agreement key", { agreePub: random(32) }],
    ["another one-time key", { pk: random(32) }],
  ])("does not open under a code with %s", (_, other) => {
    expect(faultOf(body, { ...code, ...other })).toBe("BadTag");
  });

  it("opens with the one-time key alone", () => {
    expect(faultOf(body, code, agreementKey(random(32)))).toBe("BadTag");
  });

  it("no changed byte anywhere is taken", () => {
    for (let at = 0; at < body.length; at += 7)
      expect(faultOf(body.with(at, (body[at] ?? 0) ^ 1)), String(at)).not.toBe("none");
  });

  it.each([
    ["cut short", body.slice(0, -1), "TooShort"],
    ["lengthened", concat(body, Uint8Array.of(0)), "BadLength"],
    ["far too long", new Uint8Array(20_000), "TooLong"],
    ["a code", concat(encodePairingCode(code), new Uint8Array(500)), "UnknownType"],
    ["from a key of low order", concat(body.slice(0, 8), new Uint8Array(32), body.slice(40)), "BadKey"],
  ])("is refused when it is %s", (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  it("is not sealed to a key of low order", () => {
    const made = sealPairing({ ...code, pk: new Uint8Array(32) }, inside, random);
    expect(made.ok ? "none" : made.error.type).toBe("BadKey");
  });

  it.each([
    ["an id that is no id", { heads: { ab: [1, "00".repeat(32)] } }],
    ["a seq of nothing", { heads: { ["00".repeat(16)]: [0, "00".repeat(32)] } }],
    ["no epoch", { epochs: [] }],
    ["another vault's owner secret", { owner: asSecret(utf8("x".repeat(32))) }],
  ] as const)("is not packed with %s", (_, more) => {
    const made = packPackage({ ...inside, ...more });
    expect(made.ok ? "none" : made.error.type).toBe("BadShape");
  });
});

describe("the package's bytes", () => {
  const packed = packPackage({ ...inside, owner: owner.secret });
  const bytes = packed.ok ? packed.value : new Uint8Array(0);

  it("are refused in any other length or order", () => {
    for (const other of [bytes.slice(0, 72), bytes.slice(0, -1), concat(bytes, bytes.slice(0, 1)), bytes.with(0, 4)])
      expect(unpackPackage(other).ok).toBe(false);
    const swapped = Uint8Array.from(bytes);
    swapped.set(bytes.subarray(145, 201), 201);
    swapped.set(bytes.subarray(201, 257), 145);
    expect(unpackPackage(swapped)).toEqual({ ok: false, error: { type: "BadShape", field: "heads" } });
  });

  it("never throw, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        const read = unpackPackage(any);
        expect(read.ok || typeof read.error.type === "string").toBe(true);
      }),
    );
  });
});
