/** The binary messages of the vault socket and of the live socket, as tagged values. */
/** Why the relay refused a frame; the byte on the wire is the place in this list plus one. */
export const refusals = [
  "gone",
  "quota",
  "slow-down",
  "gap",
  "malformed",
  "unauthorised",
  "too-large",
  "stale-epoch",
] as const;
export type RefusalCode = (typeof refusals)[number];

/** How far the relay has one device's chain. */
export interface ChainHead {
  /** 16 bytes. */
  readonly deviceId: Uint8Array;
  /** The highest contiguous seq, from 1. */
  readonly seq: number;
}

/** An envelope at its place in the relay's arrival order. */
export interface PageEntry {
  readonly at: number;
  readonly envelope: Uint8Array;
}

/** Echoed by the relay from the frame it answers; 0 in frames that answer nothing. 32 bits. */
interface Referenced {
  readonly ref: number;
}

/** Relay to client, on the vault socket. */
export type RelayFrame = Referenced &
  /** Sent at once on open: 32 random bytes, for one signature, for 60 s. */
  (
    | { readonly kind: "challenge"; readonly nonce: Uint8Array }
    /** Answers hello and create: the newest place and every chain's head. */
    | { readonly kind: "welcome"; readonly head: number; readonly devices: readonly ChainHead[] }
    /** Answers append, erase, rotate and delete after the commit; `head` is the newest place. */
    | { readonly kind: "ack"; readonly head: number }
    /** Answers pull. */
    | { readonly kind: "page"; readonly more: boolean; readonly entries: readonly PageEntry[] }
    /** Unasked, after another device's commit. */
    | { readonly kind: "news"; readonly more: boolean; readonly entries: readonly PageEntry[] }
    /** Answers anything; `retryAfterMs` is 0 when waiting does not help. Also used on the live socket. */
    | { readonly kind: "refused"; readonly code: RefusalCode; readonly retryAfterMs: number }
  );

/** Client to relay, on the vault socket. */
export type ClientFrame = Referenced &
  /** `sig` is the write key of `epoch` over `helloMessage`. */
  (
    | { readonly kind: "hello"; readonly epoch: number; readonly sig: Uint8Array }
    /** 1 or more whole envelopes, stored together or not at all. */
    | { readonly kind: "append"; readonly envelopes: readonly Uint8Array[] }
    /** Asks for entries after place `after`, about `maxBytes` of them. */
    | { readonly kind: "pull"; readonly after: number; readonly maxBytes: number }
    /** `ownerSig` is over `deleteMessage` with this connection's nonce. */
    | { readonly kind: "delete"; readonly ownerSig: Uint8Array }
    /** `ownerSig` is over `rotateMessage`; `epoch` is exactly one more than the relay's. */
    | { readonly kind: "rotate"; readonly epoch: number; readonly writePub: Uint8Array; readonly ownerSig: Uint8Array }
    /** `ownerSig` is over `rotateMessage` with epoch 1, `helloSig` over `helloMessage`. */
    | {
        readonly kind: "create";
        readonly ownerPub: Uint8Array;
        readonly epoch: number;
        readonly writePub: Uint8Array;
        readonly ownerSig: Uint8Array;
        readonly helloSig: Uint8Array;
      }
    /** Takes `from` to `to` (both included) of one device's chain off the relay for good; the numbers stay taken. */
    | { readonly kind: "erase"; readonly deviceId: Uint8Array; readonly from: number; readonly to: number }
  );

/** Both directions of the live socket, which tells an asker that an answer came. */
export type LiveFrame = Referenced &
  /** Client to relay: mailbox id and owner proof, not its hash. */
  (
    | { readonly kind: "watch"; readonly id: Uint8Array; readonly proof: Uint8Array }
    /** Relay to client: how many replies wait there now. */
    | { readonly kind: "notice"; readonly count: number }
  );

/** Any binary message. */
export type Frame = RelayFrame | ClientFrame | LiveFrame;

export type FrameKind = Frame["kind"];

/** The second byte of each frame. Final: a kind is only ever added. */
export const frameKinds = {
  challenge: 0x01,
  hello: 0x11,
  append: 0x12,
  pull: 0x13,
  delete: 0x14,
  rotate: 0x15,
  create: 0x16,
  erase: 0x17,
  welcome: 0x21,
  ack: 0x22,
  page: 0x23,
  news: 0x24,
  refused: 0x2f,
  watch: 0x31,
  notice: 0x32,
} as const satisfies Record<FrameKind, number>;
