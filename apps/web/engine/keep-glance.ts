/** Keeps the note for the first screen true while the vault is open. */
import { addDays, dayNumber, equalBytes } from "@belay/basics";
import { erasedIds } from "@belay/domain";
import { effect } from "@preact/signals";
import { encodeNote, glanceName, longLog, noteOf } from "./glance.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

type GlancePorts = Pick<Ports, "clock" | "desk" | "meta" | "turn">;

/** How long nothing may have been taken in before the note is written, in ms. */
export const glanceQuiet = 1_000;

/** What the note of a vault says. */
interface Standing {
  readonly vault: string;
  readonly bytes: Uint8Array;
}

/** Writes the note anew where it has changed; gives what stands there now. Alone among all tabs, and up to date. */
const write = ({ clock, desk, meta, turn }: GlancePorts, ledger: Ledger, stands: Standing | null) =>
  turn.exclusive(async (): Promise<Standing | null> => {
    const vault = ledger.identity()?.vault;
    if (vault === undefined || !(await ledger.catchUp()).ok) return stands;
    const { day } = clock.now();
    const note = noteOf(ledger.recorded(), dayNumber(day) > 0 ? addDays(day, -1) : day);
    if (note === null) {
      await meta.drop(glanceName);
      return null;
    }
    const bytes = encodeNote(note);
    if (stands?.vault === vault && equalBytes(stands.bytes, bytes)) return stands;
    const sealed = await desk.sealLocal(glanceName, bytes);
    const kept = sealed.ok && (await meta.put(glanceName, sealed.value)).ok;
    return kept ? { vault, bytes } : null;
  });

/**
 * Follows the fold; gives the way to stop. When something was erased the note goes at once, and comes back without it:
 * nothing that was erased may lie beside the log. A short log has none.
 */
export const keepGlance = (ports: GlancePorts, ledger: Ledger, open: () => boolean): (() => void) => {
  let cancel = (): void => undefined;
  let stands: Standing | null = null;
  let erased = 0;
  const renew = async (): Promise<void> => {
    if (open() && (stands !== null || ledger.recorded().length >= longLog)) stands = await write(ports, ledger, stands);
  };
  const stop = effect(() => {
    void ledger.version.value;
    const now = erasedIds(ledger.state.peek()).length;
    if (now > erased) {
      // The first time it is what was known before: the note was written without it.
      if (erased > 0 || stands !== null) void ports.meta.drop(glanceName);
      stands = null;
      erased = now;
    }
    cancel();
    cancel = ports.clock.after(glanceQuiet, () => void renew());
  });
  return () => {
    stop();
    cancel();
  };
};
