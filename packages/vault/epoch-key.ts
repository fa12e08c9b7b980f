/** Seals the key of a new epoch to each device that stays (security page 4.9). */
import { concat, err, ok, u32, utf8, type Result } from "@belay/basics";
import type { AgreementKey } from "./agree.ts";
import { derive } from "./derive.ts";
import { hpkeOpen, hpkeSeal, receiverContext, senderContext, type BadKey, type PskInput } from "./hpke.ts";
import type { VaultKeys } from "./keys.ts";
import { labels } from "./labels.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";

/** Whom a sealed key is for, and by which keys it is known to come from this vault. */
export interface EpochKeyPlace {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  /** The epoch that starts. */
  readonly epoch: number;
  /** The device's id, 16 bytes. */
  readonly device: Uint8Array;
  /** The keys of the epoch before: only who has them can seal, and only who has them can open. */
  readonly before: VaultKeys;
}

/** enc(32), key(32), tag(16). */
export const sealedKeyBytes = 80;
const nothing = new Uint8Array(0);

/** `info = "epoch/1" || vaultId || epoch(4) || device`; the PSK comes from the epoch before. */
const pskInput = ({ vaultId, epoch, device, before }: EpochKeyPlace): PskInput => ({
  psk: asSecret(derive(before.root, labels.epochPsk, 32)),
  pskId: utf8("epoch/psk/1"),
  info: concat(utf8("epoch/1"), vaultId, u32(epoch), device),
});

/** 80 bytes for the device with this agreement key. Takes 32 random bytes. Refuses keys of low order. */
export const sealEpochKey = (
  place: EpochKeyPlace,
  agreePub: Uint8Array,
  key: Secret,
  random: Random,
): Result<Uint8Array, BadKey> => {
  const sender = senderContext(agreePub, pskInput(place), random(32));
  if (!sender.ok) return sender;
  return ok(concat(sender.value.enc, hpkeSeal(sender.value.context, 0, nothing, key.expose())));
};

/** The new epoch's key, or why it is not for this device, epoch and vault. */
export const openEpochKey = (
  place: EpochKeyPlace,
  own: AgreementKey,
  sealed: Uint8Array,
): Result<
  Secret,
  BadKey | { readonly type: "BadTag" } | { readonly type: "BadLength"; readonly said: number; readonly got: number }
> => {
  if (sealed.length !== sealedKeyBytes) return err({ type: "BadLength", said: sealedKeyBytes, got: sealed.length });
  const context = receiverContext(own, sealed.subarray(0, 32), pskInput(place));
  if (!context.ok) return context;
  const key = hpkeOpen(context.value, 0, nothing, sealed.subarray(32));
  if (key === null) return err({ type: "BadTag" });
  const secret = asSecret(key);
  key.fill(0);
  return ok(secret);
};
