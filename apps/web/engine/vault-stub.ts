/** Stands for the acts of the vault that a piece of the engine does not have yet: each says no and changes nothing. */
import { err, type Result } from "@belay/basics";
import { signal } from "@preact/signals";
import type { Alarm, DeviceSeen, LockStatus, VaultDoor } from "./vault-door.ts";

const no = (): Promise<Result<never, { readonly type: "NotSaved"; readonly why: "keys" }>> =>
  Promise.resolve(err({ type: "NotSaved", why: "keys" }));

/** A door behind which there is nothing yet. */
export const closedDoor = (): VaultDoor => ({
  lock: {
    status: signal<LockStatus>({ locked: false, passkey: false, waitMs: 0, recovery: false }),
    unlock: no,
    passkeySalt: () => Promise.resolve(null),
    unlockByPasskey: no,
    setPasskey: no,
    dropPasskey: no,
    propose: no,
    judge: no,
    set: no,
    lockNow: () => undefined,
  },
  devices: signal<readonly DeviceSeen[]>([]),
  alarms: signal<readonly Alarm[]>([]),
  seeAlarm: () => Promise.resolve(),
  checkWords: () => Promise.resolve([]),
  pair: { offer: no, take: no, cancel: () => undefined, read: no, answer: no },
  recovery: { words: no, restore: no },
  remove: no,
  found: no,
  erase: no,
  exportOpen: no,
});
