/** Hands the keys of a vault to a device that stands beside this one: the code, the digits, the package (page 4.8). */
import { concat, equalBytes, err, ok, utf8, type Result } from "@belay/basics";
import { capsuleMax, smallestBucket, tagBytes, wireSuite, wireVersion, type WireFault } from "@belay/wire";
import type { AgreementKey } from "./agree.ts";
import { derive, rootOf } from "./derive.ts";
import type { TooLong } from "./fault.ts";
import { hpkeOpen, hpkeSeal, receiverContext, senderContext, type BadKey, type PskInput } from "./hpke.ts";
import { labels } from "./labels.ts";
import { isBucket, pad, unpad } from "./padding.ts";
import { packPackage, unpackPackage, type PairingPackage } from "./pairing-body.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";

/** What the new device shows as a code, for the camera of the old one alone; never a link. */
export interface PairingCode {
  /** The one-time X25519 key the package is sealed to, 32 bytes. */
  readonly pk: Uint8Array;
  /** 32 random bytes: who has them has seen the screen. */
  readonly psk: Secret;
  /** 16 random bytes: where the package will lie. */
  readonly mailbox: Uint8Array;
  /** The new device, as the membership act will name it: 16, 32 and 32 bytes. */
  readonly deviceId: Uint8Array;
  readonly signPub: Uint8Array;
  readonly agreePub: Uint8Array;
}

/** What the relay is asked with: the proofs themselves, 32 bytes each. */
export interface PairingProofs {
  readonly readProof: Uint8Array;
  readonly ownerProof: Uint8Array;
}

/** Why a package was refused. Sealed for another code, by somebody who had not seen it, or changed: all `BadTag`. */
export type PairingFault = WireFault | BadKey | { readonly type: "BadTag" } | { readonly type: "BadPadding" };

const codePrefix = concat(utf8("BPAR"), Uint8Array.of(wireVersion, wireSuite, 1, 0));
const packagePrefix = concat(utf8("BPAR"), Uint8Array.of(wireVersion, wireSuite, 2, 0));
/** Bytes of a code: eight, then the six fields. */
const codeBytes = 168;
// prefix(8) enc(32)
const packageHead = 40;
const packageMin = packageHead + smallestBucket + tagBytes;

const prefixFault = (bytes: Uint8Array, prefix: Uint8Array): WireFault | null => {
  const [version = 0, suite = 0, kind = 0, flags = 0] = bytes.subarray(4, 8);
  if (!equalBytes(bytes.subarray(0, 4), prefix.subarray(0, 4))) return { type: "BadMagic" };
  if (version !== wireVersion) return { type: "UnknownVersion", got: version };
  if (suite !== wireSuite) return { type: "UnknownSuite", got: suite };
  if (kind !== prefix[6]) return { type: "UnknownType", got: kind };
  return flags === 0 ? null : { type: "UnknownFlags", got: flags };
};

/** `"BPAR" version suite 1 0 | pk(32) psk(32) mailbox(16) deviceId(16) signPub(32) agreePub(32)`: 168 bytes. */
export const encodePairingCode = (code: PairingCode): Uint8Array =>
  concat(codePrefix, code.pk, code.psk.expose(), code.mailbox, code.deviceId, code.signPub, code.agreePub);

/** The code in what the camera saw. Nothing in it points into `bytes`. */
export const decodePairingCode = (bytes: Uint8Array): Result<PairingCode, WireFault> => {
  if (bytes.length < codeBytes) return err({ type: "TooShort", min: codeBytes, got: bytes.length });
  if (bytes.length > codeBytes) return err({ type: "TooLong", max: codeBytes, got: bytes.length });
  const fault = prefixFault(bytes, codePrefix);
  if (fault !== null) return err(fault);
  const own = Uint8Array.from(bytes);
  return ok({
    pk: own.slice(8, 40),
    psk: asSecret(own.subarray(40, 72)),
    mailbox: own.slice(72, 88),
    deviceId: own.slice(88, 104),
    signPub: own.slice(104, 136),
    agreePub: own.slice(136, 168),
  });
};

/** Everything in the code but its secret, each part apart. */
const publicParts = (code: PairingCode): readonly Uint8Array[] => [
  code.pk,
  code.mailbox,
  code.deviceId,
  code.signPub,
  code.agreePub,
];

/** Six digits that both devices show before anything is sent: the same exactly when both hold the same code. */
export const pairingDigits = (code: PairingCode): string => {
  const bytes = derive(rootOf(code.psk.expose()), labels.pairDigits, 32, ...publicParts(code));
  let number = 0;
  for (const byte of bytes.subarray(0, 6)) number = number * 256 + byte;
  return String(number % 1_000_000).padStart(6, "0");
};

/** The proofs of the mailbox, known to both devices alone. */
export const pairingProofs = (code: PairingCode): PairingProofs => {
  const root = rootOf(code.psk.expose());
  return { readProof: derive(root, labels.pairRead, 32), ownerProof: derive(root, labels.pairOwner, 32) };
};

const pskInput = (code: PairingCode): PskInput => ({
  psk: asSecret(derive(rootOf(code.psk.expose()), labels.pairPsk, 32)),
  pskId: utf8("pair/psk/1"),
  info: concat(utf8("pair/1"), ...publicParts(code)),
});
const aadOf = (code: PairingCode): Uint8Array => concat(packagePrefix, code.mailbox);

/** Seals the package for one code. Takes 32 random bytes. Refuses more than 16 KiB and keys of low order. */
export const sealPairing = (
  code: PairingCode,
  inside: PairingPackage,
  random: Random,
): Result<Uint8Array, TooLong | BadKey | WireFault> => {
  const plain = packPackage(inside);
  if (!plain.ok) return plain;
  const padded = pad(plain.value);
  plain.value.fill(0);
  const sender = senderContext(code.pk, pskInput(code), random(32));
  const sealed = sender.ok ? hpkeSeal(sender.value.context, 0, aadOf(code), padded) : null;
  padded.fill(0);
  if (!sender.ok || sealed === null) return err({ type: "BadKey" });
  return ok(concat(packagePrefix, sender.value.enc, sealed));
};

/** The package for the code this device showed, with the secret half of its one-time key. */
export const openPairing = (
  code: PairingCode,
  own: AgreementKey,
  body: Uint8Array,
): Result<PairingPackage, PairingFault> => {
  if (body.length < packageMin) return err({ type: "TooShort", min: packageMin, got: body.length });
  if (body.length > capsuleMax) return err({ type: "TooLong", max: capsuleMax, got: body.length });
  const fault = prefixFault(body, packagePrefix);
  if (fault !== null) return err(fault);
  const size = body.length - packageHead - tagBytes;
  if (!isBucket(size)) return err({ type: "BadLength", said: size, got: body.length });
  const context = receiverContext(own, body.subarray(8, packageHead), pskInput(code));
  if (!context.ok) return context;
  const padded = hpkeOpen(context.value, 0, aadOf(code), body.subarray(packageHead));
  if (padded === null) return err({ type: "BadTag" });
  const plain = unpad(padded);
  const inside = plain === null ? err({ type: "BadPadding" } as const) : unpackPackage(plain);
  padded.fill(0);
  return inside;
};
