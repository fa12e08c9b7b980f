/** Seals small things that stay on this device, such as drafts (keys under the label `local`). */
import { concat, err, ok, utf8, type Result } from "@belay/basics";
import { opCap, smallestBucket, tagBytes, wireSuite, wireVersion, type WireFault } from "@belay/wire";
import { open, sealPadded } from "./aead.ts";
import type { SealFault, TooLong } from "./fault.ts";
import { localKey, type VaultKeys } from "./keys.ts";
import { unpad } from "./padding.ts";
import type { Random } from "./secret.ts";

/** What a local box is bound to: the store and the key it stands under, so that two boxes cannot change places. */
export interface LocalPlace {
  readonly store: string;
  readonly name: string;
}

const prefix = concat(utf8("BLOC"), Uint8Array.of(wireVersion, wireSuite, 1, 0));
const boxHeader = 8 + 24;
const aadOf = (header: Uint8Array, place: LocalPlace): Uint8Array => concat(header, utf8(place.name));

/**
 * `"BLOC" version suite 1 0 | nonce(24) | ct+tag`, padded; the header and the name are bound. At most 256 KiB less
 * four bytes. Takes 24 random bytes. The key is one for the store, so the nonce alone keeps boxes apart: 24 random
 * bytes are enough for that.
 */
export const sealLocal = (
  keys: VaultKeys,
  place: LocalPlace,
  plain: Uint8Array,
  random: Random,
): Result<Uint8Array, TooLong> => {
  const max = opCap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  const nonce = random(24);
  const header = concat(prefix, nonce);
  return ok(concat(header, sealPadded(localKey(keys, place.store), nonce, aadOf(header, place), plain)));
};

/** The plaintext of a local box at its own place. */
export const openLocal = (
  keys: VaultKeys,
  place: LocalPlace,
  box: Uint8Array,
): Result<Uint8Array, WireFault | SealFault> => {
  const min = boxHeader + smallestBucket + tagBytes;
  if (box.length < min) return err({ type: "TooShort", min, got: box.length });
  const header = box.subarray(0, boxHeader);
  if (!prefix.every((byte, i) => byte === header[i])) return err({ type: "BadMagic" });
  const key = localKey(keys, place.store);
  const padded = open(key, header.subarray(8), aadOf(header, place), box.subarray(boxHeader));
  if (padded === null) return err({ type: "BadTag" });
  const plain = unpad(padded);
  return plain === null ? err({ type: "BadPadding" }) : ok(plain);
};
