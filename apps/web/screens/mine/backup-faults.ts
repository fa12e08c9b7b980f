/** Finds the sentence for a backup file that was not written or read; apart, because the first view has none. */
import type { BackupFault } from "../../engine/engine.ts";
import type { LockFault } from "../../engine/vault-door.ts";
import { dispatchWords } from "../faults.ts";
import type { MessageId } from "../words.ts";

/** For a backup file that was not written or read. */
export const backupWords = (fault: BackupFault | LockFault): MessageId => {
  switch (fault.type) {
    case "WrongWords":
      return "faults.backupWords";
    case "NotABackup":
      return "faults.backupForeign";
    case "Damaged":
      return "faults.backupDamaged";
    case "FromNewer":
      return "faults.backupNewer";
    case "TooLarge":
      return "faults.backupTooLarge";
    case "OtherVault":
      return "faults.backupOther";
    default:
      return dispatchWords(fault);
  }
};
