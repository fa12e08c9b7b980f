/** Knows after a browser has dropped the log that there was one: a sealed note in a database of its own says so. */
import { fromUtf8, utf8 } from "@belay/basics";
import { settings } from "@belay/domain";
import { effect } from "@preact/signals";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

const noteName = "written";

type LossPorts = Pick<Ports, "desk" | "marks">;

/** What the note says: this device has written, and whether a copy lies at the relay. Never what was written. */
export interface Written {
  readonly copy: boolean;
}

/** The note of this vault; null where this device has not written yet, or the note is another vault's or gone too. */
export const writtenBefore = async ({ desk, marks }: LossPorts): Promise<Written | null> => {
  const sealed = await marks.get(noteName);
  if (!sealed.ok || sealed.value === null) return null;
  const opened = await desk.openLocal(noteName, sealed.value);
  const text = opened.ok ? fromUtf8(opened.value) : null;
  if (text?.ok !== true) return null;
  return { copy: text.value === "copy" };
};

/** Keeps the note true from the first entry on; gives the way to stop. What is not kept is written next time. */
export const followWritten = ({ desk, marks }: LossPorts, ledger: Ledger): (() => void) => {
  let said = "";
  return effect(() => {
    void ledger.version.value;
    const vault = ledger.identity()?.vault ?? "";
    if (ledger.head() === 0) return;
    const text = settings(ledger.state.peek()).keepCopy === true ? "copy" : "here";
    if (said === vault + text) return;
    said = vault + text;
    void desk.sealLocal(noteName, utf8(text)).then((sealed) => (sealed.ok ? marks.put(noteName, sealed.value) : null));
  });
};
