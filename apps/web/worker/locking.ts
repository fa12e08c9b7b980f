/** The lock's own acts: unlocking, changing the passphrase, and the passkey beside it. */
import { err, ok, toHex, type Result } from "@belay/basics";
import { judge, lowMemoryParams, openLock, packCustody, propose, readLock, sealLock } from "@belay/vault";
import type { DeskFault, DeskIdentity, DeskStatus, KeyDesk, LockDesk } from "@belay/wire";
import { noGuesses, waitLeft } from "./back-off.ts";
import { guess, readRecord, writeRecord } from "./guess.ts";
import { dailyOf, heldOf, holdBytes, identityOf, refused, take, type Room } from "./held.ts";
import type { KeyRecord, Slot } from "./record.ts";
import { wordsAt } from "./recovery-record.ts";
import { packOwner, withOwner, wrapTiers } from "./tiers.ts";

/** Done, with nothing to tell. */
const done = ok(null);

/** A passphrase that may lock, or why it may not. None is fine: then there is no lock. */
export const fitting = (next: string | null): Result<null, DeskFault> => {
  const why = next === null ? null : judge(next).why;
  return why === null ? done : err({ type: "WeakPassphrase", why });
};

/** Takes the opened daily keys of a slot. The log of before is still the log: the book grows from it again. */
const admit = (room: Room, plain: Uint8Array, slot: Slot): Result<DeskIdentity, DeskFault> => {
  const held = holdBytes(plain, slot);
  plain.fill(0);
  if (!held.ok) return held;
  if (room.held === null) take(room, held.value);
  return ok(identityOf(room.held ?? held.value, false));
};

/** The record of a device with keys. */
const existing = async (room: Room): Promise<Result<KeyRecord, DeskFault>> => {
  const record = await readRecord(room.ports);
  if (!record.ok) return record;
  return record.value === null ? err({ type: "KeysMissing" }) : ok(record.value);
};

/** Opens the daily tier by a guess that counts. The owner tier stays closed: its salt is another, so is its key. */
const unlock = (room: Room, passphrase: string): Promise<Result<DeskIdentity, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    const record = await existing(room);
    if (!record.ok) return record;
    const { current } = record.value;
    if (!current.lock) return refused("NoLock");
    const unwrapped = await guess(room.ports, record.value, current.daily, passphrase);
    if (!unwrapped.ok) return unwrapped;
    unwrapped.value.stretched.fill(0);
    return admit(room, unwrapped.value.plain, current);
  });

/** A passkey gives 32 random bytes, which nobody guesses: no wait, and nothing is counted. */
const unlockByPasskey = (room: Room, prf: Uint8Array): Promise<Result<DeskIdentity, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    const record = await existing(room);
    if (!record.ok) return record;
    const { current } = record.value;
    const plain = current.passkey === null ? null : openLock(current.passkey.wrap, prf);
    return plain?.ok === true ? admit(room, plain.value, current) : refused("Passkey");
  });

/** Both tiers under new salts. The passkey's wrap has a key of its own and stays as it is. */
const changeLock = async (room: Room, pass: string | null, next: string): Promise<Result<null, DeskFault>> => {
  const [held, fits] = [heldOf(room), fitting(next)];
  if (!held.ok || !fits.ok) return held.ok ? fits : held;
  if (!held.value.lock) return refused("NoLock");
  return withOwner(room, pass, async ({ owner, entropy, record }) => {
    const tiers = await wrapTiers(room.ports, dailyOf(held.value), packOwner(owner, entropy), next);
    if (!tiers.ok) return tiers;
    const written = await writeRecord(room.ports, { ...record, current: { ...record.current, ...tiers.value } });
    if (written.ok) held.value.wrapped = dailyOf(held.value).epochs;
    return written;
  });
};

/** Wraps the daily tier once more. The words must exist first: a lost passkey must never be the last way in. */
const setPasskey = async (
  room: Room,
  [pass, credential, salt, prf]: Parameters<LockDesk["setPasskey"]>,
): Promise<Result<null, DeskFault>> => {
  const held = heldOf(room);
  if (!held.ok) return held;
  return withOwner(room, pass, ({ record }) => {
    if (!record.current.lock) return refused("NoLock");
    if (record.current.recovery === null) return refused("NoRecovery");
    const packed = packCustody(dailyOf(held.value));
    const wrap = sealLock({ kind: "prf", params: null, salt, stretched: prf }, packed, room.ports.random);
    packed.fill(0);
    if (!wrap.ok) return refused("Passkey");
    const passkey = { credential, wrap: wrap.value };
    return writeRecord(room.ports, { ...record, current: { ...record.current, passkey } });
  });
};

/** The id and the salt for the page's question to the passkey; neither opens anything. */
const passkeyOf = ({ passkey }: Slot): { readonly credential: Uint8Array; readonly salt: Uint8Array } | null => {
  const head = passkey === null ? null : readLock(passkey.wrap);
  return passkey === null || head?.ok !== true
    ? null
    : { credential: passkey.credential, salt: Uint8Array.from(head.value.salt) };
};

/** Read from the wrap itself, where the settings are bound to it, so that it is never a flag beside it. */
const isLowMemory = ({ lock, daily }: Slot): boolean => {
  const head = lock ? readLock(daily) : null;
  return head?.ok === true && head.value.params?.memoryKiB === lowMemoryParams.memoryKiB;
};

/** Says how the keys stand, without opening them. */
export const statusOf = async (room: Room): Promise<Result<DeskStatus, DeskFault>> => {
  const read = await readRecord(room.ports);
  if (!read.ok) return read;
  const slot = read.value?.current ?? null;
  const at = slot === null ? "none" : slot.lock ? "locked" : "bare";
  return ok({
    keys: slot !== null && room.held !== null ? "open" : at,
    lock: slot?.lock ?? false,
    passkey: (slot?.passkey ?? null) !== null,
    waitMs: waitLeft(read.value ?? noGuesses, room.ports.now()),
    waiting: read.value?.next === undefined || read.value.next === null ? null : toHex(read.value.next.vaultId),
    recovery: (slot?.recovery ?? null) !== null,
    lowMemory: slot !== null && isLowMemory(slot),
  });
};

/** The desk's part that has to do with the lock. */
export const locking = (room: Room): LockDesk & Pick<KeyDesk, "status"> => ({
  status: () => statusOf(room),
  unlock: (passphrase) => unlock(room, passphrase),
  confirm: (pass) => withOwner(room, pass, (tier) => ok(wordsAt(tier))),
  judge: (text) => Promise.resolve(ok(judge(text))),
  propose: () => Promise.resolve(ok(propose(room.ports.random))),
  changeLock: (pass, next) => changeLock(room, pass, next),
  passkeySalt: async () => {
    const record = await existing(room);
    return record.ok ? ok(passkeyOf(record.value.current)) : record;
  },
  setPasskey: (...args) => setPasskey(room, args),
  dropPasskey: (pass) =>
    withOwner(room, pass, ({ record }) =>
      writeRecord(room.ports, { ...record, current: { ...record.current, passkey: null } }),
    ),
  unlockByPasskey: (prf) => unlockByPasskey(room, prf),
});
