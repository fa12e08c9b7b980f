/** Writes the owner's acts: who founds, who joins, who ends, and which epoch begins. */
import { fromHex, ok, toHex, type Result } from "@belay/basics";
import {
  activeOf,
  credentials,
  deviceOf,
  emptyBook,
  epochOf,
  newVaultKey,
  nextPlace,
  sealEpochKey,
  signAct,
  signRotate,
  vaultKeys,
  type Act,
  type Add,
  type Book,
  type Cut,
  type Member,
  type NewEpoch,
  type Owner,
  type SealedKey,
} from "@belay/vault";
import type { DeskFault, DeskMember, DeskTurn, MemberDesk } from "@belay/wire";
import { everyEpoch, heldOf, newest, refused, withKeys, type Held, type Room } from "./held.ts";
import { renewedRecord } from "./recovery-record.ts";
import { withOwner, type OwnerTier } from "./tiers.ts";

/** What the relay will be told of an epoch, in the hexadecimal of an act. */
const newEpoch = (owner: Owner, epoch: number, writePub: Uint8Array): NewEpoch => ({
  epoch,
  writePub: toHex(writePub),
  rotateSig: toHex(signRotate(owner, epoch, writePub)),
});

/** This device as an act names it: its id and public halves. */
const entryOf = ({ device }: Held, name: string): Omit<Add, "type"> => ({
  device: toHex(device.id),
  name,
  signPub: toHex(device.sign.publicKey),
  agreePub: toHex(device.agree.publicKey),
});

/** The body of an act at the end of the book. */
export const actBody = (book: Book, owner: Owner, act: Act, at: number): Result<Uint8Array, DeskFault> => {
  const signed = signAct(owner, { ...nextPlace(book), act, at });
  return signed.ok ? ok(signed.value.body) : refused(signed.error.type);
};

/** The first act of a vault: its first device and the credentials of epoch 1. */
export const foundingAct = (held: Held, owner: Owner, name: string, at: number): Result<Uint8Array, DeskFault> => {
  const [keys] = held.ring.of(1);
  if (keys === undefined) return refused("NoBook");
  const act = { type: "found", ...entryOf(held, name), ...newEpoch(owner, 1, keys.write.publicKey) } as const;
  return actBody(emptyBook, owner, act, at);
};

/** The act this device needs to be a member: founding where nobody is one yet, joining where somebody is. */
const joiningAct = (held: Held, owner: Owner, name: string, at: number): Result<Uint8Array, DeskFault> => {
  const { book, foreign } = held;
  if (deviceOf(book, toHex(held.device.id)) !== null) return refused("Member");
  if (book.head.n > 0) return actBody(book, owner, { type: "add", ...entryOf(held, name) }, at);
  return foreign ? refused("NoBook") : foundingAct(held, owner, name, at);
};

/** The new key, sealed to every device that stays, by rising id as the act wants them. */
const sealedKeys = (
  { held, random }: { readonly held: Held; readonly random: (length: number) => Uint8Array },
  staying: readonly Member[],
  epoch: number,
  key: ReturnType<typeof newVaultKey>,
): Result<readonly SealedKey[], DeskFault> => {
  const before = newest(held).keys;
  const keys: SealedKey[] = [];
  for (const { device, agreePub } of staying.toSorted((a, b) => (a.device < b.device ? -1 : 1))) {
    const id = fromHex(device);
    if (!id.ok) return refused("Device");
    const sealed = sealEpochKey({ vaultId: held.vaultId, epoch, device: id.value, before }, agreePub, key, random);
    if (!sealed.ok) return refused(sealed.error.type);
    keys.push({ device, sealed: toHex(sealed.value) });
  }
  return ok(keys);
};

/** Whom an act ends, if anybody. */
type Ending = { readonly device: string; readonly cut: Cut } | null;

/** Begins the next epoch. Its key is forgotten here at once: this device takes it out of the act like any other. */
const turn = (room: Room, tier: OwnerTier, ending: Ending, at: number): Result<DeskTurn, DeskFault> => {
  const { owner } = tier;
  const open = heldOf(room);
  if (!open.ok) return open;
  const held = open.value;
  const { book } = held;
  if (book.head.n === 0 || newest(held).epoch !== epochOf(book)) return refused("NoBook");
  const active = activeOf(book);
  if (ending !== null && !active.some(({ device }) => device === ending.device)) return refused("NotMember");
  const staying = active.filter(({ device }) => device !== ending?.device);
  if (staying.length === 0) return refused("LastDevice");
  const epoch = epochOf(book) + 1;
  const key = newVaultKey(room.ports.random);
  const { write } = vaultKeys(key);
  const keys = sealedKeys({ held, random: room.ports.random }, staying, epoch, key);
  const record = renewedRecord(room, tier, [...everyEpoch(held), { epoch, key }]);
  key.wipe();
  if (!keys.ok) return keys;
  const fresh = newEpoch(owner, epoch, write.publicKey);
  const act: Act =
    ending === null
      ? { type: "rotate", ...fresh, keys: keys.value }
      : { type: "revoke", ...ending, ...fresh, keys: keys.value };
  const body = actBody(book, owner, act, at);
  if (!body.ok) return body;
  return ok({
    body: body.value,
    epoch,
    writePub: write.publicKey,
    rotateSig: signRotate(owner, epoch, write.publicKey),
    record,
  });
};

/** A member as the page sees it: without the keys. */
const memberOf = ({ device, name, at, cut }: Member, self: string): DeskMember => {
  const hash = fromHex(cut?.hash ?? "");
  return {
    device,
    name,
    at,
    self: device === self,
    cut: cut === null || !hash.ok ? null : { seq: cut.seq, hash: hash.value },
  };
};

/** The desk's part that has to do with who may write. */
export const membership = (room: Room): MemberDesk => ({
  members: () => withKeys(room, ({ book, device }) => ok(book.members.map((one) => memberOf(one, toHex(device.id))))),
  membershipHead: () => withKeys(room, ({ book }) => ok({ n: book.head.n, hash: book.head.hash })),
  credentials: () =>
    withKeys(room, ({ book }) =>
      ok(credentials(book).map(({ epoch, writePub, rotateSig }) => ({ epoch, writePub, rotateSig }))),
    ),
  foundBody: (pass, name, atMs) => {
    const held = heldOf(room);
    if (!held.ok) return Promise.resolve(held);
    return withOwner(room, pass, ({ owner }) => joiningAct(held.value, owner, name, atMs));
  },
  revoke: (pass, device, { seq, hash }, atMs) =>
    withOwner(room, pass, (tier) => turn(room, tier, { device, cut: { seq, hash: toHex(hash) } }, atMs)),
  rotateKeys: (pass, atMs) => withOwner(room, pass, (tier) => turn(room, tier, null, atMs)),
});
