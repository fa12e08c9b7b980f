/** Makes the twelve words and their record, and comes back with them on a new device. */
import { equalBytes, ok, toHex, type Result } from "@belay/basics";
import {
  newDevice,
  newRecoveryWords,
  openRecovery,
  parseWords,
  proofHash,
  recoveryOwnerProof,
  recoveryPlace,
  sealRecovery,
  wordsEntropy,
} from "@belay/vault";
import type { DeskFault, DeskIdentity, DeskRecovery, RecoveryDesk } from "@belay/wire";
import { noGuesses } from "./back-off.ts";
import { writeRecord } from "./guess.ts";
import { everyEpoch, heldOf, identityOf, refused, take, type Held, type Room } from "./held.ts";
import { fitting } from "./locking.ts";
import { newSlot } from "./moving.ts";
import { withOwner, type OwnerTier } from "./tiers.ts";

/** The words that this device has, or new ones, made durable beside the owner secret before anybody sees them. */
const entropyOf = async (
  room: Room,
  { entropy, record, rewrap }: OwnerTier,
): Promise<Result<Uint8Array, DeskFault>> => {
  if (entropy !== null) return ok(Uint8Array.from(entropy));
  const made = room.ports.random(16);
  const owner = rewrap(made);
  if (!owner.ok) return owner;
  const before = record.current.recovery?.id;
  const recovery = { id: recoveryPlace(made).id, cover: null, ...(before === undefined ? {} : { before }) };
  const current = { ...record.current, owner: owner.value, recovery };
  const written = await writeRecord(room.ports, { ...record, current });
  return written.ok ? ok(made) : written;
};

/** The words as they are shown, and their record with the keys of every epoch there is by now. */
const words = async (room: Room, held: Held, tier: OwnerTier): Promise<Result<DeskRecovery, DeskFault>> => {
  const entropy = await entropyOf(room, tier);
  if (!entropy.ok) return entropy;
  const { owner, record } = tier;
  const place = recoveryPlace(entropy.value);
  const body = sealRecovery({ entropy: entropy.value, owner, epochs: everyEpoch(held) }, room.ports.random);
  const shown = newRecoveryWords(() => entropy.value);
  entropy.value.fill(0);
  if (!body.ok) return refused(body.error.type);
  const was = record.current.recovery;
  const before = was !== null && equalBytes(was.id, place.id) ? was.before : was?.id;
  const ownerProof = recoveryOwnerProof(owner);
  return ok({
    words: shown,
    record: {
      mailbox: toHex(place.id),
      read: toHex(proofHash(place.readProof)),
      owner: toHex(proofHash(ownerProof)),
      ownerProof: toHex(ownerProof),
      body: body.value,
    },
    replaces: before === undefined ? null : toHex(before),
  });
};

/** The 16 bytes of words as somebody typed them. */
const typed = (text: string): Result<Uint8Array, DeskFault> => {
  const parsed = parseWords(text);
  const entropy = parsed.ok ? wordsEntropy(parsed.value) : null;
  return entropy === null ? refused("BadWords") : ok(entropy);
};

/** Keys that are open under a lock are not replaced without their passphrase: destroy them first. */
export const replaceable = (room: Room): Result<null, DeskFault> =>
  room.held?.lock === true ? refused("KeysOpen") : ok(null);

/** Checks everything that can be wrong before anything is replaced; then one write, then the new keys are held. */
const restore = async (
  room: Room,
  text: string,
  body: Uint8Array,
  next: string | null,
): Promise<Result<DeskIdentity, DeskFault>> => {
  const [free, fits, entropy] = [replaceable(room), fitting(next), typed(text)];
  if (!free.ok) return free;
  if (!fits.ok) return fits;
  if (!entropy.ok) return entropy;
  const recovered = openRecovery(body, entropy.value);
  if (!recovered.ok) return refused("Record");
  const { owner, epochs } = recovered.value;
  const daily = { kind: "daily", ownerPub: owner.ownerPub, device: newDevice(room.ports.random), epochs } as const;
  const recovery = { id: recoveryPlace(entropy.value).id, cover: null };
  const made = await newSlot(room, { daily, owner, entropy: entropy.value, recovery, foreign: true }, next);
  owner.secret.wipe();
  owner.sign.seed.wipe();
  if (!made.ok) return made;
  return keep(room, made.value);
};

/** Makes new keys durable in place of what was here, then takes them. */
export const keep = async (
  room: Room,
  { slot, held }: Extract<Awaited<ReturnType<typeof newSlot>>, { readonly ok: true }>["value"],
): Promise<Result<DeskIdentity, DeskFault>> => {
  const written = await writeRecord(room.ports, { ...noGuesses, current: slot, next: null });
  if (!written.ok) return written;
  take(room, held);
  return ok(identityOf(held, false));
};

/** The desk's part that comes back with words. */
export const recovering = (room: Room): RecoveryDesk => ({
  recoveryWords: (pass) => {
    const held = heldOf(room);
    return held.ok ? withOwner(room, pass, (tier) => words(room, held.value, tier)) : Promise.resolve(held);
  },
  recoveryFind: (text) => {
    const entropy = typed(text);
    if (!entropy.ok) return Promise.resolve(entropy);
    const { id, readProof } = recoveryPlace(entropy.value);
    return Promise.resolve(ok({ mailbox: toHex(id), readProof: toHex(readProof) }));
  },
  recoveryTake: (text, body, next) => room.ports.keystore.exclusive(() => restore(room, text, body, next)),
});
