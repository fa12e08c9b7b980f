/** Why something was not saved, or a backup not taken: as every door of the engine says it. */
import type { Refusal } from "@belay/domain";

/** Why an entry was not saved: a rule said no, or the device did. Nothing was kept in either case. */
export type DispatchFault =
  | { readonly type: "Refused"; readonly refusal: Refusal }
  | { readonly type: "NotSaved"; readonly why: "no-room" | "storage" | "keys" };

/** Why a backup was not written or read. An import that fails has changed nothing. */
export type BackupFault =
  | { readonly type: "WrongWords" }
  | { readonly type: "NotABackup" }
  | { readonly type: "Damaged" }
  | { readonly type: "FromNewer" }
  | { readonly type: "TooLarge" }
  | { readonly type: "OtherVault" }
  | DispatchFault;
