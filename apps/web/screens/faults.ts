/** Finds the one calm sentence for anything that can go wrong between a screen and the engine. */
import { assertNever } from "@belay/basics";
import type { Refusal } from "@belay/domain";
import type { WhyRefused } from "../engine/engine.ts";
import type { LockFault } from "../engine/vault-door.ts";
import type { MessageId } from "./words.ts";

const fixedWords: Readonly<Record<Extract<Refusal, { type: "PredictionFixed" }>["because"], MessageId>> = {
  already: "faults.fixedAlready",
  asked: "faults.fixedAsked",
  outcome: "faults.fixedOutcome",
};

/** For a rule that said no. */
export const refusalWords = (refusal: Refusal): MessageId => {
  switch (refusal.type) {
    case "BadField":
      return "faults.badField";
    case "NotFound":
      return "faults.gone";
    case "PersonUnsafe":
      return "shell.refusedUnsafe";
    case "ScreenFirst":
      return "faults.screenFirst";
    case "ScreenStopped":
      return "faults.screenStopped";
    case "TouchOff":
      return "faults.touchOff";
    case "PredictFirst":
      return "faults.predictFirst";
    case "PredictionFixed":
      return fixedWords[refusal.because];
    case "AskClosed":
      return "faults.askClosed";
    case "OriginsOff":
      return "faults.originsOff";
    case "TooMuchToday":
      return "faults.tooMuchToday";
    case "TestFirst":
      return "faults.testFirst";
    case "TestFixed":
      return "faults.testFixed";
    default:
      return assertNever(refusal);
  }
};

/** For an entry that was not saved. */
export const dispatchWords = (fault: LockFault): MessageId => {
  if (fault.type === "Refused") return refusalWords(fault.refusal);
  // The passphrase is asked for before; where it was not, the keys say no.
  if (fault.type !== "NotSaved") return "shell.notSavedKeys";
  const { why } = fault;
  switch (why) {
    case "no-room":
      return "shell.notSavedRoom";
    case "storage":
      return "shell.notSavedStorage";
    case "keys":
      return "shell.notSavedKeys";
    default:
      return assertNever(why);
  }
};

/** For an engine that cannot open anything. */
export const stuckWords = (why: WhyRefused): MessageId => {
  switch (why) {
    case "insecure":
      return "shell.stuckInsecure";
    case "no-storage":
      return "shell.stuckStorage";
    case "no-keys":
      return "shell.stuckKeys";
    case "damaged":
      return "shell.stuckDamaged";
    case "wiped":
      return "shell.stuckWiped";
    default:
      return assertNever(why);
  }
};
