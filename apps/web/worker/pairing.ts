/** Lets in one more device, face to face: its offer, the answer, and taking it (security page 4.8). */
import { equalBytes, ok, toHex, type Result } from "@belay/basics";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  deviceOf,
  encodePairingCode,
  newDevice,
  openPairing,
  ownerFrom,
  pairingDigits,
  pairingProofs,
  proofHash,
  sealPairing,
  type Member,
  type PairingCode,
} from "@belay/vault";
import type { DeskFault, DeskOffer, PairingDesk, Seen } from "@belay/wire";
import { everyEpoch, heldOf, refused, type Held, type Room } from "./held.ts";
import { fitting } from "./locking.ts";
import { actBody } from "./membership.ts";
import { newSlot } from "./moving.ts";
import { coverFor } from "./recovery-record.ts";
import { keep, replaceable } from "./recovering.ts";
import { withOwner, type OwnerTier } from "./tiers.ts";

/** How long an offer lives, in ms (security page 4.8). */
export const offerLife = 120_000;

/** Makes the new device and its one-time key. All of it lives in memory alone until an answer is taken. */
const offer = (room: Room): DeskOffer => {
  const { random, now } = room.ports;
  const own = agreementKey(random(32));
  const device = newDevice(random);
  const code: PairingCode = {
    pk: own.publicKey,
    psk: asSecret(random(32)),
    mailbox: random(16),
    deviceId: device.id,
    signPub: device.sign.publicKey,
    agreePub: device.agree.publicKey,
  };
  room.offer = { code, own, device, until: now() + offerLife };
  const { readProof, ownerProof } = pairingProofs(code);
  return {
    code: encodePairingCode(code),
    digits: pairingDigits(code),
    mailbox: toHex(code.mailbox),
    readProof: toHex(readProof),
    ownerProof: toHex(ownerProof),
  };
};

/** What the camera saw, as a code; another drawing is refused without saying what it was. */
const codeOf = (bytes: Uint8Array): Result<PairingCode, DeskFault> => {
  const code = decodePairingCode(bytes);
  return code.ok ? code : refused("Code");
};

/** Whether a member that may write has the very keys of this code. */
const isSame = ({ cut, signPub, agreePub }: Member, code: PairingCode): boolean =>
  cut === null && equalBytes(signPub, code.signPub) && equalBytes(agreePub, code.agreePub);

/** The act that lets the new device in, unless it was let in before, and everything it needs, sealed to its code. */
const answer = (
  room: Room,
  held: Held,
  { owner, record, entropy }: OwnerTier,
  given: { readonly code: PairingCode; readonly name: string; readonly heads: Seen; readonly atMs: number },
): Awaited<ReturnType<PairingDesk["pairAnswer"]>> => {
  const { code, name, heads, atMs } = given;
  const { book, ownerPub } = held;
  const device = toHex(code.deviceId);
  if (book.head.n === 0) return refused("NoBook");
  const keys = { signPub: toHex(code.signPub), agreePub: toHex(code.agreePub) };
  const member = deviceOf(book, device);
  if (member !== null && !isSame(member, code)) return refused("Member");
  const added = member === null ? actBody(book, owner, { type: "add", device, name, ...keys }, atMs) : ok(null);
  if (!added.ok) return added;
  const recovery = coverFor(room, held, { owner, record, entropy });
  const inside = {
    ownerPub,
    epochs: everyEpoch(held),
    head: book.head,
    heads,
    owner: owner.secret,
    ...recovery,
  };
  const body = sealPairing(code, inside, room.ports.random);
  if (!body.ok) return refused(body.error.type);
  const { readProof, ownerProof } = pairingProofs(code);
  return ok({
    mailbox: toHex(code.mailbox),
    read: toHex(proofHash(readProof)),
    owner: toHex(proofHash(ownerProof)),
    body: body.value,
    addBody: added.value,
  });
};

/**
 * Takes the package of the offer that stands. A wrong package or a weak passphrase leaves the offer as it is, so that the
 * right one can still come; only its time and its use end it.
 */
const takeIn = async (
  room: Room,
  body: Uint8Array,
  next: string | null,
): Promise<Awaited<ReturnType<PairingDesk["pairTake"]>>> => {
  const [free, fits] = [replaceable(room), fitting(next)];
  if (!free.ok) return free;
  if (!fits.ok) return fits;
  if (room.offer === null || room.ports.now() > room.offer.until) {
    room.offer = null;
    return refused("Late");
  }
  const { code, own, device } = room.offer;
  const inside = openPairing(code, own, body);
  if (!inside.ok || inside.value.owner === undefined) return refused("Package");
  const { ownerPub, epochs, heads, recoveryId, recoveryCover = null } = inside.value;
  const recovery = recoveryId === undefined ? null : { id: recoveryId, cover: recoveryCover };
  const owner = ownerFrom(inside.value.owner.expose());
  const daily = { kind: "daily", ownerPub, device, epochs } as const;
  const made = await newSlot(room, { daily, owner, entropy: null, recovery, foreign: true }, next);
  for (const secret of [owner.secret, owner.sign.seed, inside.value.owner]) secret.wipe();
  const identity = made.ok ? await keep(room, made.value) : made;
  if (identity.ok) {
    room.offer = null;
    for (const secret of [code.psk, own.secret]) secret.wipe();
  }
  return identity.ok ? ok({ identity: identity.value, heads }) : identity;
};

/** The desk's part that pairs. */
export const pairing = (room: Room): PairingDesk => ({
  pairOffer: () => Promise.resolve(ok(offer(room))),
  pairRead: (bytes) => {
    const code = codeOf(bytes);
    return Promise.resolve(code.ok ? ok({ digits: pairingDigits(code.value) }) : code);
  },
  pairAnswer: (pass, bytes, name, heads, atMs) => {
    const [held, code] = [heldOf(room), codeOf(bytes)];
    if (!held.ok || !code.ok) return Promise.resolve(held.ok ? refused("Code") : held);
    return withOwner(room, pass, (tier) => answer(room, held.value, tier, { code: code.value, name, heads, atMs }));
  },
  pairTake: (body, next) => room.ports.keystore.exclusive(() => takeIn(room, body, next)),
});
