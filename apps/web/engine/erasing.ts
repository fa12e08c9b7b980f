/** Remembers which segments the relay has still to delete something for. */
import type { PlaceRange } from "./ports/store.ts";
import type { Whole } from "./segments.ts";

/** What is remembered between two readings of the relay's log from its start: nothing of it has to outlive a restart. */
export interface Erasing {
  /** The relay showed an envelope that is held no more. */
  readonly stale: (device: string, seq: number) => void;
  /** The relay's log is read from its start again; segments that are known by now are old ones. */
  readonly reset: (known: readonly Whole[]) => void;
  /** Segments of which the relay may still have what they replaced. */
  readonly due: (whole: readonly Whole[]) => readonly Whole[];
  readonly sent: (ref: number, segment: Whole) => void;
  /** The relay has deleted what was asked under this number; false when nothing was. */
  readonly done: (ref: number) => boolean;
  /** What was asked on a line that ended is asked again. */
  readonly lost: () => void;
}

/** Nothing to erase yet. */
export const createErasing = (): Erasing => {
  const shown = new Map<string, Set<number>>();
  const asked = new Map<number, Whole>();
  /** What is through, or was through before and not shown again. */
  let through = new Set<string>();
  const isShown = ({ device, from, to }: PlaceRange): boolean =>
    [...(shown.get(device) ?? [])].some((seq) => from <= seq && seq <= to);
  return {
    stale: (device, seq) => void shown.set(device, (shown.get(device) ?? new Set()).add(seq)),
    reset: (known) => {
      shown.clear();
      asked.clear();
      through = new Set(known.map(({ id }) => id));
    },
    due: (whole) => {
      const open = new Set([...asked.values()].map(({ id }) => id));
      return whole.filter((one) => !open.has(one.id) && (!through.has(one.id) || one.replaces.some(isShown)));
    },
    sent: (ref, segment) => void asked.set(ref, segment),
    done: (ref) => {
      const segment = asked.get(ref);
      if (segment === undefined) return false;
      asked.delete(ref);
      if ([...asked.values()].some(({ id }) => id === segment.id)) return true;
      through.add(segment.id);
      for (const { device, from, to } of segment.replaces) {
        for (const seq of shown.get(device) ?? []) if (from <= seq && seq <= to) shown.get(device)?.delete(seq);
      }
      return true;
    },
    lost: () => asked.clear(),
  };
};
