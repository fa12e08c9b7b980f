/** Records something from a screen, and says "saved" only when it is durable. */
import { assertNever } from "@belay/basics";
import type { Command, Refusal } from "@belay/domain";
import { useState } from "preact/hooks";
import type { DispatchFault } from "../engine/engine.ts";
import { useEngine } from "./engine-context.tsx";
import type { MessageId } from "./words.ts";

/** The calm sentence for a rule that said no. */
const refusalWords = (refusal: Refusal): MessageId => {
  switch (refusal.type) {
    case "PersonUnsafe":
      return "shell.refusedUnsafe";
    case "ScreenFirst":
    case "ScreenStopped":
      return "shell.refusedScreen";
    case "PredictionFixed":
      return "shell.refusedFixed";
    default:
      return "shell.refusedOther";
  }
};

/** The calm sentence for anything that kept an entry from being saved. */
export const faultWords = (fault: DispatchFault): MessageId => {
  if (fault.type === "Refused") return refusalWords(fault.refusal);
  switch (fault.why) {
    case "no-room":
      return "shell.notSavedRoom";
    case "storage":
      return "shell.notSavedStorage";
    case "keys":
      return "shell.notSavedKeys";
    default:
      return assertNever(fault.why);
  }
};

/** How a form stands with its saving. */
export interface Save {
  /** True while the device is writing: show it on the button, ignore presses. */
  readonly busy: boolean;
  /** Set when the newest try failed; the form keeps its words. */
  readonly notice: MessageId | null;
  /** New ids in minting order once durable, null when it was not saved. */
  readonly run: (command: Command) => Promise<readonly string[] | null>;
}

/** One form's way to save. */
export const useSave = (): Save => {
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<MessageId | null>(null);
  const run = async (command: Command): Promise<readonly string[] | null> => {
    setBusy(true);
    setNotice(null);
    const saved = await engine.dispatch(command);
    setBusy(false);
    if (saved.ok) return saved.value.ids;
    setNotice(faultWords(saved.error));
    return null;
  };
  return { busy, notice, run };
};
