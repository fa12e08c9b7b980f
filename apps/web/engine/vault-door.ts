/** What the screens see of the vault: its lock, its devices, its words, and what is wrong with it. */
import type { Result } from "@belay/basics";
import type { ReadonlySignal } from "@preact/signals";
import type { BackupFault, DispatchFault } from "./not-done.ts";

/** Why a guarded act was not done. `waitMs` is how long no further guess is taken. */
export type LockFault =
  | { readonly type: "WrongPassphrase"; readonly waitMs: number }
  | { readonly type: "TooSoon"; readonly waitMs: number }
  | { readonly type: "WeakPassphrase"; readonly why: "short" | "common" | "simple" }
  /** A first lock makes a new vault, which other devices would not have: they are removed first. */
  | { readonly type: "OtherDevices" }
  | DispatchFault;

/** Why two devices were not joined, or words were not used. `detail` is a tag, never words for people. */
export type JoinFault =
  | { readonly type: "Offline" }
  /** The code, or what lay in its mailbox, is over; a new one is made in a moment. */
  | { readonly type: "Expired" }
  /** What was scanned is no code of this app, or a newer one. */
  | { readonly type: "NotACode" }
  /** The twelve words are not spelt or not put together right. */
  | { readonly type: "BadWords" }
  /** The relay keeps nothing under these words. */
  | { readonly type: "NothingThere" }
  /** This device has entries of its own; they would have no place in the other vault. */
  | { readonly type: "NotEmpty" }
  | { readonly type: "NotTaken"; readonly detail: string }
  | LockFault;

/** How the lock stands. */
export interface LockStatus {
  /** A passphrase was set. */
  readonly locked: boolean;
  /** A passkey of the platform may open it too. */
  readonly passkey: boolean;
  /** Milliseconds until the next guess is taken, as of the last try. */
  readonly waitMs: number;
  /** The twelve recovery words were shown once. */
  readonly recovery: boolean;
}

/** How good a passphrase is, 0 to 4; `why` is null when it is good enough. */
export interface Judged {
  readonly score: number;
  readonly why: null | "short" | "common" | "simple";
}

/** What a first lock did to the old, unlocked copy at the relay. */
export interface LockSet {
  readonly old: "none" | "deleted" | "unreached";
}

/** The passphrase, and what else opens the vault. `pass` is the passphrase said again. */
export interface LockDoor {
  readonly status: ReadonlySignal<LockStatus>;
  readonly unlock: (pass: string) => Promise<Result<null, LockFault>>;
  readonly passkeySalt: () => Promise<{ readonly credential: Uint8Array; readonly salt: Uint8Array } | null>;
  readonly unlockByPasskey: (prf: Uint8Array) => Promise<Result<null, LockFault>>;
  readonly setPasskey: (
    pass: string,
    credential: Uint8Array,
    salt: Uint8Array,
    prf: Uint8Array,
  ) => Promise<Result<null, LockFault>>;
  readonly dropPasskey: (pass: string) => Promise<Result<null, LockFault>>;
  /** Five words that nobody chose. */
  readonly propose: () => Promise<Result<string, LockFault>>;
  readonly judge: (text: string) => Promise<Result<Judged, LockFault>>;
  /** The first lock (`pass` null) makes a new vault and takes every entry over; later ones change the passphrase. */
  readonly set: (pass: string | null, next: string) => Promise<Result<LockSet, LockFault>>;
  /** Forgets keys and content at once: the key worker ends and the page starts again. */
  readonly lockNow: () => void;
}

/** One device of the vault. */
export interface DeviceSeen {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly self: boolean;
  /** When it was added, UNIX time in ms by the clock of the device that added it. */
  readonly since: number;
  readonly removed: boolean;
  /** The time of its newest entry here, in ms; null before the first. */
  readonly lastSeen: number | null;
}

/** What can be wrong with the copies of a log (`security.md` 4.5). In this order they are shown. */
export const alarmKinds = [
  "fork",
  "own-rolled-back",
  "rolled-back",
  "withheld",
  "rotation-refused",
  "removal-undone",
  "storage-lost",
  "clock-off",
  "copy-left",
] as const;
/** One of them. */
export type AlarmKind = (typeof alarmKinds)[number];

/** One thing that is wrong. It stays until it was seen, over restarts too. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** The device it is about, 32 hexadecimal digits; null when it is about the relay or this device's storage. */
  readonly device: string | null;
  /** When it was first noticed, in ms. */
  readonly since: number;
}

/** Bringing another device in. Both show the same six digits before anything is sent. */
export interface PairDoor {
  /** On the new device: what its code holds, and until when (ms) it counts. */
  readonly offer: () => Promise<
    Result<{ readonly code: Uint8Array; readonly digits: string; readonly endsAt: number }, JoinFault>
  >;
  /** On the new device: waits for the answer to the newest offer, at most until it ends, and takes it. */
  readonly take: (nextPass: string | null) => Promise<Result<null, JoinFault>>;
  /** On the new device: stops waiting. */
  readonly cancel: () => void;
  /** On the old device: reads a scanned code. */
  readonly read: (code: Uint8Array) => Promise<Result<{ readonly digits: string }, JoinFault>>;
  /** On the old device: adds the new one under that name (1 to 64 letters) and answers it. */
  readonly answer: (pass: string | null, code: Uint8Array, name: string) => Promise<Result<null, JoinFault>>;
}

/** The twelve words that bring a vault back. */
export interface RecoveryDoor {
  /** Shows them, and puts the sealed record they open at the relay; `saved` is false when it could not be reached. */
  readonly words: (
    pass: string | null,
  ) => Promise<Result<{ readonly words: readonly string[]; readonly saved: boolean }, JoinFault>>;
  /** On a new device: takes the vault that lies under these words. */
  readonly restore: (words: string, nextPass: string | null, name?: string) => Promise<Result<null, JoinFault>>;
}

/** Everything readable, for the person to keep wherever they like: it is not sealed any more. */
export interface OpenExport {
  readonly json: Uint8Array;
  readonly csv: Uint8Array;
}

/** What the engine offers about the vault itself. */
export interface VaultDoor {
  readonly lock: LockDoor;
  readonly devices: ReadonlySignal<readonly DeviceSeen[]>;
  readonly alarms: ReadonlySignal<readonly Alarm[]>;
  /** Puts an alarm away; it comes back only if it happens again. */
  readonly seeAlarm: (kind: AlarmKind) => Promise<void>;
  /** Six words of all that this device has seen: the same on every device that has seen the same. */
  readonly checkWords: () => Promise<readonly string[]>;
  readonly pair: PairDoor;
  readonly recovery: RecoveryDoor;
  /** Ends another device and turns the keys, so that it reads and writes nothing new. */
  readonly remove: (pass: string | null, device: string) => Promise<Result<null, LockFault>>;
  /** Names this device in the book of devices; needed once, for vaults from before there was one. */
  readonly found: (pass: string | null, name: string) => Promise<Result<null, LockFault>>;
  /** Deletes one entry for good, here, at the relay, and on the other devices when they copy. */
  readonly erase: (entry: string) => Promise<Result<null, DispatchFault>>;
  readonly exportOpen: (pass: string | null) => Promise<Result<OpenExport, LockFault | BackupFault>>;
}
