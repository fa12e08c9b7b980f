/** Checks proofs and signatures with the platform's own primitives: Ed25519 (RFC 8032) and SHA-256 (FIPS 180-4). */
import { createHash, createPublicKey, verify } from "node:crypto";
import { equalBytes } from "@belay/basics";
import { vaultIdInput } from "@belay/wire";

/** DER of an Ed25519 SubjectPublicKeyInfo up to the key itself (RFC 8410, section 4). */
const spkiStart = Buffer.from("302a300506032b6570032100", "hex");

/** Whether `sig` (64 bytes) is that key's (32 bytes) over `message`. A key that is no key is a no. */
export const signedBy = (publicKey: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.concat([spkiStart, publicKey]), format: "der", type: "spki" });
    return verify(null, message, key, sig);
  } catch {
    return false;
  }
};

/** SHA-256 of the bytes: 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());

/** Whether the vault's id (16 bytes) belongs to this owner key, so that nobody can claim another's id. */
export const ownsId = (ownerPub: Uint8Array, vaultId: Uint8Array): boolean =>
  equalBytes(sha256(vaultIdInput(ownerPub)).subarray(0, 16), vaultId);
