/** Carries half-finished forms over into a new vault, whose keys do not open what the old ones sealed. */
import { equalBytes } from "@belay/basics";
import type { Ports } from "./ports/ports.ts";

type DraftPorts = Pick<Ports, "desk" | "drafts">;

/** A draft as it was stored, and what stands in it; null when the keys of before did not open it either. */
export interface OpenDraft {
  readonly name: string;
  readonly was: Uint8Array;
  readonly plain: Uint8Array | null;
}

/** Under which name the desk seals the draft of a form. */
export const draftName = (form: string): string => `draft/${form}`;

/** Every draft, opened with the keys of now. What the store does not give is left out: a lock is worth more than it. */
export const openDrafts = async ({ desk, drafts }: DraftPorts): Promise<readonly OpenDraft[]> => {
  const names = await drafts.names();
  const opened: OpenDraft[] = [];
  for (const name of names.ok ? names.value : []) {
    const was = await drafts.get(name);
    if (!was.ok || was.value === null) continue;
    const plain = await desk.openLocal(draftName(name), was.value);
    opened.push({ name, was: was.value, plain: plain.ok ? plain.value : null });
  }
  return opened;
};

/**
 * Seals them with the keys of now, in place of what was stored; what does not open, or is not sealed, goes. One that was
 * written or dropped meanwhile is left as it is. A crash before or within loses drafts at most, never an entry: the
 * entries are in the new vault by then, and a draft that no key opens counts as none (`drafts.ts`).
 */
export const sealDrafts = async ({ desk, drafts }: DraftPorts, opened: readonly OpenDraft[]): Promise<void> => {
  for (const { name, was, plain } of opened) {
    const sealed = plain === null ? null : await desk.sealLocal(draftName(name), plain);
    const now = await drafts.get(name);
    if (!now.ok || now.value === null || !equalBytes(now.value, was)) continue;
    await (sealed?.ok === true ? drafts.put(name, sealed.value) : drafts.drop(name));
  }
};
