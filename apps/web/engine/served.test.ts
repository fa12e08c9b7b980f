/** Tests what is counted as shown by the relay, and what it still lacks. */
import { describe, expect, it } from "vitest";
import { createChains } from "./chains.ts";
import { createServed } from "./served.ts";

const device = "ab".repeat(16);
const hash = (seq: number): Uint8Array => new Uint8Array(32).fill(seq);

const chainsOf = (numbers: readonly number[]) => {
  const chains = createChains();
  for (const seq of numbers) chains.note(device, seq, hash(seq));
  return chains;
};

describe("what the relay has shown", () => {
  it.each([
    ["nothing", [], 0, [1, 2, 3]],
    ["the start", [1], 1, [2, 3]],
    ["everything", [1, 2, 3], 3, []],
    ["everything, out of order", [3, 1, 2], 3, []],
    ["all but one in the middle", [1, 3], 1, [2]],
    ["one twice", [1, 1], 1, [2, 3]],
  ] as const)("when it was %s", (_what, shown, upTo, lacking) => {
    const chains = chainsOf([1, 2, 3]);
    const served = createServed(() => chains);
    for (const seq of shown) served.note(device, seq);
    expect(served.upTo(device)).toBe(upTo);
    expect(served.lacking(device, 3)).toEqual(lacking);
  });

  it("steps over what a segment stands for", () => {
    const chains = chainsOf([1, 2, 3, 4]);
    chains.replaced(device, 2, 3, hash(3));
    const served = createServed(() => chains);
    served.note(device, 1);
    expect(served.upTo(device)).toBe(3);
    expect(served.lacking(device, 4)).toEqual([4]);
  });
});

describe("the chains", () => {
  it("name every other head as seen, and all of them in the vector", () => {
    const chains = chainsOf([1, 2]);
    chains.note("cd".repeat(16), 1, hash(9));
    expect(Object.keys(chains.seen(device))).toEqual(["cd".repeat(16)]);
    expect(chains.vector()[device]).toEqual([2, "02".repeat(32)]);
  });

  it("go on from the end of what a segment replaced", () => {
    const chains = chainsOf([1]);
    chains.replaced(device, 2, 5, hash(5));
    expect(chains.head(device)).toEqual({ seq: 5, hash: hash(5) });
  });
});
