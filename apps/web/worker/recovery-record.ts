/** Writes the record of the recovery words anew, where the second tier is open and words were made once. */
import { toHex } from "@belay/basics";
import { recoveryOwnerProof, renewRecovery, sealCover, type EpochKey, type Random } from "@belay/vault";
import type { DeskRenewal, DeskWords } from "@belay/wire";
import { newest, type Held, type Room } from "./held.ts";
import type { OwnerTier } from "./tiers.ts";

/** What this act has in hand. */
type Open = Pick<OwnerTier, "owner" | "entropy" | "record">;

/**
 * A new cover by the words' own bytes, or the one that was handed over. Null where no words were made, and on a device
 * that was paired before covers were handed over: there they must be made anew.
 */
const coverAt = ({ owner, entropy, record }: Open, epoch: number, random: Random): Uint8Array | null =>
  entropy === null ? (record.current.recovery?.cover ?? null) : sealCover(entropy, owner, epoch, random);

/** The record with these keys, the newest last; null where it cannot be renewed. */
export const renewedRecord = ({ ports }: Room, tier: Open, epochs: readonly EpochKey[]): DeskRenewal | null => {
  const { owner, record } = tier;
  const { recovery } = record.current;
  const cover = coverAt(tier, epochs.at(-1)?.epoch ?? 0, ports.random);
  if (recovery === null || cover === null) return null;
  const body = renewRecovery({ cover, owner, epochs }, ports.random);
  if (!body.ok) return null;
  return { mailbox: toHex(recovery.id), ownerProof: toHex(recoveryOwnerProof(owner)), body: body.value };
};

/** Where records of words may lie at a relay, and the proof that ends them. */
export const wordsAt = ({ owner, record }: Open): DeskWords | null => {
  const { recovery } = record.current;
  if (recovery === null) return null;
  const ids = recovery.before === undefined ? [recovery.id] : [recovery.id, recovery.before];
  return { mailboxes: ids.map(toHex), ownerProof: toHex(recoveryOwnerProof(owner)) };
};

/** What a device that is let in is told of the record: its place, and the cover that renews it, never the words. */
export const coverFor = (
  { ports }: Room,
  held: Held,
  tier: Open,
): { readonly recoveryId?: Uint8Array; readonly recoveryCover?: Uint8Array } => {
  const { recovery } = tier.record.current;
  if (recovery === null) return {};
  const cover = coverAt(tier, newest(held).epoch, ports.random);
  return { recoveryId: recovery.id, ...(cover === null ? {} : { recoveryCover: cover }) };
};
