/** Names every way in which opening can fail. People see one and the same sentence for all of them. */
import type { WireFault } from "@belay/wire";

/** Something to be sealed is larger than its cap, in bytes. */
export type TooLong = { readonly type: "TooLong"; readonly max: number; readonly got: number };

/** The three failures of any sealed thing, in the order in which they are checked. */
export type SealFault =
  /** The key is not the one it was sealed with, or the commitment was changed. */
  | { readonly type: "BadCommitment" }
  /** The ciphertext, its tag or what is bound to it was changed. */
  | { readonly type: "BadTag" }
  /** It opened, but what is inside is not padded as it must be. */
  | { readonly type: "BadPadding" };

/** Why an envelope was refused, in check order (security page 4.3). */
export type EnvelopeFault =
  | WireFault
  | { readonly type: "OtherVault" }
  | { readonly type: "UnknownEpoch"; readonly epoch: number }
  /** Of an epoch that ended for this device, after its accepted end. */
  | { readonly type: "BeyondCut" }
  /** Its place in the chain was already taken. */
  | { readonly type: "Replayed"; readonly seq: number }
  | { readonly type: "Gap"; readonly expected: number; readonly got: number }
  | { readonly type: "BrokenChain" }
  | { readonly type: "UnknownDevice" }
  | { readonly type: "BadSignature" }
  | SealFault;

/** Why an ask or a reply was refused. */
export type CapsuleFault =
  | WireFault
  /** Sealed for another link than this one. */
  | { readonly type: "OtherAsk" }
  /** A public key that would make the shared secret known to everybody. */
  | { readonly type: "BadKey" }
  | SealFault;

/** Why a backup was refused. Nothing of it is ever used in part. */
export type BackupFault =
  | WireFault
  | { readonly type: "UnknownWrap"; readonly got: number }
  | { readonly type: "KdfOutOfRange" }
  | { readonly type: "BadWords" }
  /** Whole, but not with these words. */
  | { readonly type: "WrongWords" }
  /** Truncated, changed, spliced or out of bounds. */
  | { readonly type: "Damaged" };
