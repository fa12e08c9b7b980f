/** Records something from a screen, and says "saved" only when it is durable. */
import type { Command } from "@belay/domain";
import { useState } from "preact/hooks";
import { useEngine } from "./engine-context.tsx";
import { dispatchWords } from "./faults.ts";
import type { MessageId } from "./words.ts";

/** The calm sentence for anything that kept an entry from being saved. */
export { dispatchWords as faultWords } from "./faults.ts";

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
    setNotice(dispatchWords(saved.error));
    return null;
  };
  return { busy, notice, run };
};
