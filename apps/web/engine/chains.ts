/** Remembers where every device's chain stands here, and the link of each of its envelopes that is held. */
import { toHex } from "@belay/basics";
import { seenMax, type Seen } from "@belay/wire";

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
   * to `to` with the hash that the segment names, so that the next link can be checked.
   */
  readonly replaced: (device: string, from: number, to: number, hash: Uint8Array) => void;
  /** Every head but that of `self`: what this device has seen of the others. */
  readonly seen: (self: string) => Seen;
  /** Every head: the same on two devices that have seen the same. */
  readonly vector: () => Seen;
}

interface Chain {
  head: Place;
  readonly held: Map<number, Uint8Array>;
}

/** Chains with nothing in them. */
export const createChains = (): Chains => {
  const chains = new Map<string, Chain>();
  const of = (device: string): Chain => {
    const known = chains.get(device) ?? { head: start, held: new Map<number, Uint8Array>() };
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
    },
    replaced: (device, from, to, hash) => {
      const chain = of(device);
      for (let seq = from; seq <= to; seq += 1) chain.held.delete(seq);
      if (to > chain.head.seq) chain.head = { seq: to, hash };
    },
    seen: (self) => heads(self),
    vector: () => heads(null),
  };
};
