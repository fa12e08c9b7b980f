/** Does one thing with a share at a time, and keeps the sentence for what went wrong. */
import type { Result } from "@belay/basics";
import { useState } from "preact/hooks";
import type { ShareFault } from "../../engine/engine.ts";
import type { MessageId } from "../words.ts";
import { shareFault } from "./share-faults.ts";

/** How it stands. `run` gives true once it was done for good. */
export interface Doing {
  readonly busy: boolean;
  readonly notice: MessageId | null;
  readonly run: (act: () => Promise<Result<unknown, ShareFault>>) => Promise<boolean>;
}

/** For the buttons of one page. */
export const useDoing = (): Doing => {
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<MessageId | null>(null);
  const run: Doing["run"] = async (act) => {
    setBusy(true);
    setNotice(null);
    const done = await act();
    setBusy(false);
    if (!done.ok) setNotice(shareFault(done.error));
    return done.ok;
  };
  return { busy, notice, run };
};
