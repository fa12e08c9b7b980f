/** What is said to a relay and to another screen, and the end of the keys. */
import { equalBytes, ok, toHex, type Result } from "@belay/basics";
import { credentials, signDelete, signHello, signRotate, type VaultKeys } from "@belay/vault";
import type { DeskFault, DeskHello, ProvingDesk } from "@belay/wire";
import { wordsOf } from "./check-words.ts";
import { heldOf, keysOf, letGo, newest, refused, withKeys, type Held, type Room } from "./held.ts";
import { withOwner } from "./tiers.ts";

/** The owner's word for a write key, as the book has it; null while it does not. */
const vouched = ({ book }: Held, epoch: number, { write }: VaultKeys): Uint8Array | null => {
  const named = credentials(book).find((credential) => credential.epoch === epoch);
  return named !== undefined && equalBytes(named.writePub, write.publicKey) ? named.rotateSig : null;
};

/** Where there is neither a book nor a lock, the owner signs as before; a lock would need the passphrase for it. */
const ownerSig = async (
  room: Room,
  held: Held,
  epoch: number,
  keys: VaultKeys,
): Promise<Result<Uint8Array | null, DeskFault>> => {
  const known = vouched(held, epoch, keys);
  if (known !== null || held.lock) return ok(known);
  return withOwner(room, null, ({ owner }) => ok(signRotate(owner, epoch, keys.write.publicKey)));
};

/** A key of an epoch that lost against the one in the book, counted from 1. */
const lostOf = (held: Held, epoch: number, place: number): VaultKeys | null => {
  const standing = keysOf(held, epoch);
  return held.ring.of(epoch).filter((keys) => keys !== standing)[place - 1] ?? null;
};

/** Any epoch's write key may answer: a relay that lost the vault is led through all of them. */
const hello = async (
  room: Room,
  origin: string,
  nonce: Uint8Array,
  wanted: number | undefined,
  lost: number | undefined,
): Promise<Result<DeskHello, DeskFault>> => {
  const held = heldOf(room);
  if (!held.ok) return held;
  const { ownerPub, vaultId } = held.value;
  const epoch = wanted ?? newest(held.value).epoch;
  const standing = keysOf(held.value, epoch);
  const keys = lost === undefined ? standing : lostOf(held.value, epoch, lost);
  if (keys === null) return refused("Epoch");
  // Nobody is given the owner's word for a key that lost.
  const signed = lost === undefined ? await ownerSig(room, held.value, epoch, keys) : ok(null);
  if (!signed.ok) return signed;
  const helloSig = signHello(keys, origin, vaultId, nonce);
  return ok({ epoch, ownerPub, writePub: keys.write.publicKey, ownerSig: signed.value, helloSig });
};

/** Memory first: should the store fail, at least nothing is open any more. */
const forget = (room: Room): Promise<Result<null, DeskFault>> => {
  letGo(room.held);
  letGo(room.begun);
  room.held = null;
  room.begun = null;
  room.offer = null;
  room.locked = false;
  return room.ports.keystore.destroy();
};

/** The desk's part that proves and ends. */
export const proving = (room: Room): ProvingDesk => ({
  checkWords: (seen) => withKeys(room, ({ vaultId }) => ok(wordsOf(toHex(vaultId), seen))),
  hello: (origin, nonce, epoch, lost) => hello(room, origin, nonce, epoch, lost),
  signDelete: (origin, nonce, pass) => withOwner(room, pass, ({ owner }) => ok(signDelete(owner, origin, nonce))),
  destroy: (pass) =>
    room.held !== null ? withOwner(room, pass, () => forget(room)) : room.ports.keystore.exclusive(() => forget(room)),
});
