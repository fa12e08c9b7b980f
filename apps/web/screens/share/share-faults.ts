/** Finds the sentence for something about a share that was not done. */
import type { ShareFault } from "../../engine/engine.ts";
import { dispatchWords } from "../faults.ts";
import type { MessageId } from "../words.ts";

const whyWords = {
  paused: "share.pauseLead",
  over: "share.overTitle",
  revoked: "share.revokedTitle",
  "too-long": "share.tooLong",
  shape: "faults.badField",
} as const satisfies Readonly<Record<string, MessageId>>;

/** Nothing that is here changes by a fault. */
export const shareFault = (fault: ShareFault): MessageId => {
  switch (fault.type) {
    case "Offline":
      return "share.offline";
    case "RelayRefused":
      return "share.refused";
    case "BadDocument":
    case "Ended":
      return whyWords[fault.why];
    default:
      return dispatchWords(fault);
  }
};
