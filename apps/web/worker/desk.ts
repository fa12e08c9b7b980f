/** The key desk: the one place in the app where keys exist in clear. */
import { err, ok, type Result } from "@belay/basics";
import type { DeskFault, DeskIdentity, KeyDesk } from "@belay/wire";
import { noGuesses } from "./back-off.ts";
import { filing } from "./files.ts";
import { readRecord, writeRecord } from "./guess.ts";
import { holdBytes, identityOf, take, type DeskPorts, type Room } from "./held.ts";
import { linking } from "./linking.ts";
import { locking } from "./locking.ts";
import { membership } from "./membership.ts";
import { moving, newSlot, newVault } from "./moving.ts";
import { pairing } from "./pairing.ts";
import { proving } from "./proving.ts";
import { recovering } from "./recovering.ts";
import { sharing } from "./sharing.ts";
import { sealing } from "./sealing.ts";
import { withOwner } from "./tiers.ts";

/** Makes the first keys of this device and wraps them; nothing is held before they are durable. */
const make = async (room: Room): Promise<Result<DeskIdentity, DeskFault>> => {
  const { daily, owner } = newVault(room.ports.random);
  const made = await newSlot(room, { daily, owner, entropy: null, recovery: null, foreign: false }, null);
  owner.secret.wipe();
  owner.sign.seed.wipe();
  if (!made.ok) return made;
  const written = await writeRecord(room.ports, { ...noGuesses, current: made.value.slot, next: null });
  if (!written.ok) return written;
  take(room, made.value.held);
  return ok(identityOf(made.value.held, true));
};

const open = (room: Room, mayCreate: boolean): Promise<Result<DeskIdentity, DeskFault>> =>
  room.ports.keystore.exclusive(async () => {
    if (room.held !== null) return ok(identityOf(room.held, false));
    const record = await readRecord(room.ports);
    if (!record.ok) return record;
    if (record.value === null) return mayCreate ? make(room) : err({ type: "KeysMissing" });
    const { current } = record.value;
    room.locked = current.lock;
    if (current.lock) return err({ type: "Locked" });
    const held = holdBytes(current.daily, current);
    if (!held.ok) return held;
    take(room, held.value);
    return ok(identityOf(held.value, false));
  });

/** Builds the desk over a keystore, the platform's chance and clock, and what stretches a passphrase. */
export const createDesk = (ports: DeskPorts): KeyDesk => {
  const room: Room = { ports, held: null, locked: false, begun: null, offer: null };
  return {
    open: (mayCreate) => open(room, mayCreate),
    ...sealing(room),
    ...linking(room),
    ...sharing(room),
    ...locking(room),
    ...moving(room),
    ...membership(room),
    ...recovering(room),
    ...pairing(room),
    ...proving(room),
    ...filing((pass) => withOwner(room, pass, () => ok(null)), ports.random),
  };
};
