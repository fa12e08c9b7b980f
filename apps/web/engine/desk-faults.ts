/** Turns what the desk and the relay said into what the screens hear. */
import type { DeskFault } from "@belay/wire";
import { notSaved } from "./journal.ts";
import type { AppendFault } from "./ledger.ts";
import type { RelayFault } from "./ports/relay.ts";
import type { JoinFault, LockFault } from "./vault-door.ts";

/** For a guarded act. */
export const lockFault = (fault: DeskFault | AppendFault): LockFault => {
  switch (fault.type) {
    case "WrongPassphrase":
    case "TooSoon":
    case "WeakPassphrase":
      return fault;
    default:
      return notSaved(fault);
  }
};

/** For joining two devices, or coming back with words. */
export const joinFault = (fault: DeskFault | AppendFault): JoinFault => {
  if (fault.type !== "Refused") return lockFault(fault);
  switch (fault.detail) {
    case "Code":
      return { type: "NotACode" };
    case "BadWords":
      return { type: "BadWords" };
    case "Late":
      return { type: "Expired" };
    default:
      return { type: "NotTaken", detail: fault.detail };
  }
};

/** For a box at the relay. */
export const boxFault = (fault: RelayFault): JoinFault => {
  switch (fault.type) {
    case "NotThere":
      return { type: "NothingThere" };
    case "Offline":
    case "SlowDown":
      return { type: "Offline" };
    case "Full":
    case "RelayRefused":
      return { type: "NotTaken", detail: "relay" };
  }
};
