/** Remembers where every device's chain stands here, and the link of each of its envelopes that is held. */
import { toHex } from "@belay/basics";
import { seenMax, type SegmentRange, type Seen } from "@belay/wire";

/** A place in a device's chain: number (0 before the first) and the 32-byte hash of the envelope there. */
export interface Place {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** An all-zero hash stands before the first link of a chain (`security.md` 4.5). */
const start: Place = { seq: 0, hash: new Uint8Array(32) };

/** The chains of all devices, by device id in hexadecimal. */
export interface Chains {
  readonly head: (device: string) => Place;
  readonly devices: () => readonly string[];
  /** Number to hash of what is held; a number that a segment replaced is not in it. */
  readonly held: (device: string) => ReadonlyMap<number, Uint8Array>;
  /** One more envelope is held; the head moves when it is the newest. */
  readonly note: (device: string, seq: number, hash: Uint8Array) => void;
  /**
   * Envelopes `from` to `to` are not held any more because a segment holds what was in them. The head stands, or moves
   * to `to` with the hash that the segment names, so that the next link can be checked. It never moves over a number
   * that nothing stands for: a range that begins beyond the next number is stepped over once what is before it is here.
   */
  readonly replaced: (device: string, from: number, to: number, hash: Uint8Array) => void;
  /** Whether a segment stands for a number that the head has not reached yet. */
  readonly isAhead: (device: string, seq: number) => boolean;
  /** Every head but that of `self`: what this device has seen of the others. */
  readonly seen: (self: string) => Seen;
  /** Every head: the same on two devices that have seen the same. */
  readonly vector: () => Seen;
}

interface Stone {
  readonly from: number;
  readonly to: number;
  readonly hash: Uint8Array;
}

interface Chain {
  head: Place;
  readonly held: Map<number, Uint8Array>;
  /** Ranges that segments stand for and that end beyond the head. */
  ahead: readonly Stone[];
}

/** Moves the head over what segments stand for, as far as it goes. */
const advance = (chain: Chain): void => {
  for (;;) {
    chain.ahead = chain.ahead.filter(({ to }) => to > chain.head.seq);
    const next = chain.ahead.find(({ from }) => from <= chain.head.seq + 1);
    if (next === undefined) return;
    chain.head = { seq: next.to, hash: next.hash };
  }
};

/**
 * What a store may let go of: of these ranges those that are here or come next, in order. Letting go of one that comes
 * later would tell the store that what is before it is here too.
 */
export const withinReach = <R extends { readonly device: string; readonly from: number; readonly to: number }>(
  chains: Chains,
  ranges: readonly R[],
): readonly R[] => {
  const ends = new Map<string, number>();
  return ranges
    .toSorted((a, b) => a.from - b.from)
    .filter(({ device, from, to }) => {
      const end = ends.get(device) ?? chains.head(device).seq;
      if (from > end + 1) return false;
      ends.set(device, Math.max(end, to));
      return true;
    });
};

/**
 * Whether a range names other links than the ones that are held at its ends: then it stands for another history, and
 * what is held here is not in its segment.
 */
export const contradicts = (chains: Chains, { device, from, to, before, hash }: SegmentRange): boolean => {
  const held = chains.held(device);
  const [first, last] = [held.get(from - 1), held.get(to)];
  return (first !== undefined && toHex(first) !== before) || (last !== undefined && toHex(last) !== hash);
};

/**
 * Whether a segment truly stands for what is held of this device's own chain: its disk may have gone back, and then what
 * it wrote since lies under the same numbers. A range names its two ends alone, so whatever is held in it has to have a
 * link behind it that the relay has too: up to `sure` the relay has shown the very envelopes that are held.
 */
export const standsForOwn = (chains: Chains, range: SegmentRange, sure: number): boolean => {
  const { device, from, to, before } = range;
  const [{ seq, hash }, held] = [chains.head(device), chains.held(device)];
  if (to <= sure) return true;
  if (contradicts(chains, range)) return false;
  if (held.has(to)) return true;
  if (to > seq) return from === seq + 1 ? before === toHex(hash) : from <= seq && seq <= sure;
  return ![...held.keys()].some((one) => one > sure && from <= one && one <= to);
};

/** The numbers right before what is stored next in each chain, where a segment stands for them: so far the store has to know. */
export const steppedOver = (chains: Chains, next: readonly { readonly device: string; readonly seq: number }[]) => {
  const firsts = new Map<string, number>();
  for (const { device, seq } of next) firsts.set(device, Math.min(seq, firsts.get(device) ?? seq));
  return [...firsts].flatMap(([device, seq]) =>
    seq > 1 && !chains.held(device).has(seq - 1) ? [{ device, from: seq - 1, to: seq - 1 }] : [],
  );
};

/** Chains with nothing in them. */
export const createChains = (): Chains => {
  const chains = new Map<string, Chain>();
  const of = (device: string): Chain => {
    const known = chains.get(device) ?? { head: start, held: new Map<number, Uint8Array>(), ahead: [] };
    chains.set(device, known);
    return known;
  };
  const heads = (except: string | null): Seen =>
    Object.fromEntries(
      [...chains]
        .filter(([device, { head }]) => device !== except && head.seq > 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        // A batch names so many devices at most; no household comes near.
        .slice(0, seenMax)
        .map(([device, { head }]) => [device, [head.seq, toHex(head.hash)] as const]),
    );
  return {
    head: (device) => chains.get(device)?.head ?? start,
    devices: () => [...chains.keys()],
    held: (device) => chains.get(device)?.held ?? new Map<number, Uint8Array>(),
    note: (device, seq, hash) => {
      const chain = of(device);
      chain.held.set(seq, hash);
      if (seq > chain.head.seq) chain.head = { seq, hash };
      advance(chain);
    },
    replaced: (device, from, to, hash) => {
      const chain = of(device);
      // By what is held: a range may name any number of places, and costs its writer nothing.
      for (const seq of chain.held.keys()) if (from <= seq && seq <= to) chain.held.delete(seq);
      chain.ahead = [...chain.ahead, { from, to, hash }];
      advance(chain);
    },
    isAhead: (device, seq) => (chains.get(device)?.ahead ?? []).some(({ from, to }) => from <= seq && seq <= to),
    seen: (self) => heads(self),
    vector: () => heads(null),
  };
};
