/** Says in words why the lock, or what stands behind it, said no. */
import type { LockFault } from "../../engine/vault-door.ts";
import { dispatchWords } from "../faults.ts";
import { t } from "../words.ts";

/** Whole seconds, rounded up: a wait is never said to be shorter than it is. */
export const secondsOf = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));

/** Whether the fault is about the passphrase that was just said, so that the field stays open for another try. */
export const isGuess = (fault: { readonly type: string }): boolean =>
  fault.type === "WrongPassphrase" || fault.type === "TooSoon";

/** One calm sentence. `waitMs` is what is left of the wait now, which may be less than the fault says. */
export const lockWords = (fault: LockFault, waitMs = "waitMs" in fault ? fault.waitMs : 0): string => {
  switch (fault.type) {
    case "WrongPassphrase":
    case "TooSoon":
      return waitMs > 0 ? t("lock.wait", { n: secondsOf(waitMs) }) : t("lock.wrong");
    case "WeakPassphrase":
      return t(`lock.weak.${fault.why}`);
    case "OtherDevices":
      return t("lock.otherDevices");
    default:
      return t(dispatchWords(fault));
  }
};
