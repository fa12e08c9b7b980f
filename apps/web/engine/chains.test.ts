/** Tests where every device's chain stands here, and what is said of it to others. */
import { toHex } from "@belay/basics";
import { seenMax } from "@belay/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChains, steppedOver, withinReach, type Chains } from "./chains.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const place = (seq: number): readonly [number, string] => [seq, toHex(hash(seq))];

/** The chain of device 1 with these numbers, noted in this order. */
const chainOf = (numbers: readonly number[]): Chains => {
  const chains = createChains();
  for (const seq of numbers) chains.note(device(1), seq, hash(seq));
  return chains;
};
const numbersOf = (chains: Chains): readonly number[] => [...chains.held(device(1)).keys()];

describe("the head of a chain", () => {
  it("of a device that was never heard of is number 0 with a link of zeros", () => {
    const chains = createChains();
    expect(chains.head(device(1))).toEqual({ seq: 0, hash: new Uint8Array(32) });
    expect(chains.held(device(1)).size).toBe(0);
    expect(chains.devices()).toEqual([]);
  });

  it("is the highest number with its own link, in whatever order they came", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }).filter((some) => some.length > 0),
        (numbers) => {
          const highest = Math.max(...numbers);
          const chains = chainOf(numbers);
          expect(chains.head(device(1))).toEqual({ seq: highest, hash: hash(highest) });
          expect(chains.held(device(1)).get(highest)).toEqual(hash(highest));
          expect(numbersOf(chains)).toHaveLength(numbers.length);
        },
      ),
    );
  });

  it("of one device says nothing about another", () => {
    const chains = chainOf([1, 2]);
    chains.note(device(2), 7, hash(7));
    expect(chains.head(device(1)).seq).toBe(2);
    expect(chains.head(device(2)).seq).toBe(7);
    expect(chains.devices()).toEqual([device(1), device(2)]);
  });
});

describe("what a segment replaced", () => {
  it.each([
    ["in the middle", [1, 2, 3, 4], 2, 3, [1, 4], 4, 4],
    ["at the start", [1, 2, 3], 1, 2, [3], 3, 3],
    ["at the end, and the head stands", [1, 2, 3], 2, 3, [1], 3, 3],
    ["beyond the end, and the head moves with the link that the segment names", [1], 2, 5, [1], 5, 9],
    ["of a chain that was not here at all", [], 1, 4, [], 4, 9],
  ] as const)("%s is held no more", (_where, before, from, to, held, seq, link) => {
    const chains = chainOf(before);
    chains.replaced(device(1), from, to, to > Math.max(0, ...before) ? hash(9) : hash(8));
    expect(numbersOf(chains)).toEqual(held);
    expect(chains.head(device(1))).toEqual({ seq, hash: hash(link) });
  });

  it.each([
    ["one by one", [2, 3], 5],
    ["as far as they are here", [2], 2],
  ])("beyond numbers that are not here yet is stepped over once those came, %s", (_how, then, head) => {
    const chains = chainOf([1]);
    chains.replaced(device(1), 4, 5, hash(5));
    expect([chains.head(device(1)).seq, chains.isAhead(device(1), 4)]).toEqual([1, true]);
    for (const seq of then) chains.note(device(1), seq, hash(seq));
    expect(chains.head(device(1))).toEqual({ seq: head, hash: hash(head) });
    expect(numbersOf(chains)).toEqual([1, ...then]);
    expect(chains.isAhead(device(1), 4)).toBe(head < 4);
  });

  it("may be followed by what another one replaced", () => {
    const chains = chainOf([1]);
    chains.replaced(device(1), 4, 6, hash(6));
    chains.replaced(device(1), 2, 3, hash(3));
    expect(chains.head(device(1))).toEqual({ seq: 6, hash: hash(6) });
  });

  // A range is a claim of whoever wrote the segment: it must cost what is held, not what it says.
  it("takes no longer for a range that says it has no end", () => {
    const chains = chainOf([1, 2, 3]);
    chains.replaced(device(1), 2, Number.MAX_SAFE_INTEGER, hash(9));
    expect(numbersOf(chains)).toEqual([1]);
    expect(chains.head(device(1)).seq).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("leaves the chain open for the next number", () => {
    const chains = chainOf([1]);
    chains.replaced(device(1), 2, 5, hash(5));
    chains.note(device(1), 6, hash(6));
    expect(chains.head(device(1))).toEqual({ seq: 6, hash: hash(6) });
    expect(numbersOf(chains)).toEqual([1, 6]);
  });
});

describe("what a store is told", () => {
  const range = (from: number, to: number) => ({ device: device(1), from, to });

  it("is to let go of what is here or comes next, never of what comes later", () => {
    const chains = chainOf([1, 2]);
    expect(withinReach(chains, [range(7, 8), range(2, 4), range(1, 1), range(5, 5)])).toEqual([
      range(1, 1),
      range(2, 4),
      range(5, 5),
    ]);
    expect(withinReach(chains, [range(4, 4)])).toEqual([]);
  });

  it("is where a chain goes on behind what was replaced", () => {
    const chains = chainOf([1, 2]);
    chains.replaced(device(1), 2, 3, hash(3));
    const next = [4, 5].map((seq) => ({ device: device(1), seq }));
    expect(steppedOver(chains, next)).toEqual([range(3, 3)]);
    expect(steppedOver(chains, [{ device: device(2), seq: 1 }])).toEqual([]);
    expect(steppedOver(chainOf([3]), next)).toEqual([]);
  });
});

describe("what is said of the chains", () => {
  it("names every head but the own, or every one, in the order of the devices", () => {
    const chains = createChains();
    for (const n of [3, 1, 2]) chains.note(device(n), n, hash(n));
    expect(Object.entries(chains.vector())).toEqual([1, 2, 3].map((n) => [device(n), place(n)]));
    expect(Object.entries(chains.seen(device(2)))).toEqual([1, 3].map((n) => [device(n), place(n)]));
  });

  it("names no device of which nothing was taken", () => {
    const chains = createChains();
    chains.replaced(device(1), 1, 0, hash(1));
    chains.note(device(2), 1, hash(1));
    expect(Object.keys(chains.vector())).toEqual([device(2)]);
  });

  it("names as many as a batch may hold, the first in order", () => {
    const chains = createChains();
    for (let n = seenMax + 10; n > 0; n -= 1) chains.note(device(n), 1, hash(1));
    const named = Object.keys(chains.vector());
    expect(named).toHaveLength(seenMax);
    expect(named.at(-1)).toBe(device(seenMax));
  });
});
