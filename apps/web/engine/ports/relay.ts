/** The relay as the engine sees it: a socket for the vault's log, requests for the mailboxes of asks. */
import type { LocalDay, Result } from "@belay/basics";

/** Why a request to the relay came to nothing. */
export type RelayFault =
  | { readonly type: "Offline" }
  | { readonly type: "NotThere" }
  | { readonly type: "Full" }
  | { readonly type: "SlowDown" }
  | { readonly type: "RelayRefused"; readonly detail: string };

/** What a socket tells. */
export interface LineEvents {
  readonly opened: () => void;
  readonly frame: (bytes: Uint8Array) => void;
  readonly closed: () => void;
}

/** One open socket. */
export interface Line {
  readonly send: (bytes: Uint8Array) => void;
  readonly close: () => void;
}

/** Opens sockets: one for the vault's log, and one for each ask that is waiting. */
export interface Lines {
  readonly vault: (vault: string, events: LineEvents) => Line;
  readonly live: (events: LineEvents) => Line;
}

/** A sealed ask on its way to a mailbox. Hashes, ids and proofs are lower-case hexadecimal. */
export interface MailboxOffer {
  readonly id: string;
  readonly read: string;
  readonly reply: string;
  readonly owner: string;
  readonly body: Uint8Array;
  readonly expiresAt: number;
}

/** The mailboxes of asks; nothing here joins one to a vault. */
export interface AskMail {
  readonly put: (offer: MailboxOffer) => Promise<Result<null, RelayFault>>;
  readonly replies: (
    id: string,
    owner: string,
  ) => Promise<Result<readonly { readonly replyId: string; readonly body: Uint8Array }[], RelayFault>>;
  readonly taken: (id: string, owner: string, replyIds: readonly string[]) => Promise<Result<null, RelayFault>>;
  readonly close: (id: string, owner: string) => Promise<Result<null, RelayFault>>;
}

/** A sealed share on its way to its mailbox; all but the body and the day are lower-case hexadecimal. */
export interface ShareOffer {
  readonly id: string;
  /** SHA-256 of the proofs. */
  readonly read: string;
  readonly owner: string;
  readonly body: Uint8Array;
  /** Its last day: it stands to the end of that, where the person is. */
  readonly until: LocalDay;
}

/** Shares; nothing here joins one to a vault. `Full` means that the id is taken: with a fresh secret, by this very share. */
export interface ShareMail {
  readonly put: (offer: ShareOffer) => Promise<Result<null, RelayFault>>;
  readonly replace: (id: string, owner: string, body: Uint8Array) => Promise<Result<null, RelayFault>>;
  readonly close: (id: string, owner: string) => Promise<Result<null, RelayFault>>;
}

/** A sealed box on its way to the relay: for one pairing, or for recovery words. Lower-case hexadecimal. */
export interface BoxOffer {
  readonly kind: "pairing" | "recovery";
  readonly mailbox: string;
  /** SHA-256 of the proofs. */
  readonly read: string;
  readonly owner: string;
  readonly body: Uint8Array;
}

/** Boxes for pairings and recovery records; nothing here joins one to a vault. `Full` means that the id is taken. */
export interface BoxMail {
  readonly put: (box: BoxOffer) => Promise<Result<null, RelayFault>>;
  readonly read: (mailbox: string, proof: string) => Promise<Result<Uint8Array, RelayFault>>;
  readonly replace: (mailbox: string, owner: string, body: Uint8Array) => Promise<Result<null, RelayFault>>;
  readonly close: (mailbox: string, owner: string) => Promise<Result<null, RelayFault>>;
}
