/** Makes and unfolds the keys of a vault: owner, epochs and devices (security page 4.2). */
import { utf8 } from "@belay/basics";
import { vaultIdInput } from "@belay/wire";
import { agreementKey, type AgreementKey } from "./agree.ts";
import { derive, rootOf, sha256 } from "./derive.ts";
import { labels } from "./labels.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";
import { signingKey, type SigningKey } from "./sign.ts";

/** The second tier: may rotate and delete the vault. Keep in memory for moments only. */
export interface Owner {
  /** OS, 32 bytes. */
  readonly secret: Secret;
  readonly sign: SigningKey;
  /** 32 bytes, the same as `sign.publicKey`. */
  readonly ownerPub: Uint8Array;
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
}

/** What opens and writes the records of one epoch. */
export interface VaultKeys {
  /** VK_e, 32 bytes. */
  readonly epochKey: Secret;
  /** What record, local and write keys expand from. */
  readonly root: Secret;
  /** The relay knows the public half alone. */
  readonly write: SigningKey;
}

/** One install of the app. Never copied to another; a restore makes a new one. */
export interface Device {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly sign: SigningKey;
  readonly agree: AgreementKey;
}

/** The self-certifying id of a vault, 16 bytes: nobody can claim one without the owner key that hashes to it. */
export const vaultIdOf = (ownerPub: Uint8Array): Uint8Array => sha256(vaultIdInput(ownerPub)).subarray(0, 16);

/** The owner of an existing 32-byte owner secret. */
export const ownerFrom = (secret: Uint8Array): Owner => {
  const sign = signingKey(derive(rootOf(secret), labels.ownerSign, 32));
  return { secret: asSecret(secret), sign, ownerPub: sign.publicKey, vaultId: vaultIdOf(sign.publicKey) };
};

/** A new vault's owner. Takes 32 random bytes. */
export const newOwner = (random: Random): Owner => ownerFrom(random(32));

/** A new epoch key. Takes 32 random bytes. */
export const newVaultKey = (random: Random): Secret => asSecret(random(32));

/** Unfolds an epoch key once, so that a cold open of many records pays one extraction. */
export const vaultKeys = (epochKey: Secret): VaultKeys => {
  const root = rootOf(epochKey.expose());
  return { epochKey, root, write: signingKey(derive(root, labels.write, 32)) };
};

/** The 32-byte key of one local store, such as `drafts`. */
export const localKey = (keys: VaultKeys, store: string): Uint8Array =>
  derive(keys.root, labels.local, 32, utf8(store));

/** The device of existing parts. */
export const deviceFrom = (id: Uint8Array, signSeed: Uint8Array, agreeSecret: Uint8Array): Device => ({
  id: Uint8Array.from(id),
  sign: signingKey(signSeed),
  agree: agreementKey(agreeSecret),
});

/** A new device. Takes 16, 32 and 32 random bytes: id, signing seed, agreement secret. */
export const newDevice = (random: Random): Device => deviceFrom(random(16), random(32), random(32));
