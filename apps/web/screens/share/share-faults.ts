/** Finds the sentence for something about a share that was not done. */
import type { LinkFault } from "../../engine/engine.ts";
import { dispatchWords } from "../faults.ts";
import type { MessageId } from "../words.ts";

/** Nothing that is here changes by a fault; a share that may not be sent any more shows so by itself. */
export const shareFault = (fault: LinkFault): MessageId => {
  switch (fault.type) {
    case "Offline":
      return "share.offline";
    case "RelayRefused":
      return "share.refused";
    default:
      return dispatchWords(fault);
  }
};
