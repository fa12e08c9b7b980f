/** Counts what the relay has shown of every chain, so that what it lacks can be told and sent again (R1, R2, R8). */
import { equalBytes } from "@belay/basics";
import type { Chains } from "./chains.ts";

interface Shown {
  /** Everything that is held up to this number was shown. */
  upTo: number;
  /** Numbers above it that were shown too. */
  readonly beyond: Set<number>;
  /** The highest number at which the very envelope was shown that is held. */
  top: number;
}

/** What was shown since the relay's log was last read from its start. */
export interface Served {
  readonly note: (device: string, seq: number) => void;
  /** What was shown at a number is the very envelope that is held. */
  readonly same: (device: string, seq: number) => void;
  /** Everything that is held up to this number was shown. */
  readonly upTo: (device: string) => number;
  /** The highest number at which the very envelope was shown that is held: up to there the two have one history. */
  readonly sure: (device: string) => number;
  readonly has: (device: string, seq: number) => boolean;
  /** Held numbers above `after`, up to `limit`, that were not shown, in order. */
  readonly lacking: (device: string, limit: number, after?: number) => readonly number[];
  /** The highest number that was offered at all, whether or not it was taken. */
  readonly high: (device: string) => number;
  readonly offered: (device: string, seq: number) => void;
  /** Another device has seen this link at an own number, and here is another one. */
  readonly doubt: (seq: number, hash: Uint8Array) => void;
  /** Whether one of those is still not what is held. */
  readonly doubted: (own: string) => boolean;
}

/** Nothing was shown yet. */
export const createServed = (chains: () => Chains): Served => {
  const shown = new Map<string, Shown>();
  const highest = new Map<string, number>();
  const doubts = new Map<number, Uint8Array>();
  const of = (device: string): Shown => {
    const known = shown.get(device) ?? { upTo: 0, beyond: new Set<number>(), top: 0 };
    shown.set(device, known);
    return known;
  };
  /** A number that a segment replaced is held no more, and need not be shown. */
  const move = (device: string, one: Shown): number => {
    const head = chains().head(device).seq;
    const held = chains().held(device);
    for (;;) {
      const next = one.upTo + 1;
      if (one.beyond.delete(next)) one.upTo = next;
      else if (next > head || held.has(next)) return one.upTo;
      else one.upTo = [...held.keys()].reduce((end, seq) => (next < seq && seq <= end ? seq - 1 : end), head);
    }
  };
  const offered = (device: string, seq: number): void => {
    highest.set(device, Math.max(seq, highest.get(device) ?? 0));
  };
  return {
    offered,
    doubt: (seq, hash) => void doubts.set(seq, hash),
    doubted: (own) =>
      [...doubts].some(([seq, hash]) => {
        const held = chains().held(own).get(seq);
        return held !== undefined && !equalBytes(held, hash);
      }),
    high: (device) => highest.get(device) ?? 0,
    note: (device, seq) => {
      offered(device, seq);
      const one = of(device);
      if (seq > one.upTo) one.beyond.add(seq);
      move(device, one);
    },
    upTo: (device) => move(device, of(device)),
    same: (device, seq) => {
      of(device).top = Math.max(seq, of(device).top);
    },
    sure: (device) => of(device).top,
    has: (device, seq) => seq <= move(device, of(device)) || of(device).beyond.has(seq),
    lacking: (device, limit, after = 0) => {
      const one = of(device);
      const held = chains().held(device);
      const first = Math.max(after, move(device, one)) + 1;
      return [...held.keys()]
        .filter((seq) => first <= seq && seq <= limit && !one.beyond.has(seq))
        .toSorted((a, b) => a - b);
    },
  };
};
