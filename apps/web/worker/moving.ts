/** Makes a new vault beside the old one and promotes it: the way to a first lock, since the old key may stay on disk. */
import { err, ok, type Result } from "@belay/basics";
import { newDevice, newOwner, newVaultKey, type DailyCustody, type Owner, type Random } from "@belay/vault";
import type { DeskFault, DeskIdentity, MovingDesk } from "@belay/wire";
import { noGuesses } from "./back-off.ts";
import { readRecord, writeRecord } from "./guess.ts";
import { heldOf, hold, holdBytes, identityOf, letGo, refused, take, type Held, type Room } from "./held.ts";
import { fitting } from "./locking.ts";
import { foundingAct } from "./membership.ts";
import type { Slot } from "./record.ts";
import { sealWith } from "./sealing.ts";
import { packOwner, withOwner, wrapTiers } from "./tiers.ts";

/** The keys of a new vault with a new device; the caller wipes the owner. */
export const newVault = (random: Random): { readonly daily: DailyCustody; readonly owner: Owner } => {
  const owner = newOwner(random);
  const epochs = [{ epoch: 1, key: newVaultKey(random) }];
  return { owner, daily: { kind: "daily", ownerPub: owner.ownerPub, device: newDevice(random), epochs } };
};

/** A slot of new keys under a passphrase, or bare without one. */
export const newSlot = async (
  room: Room,
  {
    daily,
    owner,
    entropy,
    recovery,
    foreign,
  }: Pick<Slot, "recovery" | "foreign"> & {
    readonly daily: DailyCustody;
    readonly owner: Owner;
    readonly entropy: Uint8Array | null;
  },
  next: string | null,
): Promise<Result<{ readonly slot: Slot; readonly held: Held }, DeskFault>> => {
  const tiers = await wrapTiers(room.ports, daily, packOwner(owner, entropy), next);
  if (!tiers.ok) return tiers;
  const slot: Slot = { ...tiers.value, vaultId: owner.vaultId, foreign, passkey: null, recovery };
  return ok({ slot, held: hold(daily, slot) });
};

/**
 * The passphrase first, then the keys, then one write: only after that is there anything that could be filled. The new
 * owner signs the founding act at once and is wiped; it is not needed again before the new vault is the current one.
 */
const begin = async (
  room: Room,
  [pass, next, name, atMs]: Parameters<MovingDesk["beginVault"]>,
): ReturnType<MovingDesk["beginVault"]> => {
  const [old, fits] = [heldOf(room), fitting(next)];
  if (!old.ok) return old;
  if (!fits.ok) return fits;
  return withOwner(room, pass, async ({ record }) => {
    const { daily, owner } = newVault(room.ports.random);
    const made = await newSlot(room, { daily, owner, entropy: null, recovery: null, foreign: false }, next);
    if (!made.ok) return made;
    const found = foundingAct(made.value.held, owner, name, atMs);
    owner.secret.wipe();
    owner.sign.seed.wipe();
    if (!found.ok) return found;
    const written = await writeRecord(room.ports, { ...record, next: made.value.slot });
    if (!written.ok) return written;
    letGo(room.begun);
    room.begun = made.value.held;
    return ok({ identity: identityOf(made.value.held, true), found: found.value });
  });
};

/** The begun vault in memory, or out of a bare slot; null where a passphrase is needed first. */
const promoted = (room: Room, slot: Slot): Result<Held | null, DeskFault> => {
  const { begun } = room;
  room.begun = null;
  if (begun !== null) return ok(begun);
  return slot.lock ? ok(null) : holdBytes(slot.daily, slot);
};

/** One write is the whole promotion: before it the old vault opens, after it the new one, and never both or none. */
const finish = (room: Room): Promise<Result<DeskIdentity, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    const record = await readRecord(room.ports);
    if (!record.ok) return record;
    const next = record.value?.next ?? null;
    if (next === null) return refused("NoVaultBegun");
    const written = await writeRecord(room.ports, { ...noGuesses, current: next, next: null });
    if (!written.ok) return written;
    const held = promoted(room, next);
    if (!held.ok) return held;
    take(room, held.value);
    room.locked = held.value === null;
    return held.value === null ? err({ type: "Locked" }) : ok(identityOf(held.value, false));
  });

/** Forgets what was begun, in memory and in the store. */
const drop = (room: Room): Promise<Result<null, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    letGo(room.begun);
    room.begun = null;
    const record = await readRecord(room.ports);
    if (!record.ok) return record;
    if (record.value === null || record.value.next === null) return ok(null);
    return writeRecord(room.ports, { ...record.value, next: null });
  });

/** The desk's part that moves to a new vault. */
export const moving = (room: Room): MovingDesk => ({
  beginVault: (...args) => begin(room, args),
  sealNext: (body, seq, prev, type) =>
    Promise.resolve(
      room.begun === null
        ? refused("NoVaultBegun")
        : sealWith(room.begun, room.ports.random, { body, seq, prev, type }),
    ),
  finishVault: () => finish(room),
  dropVault: () => drop(room),
});
