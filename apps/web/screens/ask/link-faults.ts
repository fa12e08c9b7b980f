/** Finds the sentence for a link that was not made or closed; apart, because the first view makes none. */
import type { LinkFault } from "../../engine/engine.ts";
import { dispatchWords } from "../faults.ts";
import type { MessageId } from "../words.ts";

/** For a link that was not made or closed. */
export const linkWords = (fault: LinkFault): MessageId => {
  switch (fault.type) {
    case "Offline":
      return fault.kept ? "faults.linkOfflineKept" : "faults.linkOffline";
    case "RelayRefused":
      return fault.kept ? "faults.linkRefusedKept" : "faults.linkRefused";
    default:
      return dispatchWords(fault);
  }
};
