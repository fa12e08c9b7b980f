/** What the screens see of the engine: signals to read, a few acts to call. */
import type { LocalDay, Result } from "@belay/basics";
import type { Command, State, StepSpec } from "@belay/domain";
import type { Choice, Hardness, Planned, Risen } from "@belay/guidance";
import type { ShareDoc } from "@belay/wire";
import type { ReadonlySignal } from "@preact/signals";
import type { BackupFault, DispatchFault } from "./not-done.ts";
import type { LockFault, VaultDoor } from "./vault-door.ts";

export type { BackupFault, DispatchFault } from "./not-done.ts";

/** Why nothing can be opened. */
export type WhyRefused = "insecure" | "no-storage" | "no-keys" | "damaged" | "wiped";

/** Where the engine is. */
export type Phase =
  | { readonly kind: "opening" }
  /** There is a lock: nothing is read, and no key is in memory, until `lock.unlock`. */
  | { readonly kind: "locked" }
  /** The newest of a long log is shown, and may be written to; the rest is being read. */
  | { readonly kind: "glance" }
  | { readonly kind: "open" }
  | { readonly kind: "refused"; readonly why: WhyRefused };

/** Why a link was not made or closed. `kept` tells that the words are safe in the log already. */
export type LinkFault =
  | { readonly type: "Offline"; readonly kept: boolean }
  | { readonly type: "RelayRefused"; readonly kept: boolean }
  | DispatchFault;

/**
 * Why a document was not sent: `BadDocument`, the page for it could not show it, or it is too long for that; `Ended`, the
 * share is paused, past its last day or taken back, here or on another device.
 */
export type ShareFault =
  | { readonly type: "BadDocument"; readonly why: "shape" | "too-long" }
  | { readonly type: "Ended"; readonly why: "paused" | "over" | "revoked" }
  | LinkFault;

/** How a backup file is taken in. */
export interface ImportChoice {
  /** The person was asked after `OtherVault`, and wants the entries of that record beside those that are here. */
  readonly merge?: boolean;
  /** Told now and then how far it is, 0 to 1; for whatever takes longer than a second. */
  readonly told?: (share: number) => void;
}

/** What is known about the stored log. */
export interface Stored {
  /** Whether the platform promised to keep it; null when it does not say. */
  readonly persisted: boolean | null;
  /** Entries that did not open: kept, counted, never dropped. */
  readonly setAside: number;
  /** Entries of a kind that this version does not know: kept and skipped. */
  readonly unknown: number;
  /** Share of the allowed room in use, 0 to 1. */
  readonly usage: number | null;
}

/**
 * How copying to the relay stands. `pending` counts own envelopes that the relay has not shown again; `missing` counts
 * devices of which another one has seen more than the relay has shown here.
 */
export interface Copying {
  readonly kind: "off" | "waiting" | "connected" | "offline" | "refused";
  readonly pending: number;
  readonly missing: number;
}

/** What a link is made of. */
export interface LinkInput {
  readonly experiment: string;
  readonly words: string;
  readonly from: string;
  readonly howItWas: boolean;
  /** 1 to 30. */
  readonly closesInDays: number;
  readonly answerBy: LocalDay | null;
  /** What the person does if they hear nothing, where the other person shall see it. */
  readonly silence: string | null;
}

/** What a share is made of. `until` is its last day, at most 90 days from today; `scope` names its sections. */
export interface ShareInput {
  readonly to: string;
  readonly purpose: string;
  readonly scope: readonly string[];
  readonly until: LocalDay;
  readonly item9: boolean;
}

/** What is shared with somebody who helps: one sealed document behind a link. */
export interface SharingDoor {
  /** Makes the link, durable here; nothing has left the device. The words are read to each other before anything does. */
  readonly prepareShare: (
    input: ShareInput,
  ) => Promise<Result<{ readonly share: string; readonly url: string; readonly words: readonly string[] }, LinkFault>>;
  /** The link and the words again; null when there is no such share. */
  readonly shareLink: (share: string) => Promise<{ readonly url: string; readonly words: readonly string[] } | null>;
  /**
   * Sends the first document (the words were compared), or replaces it whole. At most 128 KiB. Where there is a copy at
   * the relay, what other devices wrote is read before: a share that ended there is not sent again.
   */
  readonly sendShare: (share: string, doc: ShareDoc) => Promise<Result<null, ShareFault>>;
  /** Deletes it at the relay, then in the log; offline nothing is claimed. */
  readonly revokeShare: (share: string) => Promise<Result<null, LinkFault>>;
}

/** The only door between screens and everything below. */
export interface Engine extends VaultDoor, SharingDoor {
  readonly phase: ReadonlySignal<Phase>;
  readonly state: ReadonlySignal<State>;
  readonly stored: ReadonlySignal<Stored>;
  readonly sync: ReadonlySignal<Copying>;
  readonly online: ReadonlySignal<boolean>;
  readonly today: () => LocalDay;
  /** One step within reach, or rest. `exclude` holds ids the person has just turned down. */
  readonly stepOffer: (exclude: readonly string[]) => Choice;
  /**
   * How hard a step looks today for this person: expected peak distress and its range, 0 to 100. Null until the guide
   * has arrived and read the record.
   */
  readonly hardness: (step: StepSpec) => Hardness | null;
  /**
   * The highest guess of badness, 0 to 100, that leaves a planned try bearable for this person; above it a smaller one is
   * named. Null until the guide has arrived and read the record.
   */
  readonly bearable: (planned: Planned) => number | null;
  /** Where reach stands today, and the chance that it has risen; null until the guide has arrived and read the record. */
  readonly risen: () => Risen | null;
  /** Resolves `ok` only when the entry is durable on this device. `ids` are new ids, in minting order. */
  readonly dispatch: (command: Command) => Promise<Result<{ readonly ids: readonly string[] }, DispatchFault>>;
  /** Prepares (durable here) and offers a link to the relay. A second call for the same words retries. */
  readonly makeLink: (input: LinkInput) => Promise<Result<{ readonly ask: string; readonly url: string }, LinkFault>>;
  /** The link of an ask of one's own, for copying again; null when it has none. */
  readonly linkFor: (ask: string) => Promise<string | null>;
  /** Closes a link at the relay, then in the log. */
  readonly closeLink: (ask: string) => Promise<Result<null, LinkFault>>;
  /** Looks for answers now. */
  readonly collect: () => Promise<void>;
  readonly drafts: {
    readonly get: (name: string) => Promise<string | null>;
    /** False when the device could not keep it. */
    readonly set: (name: string, text: string) => Promise<boolean>;
    readonly drop: (name: string) => Promise<void>;
  };
  /** `pass` is the passphrase said again where there is a lock. */
  readonly exportBackup: (
    pass?: string | null,
    told?: (share: number) => void,
  ) => Promise<Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, BackupFault | LockFault>>;
  readonly importBackup: (
    file: Uint8Array,
    words: string,
    choice?: ImportChoice,
  ) => Promise<Result<{ readonly events: number }, BackupFault>>;
  /** Destroys keys, log and drafts on this device, and the sealed copy at the relay where there is one. */
  readonly wipe: (
    pass?: string | null,
  ) => Promise<Result<{ readonly relay: "none" | "deleted" | "unreached" }, LockFault>>;
}
