/** Finds the sentence for something about a share that was not done. */
import { assertNever } from "@belay/basics";
import type { ShareFault } from "../../engine/engine.ts";
import { dispatchWords } from "../faults.ts";
import type { MessageId } from "../words.ts";

const endedWords = {
  paused: "share.pauseLead",
  over: "share.overTitle",
  revoked: "share.revokedTitle",
} as const satisfies Readonly<Record<string, MessageId>>;

/** Nothing that is here changes by a fault. */
export const shareFault = (fault: ShareFault): MessageId => {
  switch (fault.type) {
    case "Offline":
      return "share.offline";
    case "RelayRefused":
      return "share.refused";
    case "BadDocument":
      return fault.why === "too-long" ? "share.tooLong" : "faults.badField";
    case "Ended":
      return endedWords[fault.why];
    case "Refused":
    case "NotSaved":
      return dispatchWords(fault);
    default:
      return assertNever(fault);
  }
};
