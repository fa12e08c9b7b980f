/** Says in words why devices were not joined, or words not used. */
import type { JoinFault } from "../../engine/vault-door.ts";
import { lockWords } from "../lock/lock-words.ts";
import { t } from "../words.ts";

/** One calm sentence, which says what became of what was there. */
export const joinWords = (fault: JoinFault): string => {
  switch (fault.type) {
    case "Offline":
      return t("devices.offline");
    case "Expired":
      return t("devices.expired");
    case "NotACode":
      return t("devices.notACode");
    case "BadWords":
      return t("devices.badWords");
    case "NothingThere":
      return t("devices.nothingThere");
    case "NotEmpty":
      return t("devices.notEmpty");
    case "NotTaken":
      return t("devices.notTaken");
    default:
      return lockWords(fault);
  }
};
