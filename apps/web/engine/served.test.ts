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

  it("steps at once over a range that says it has no end, up to what is held behind it or to the head", () => {
    const far = Number.MAX_SAFE_INTEGER - 1;
    const chains = chainsOf([1, far]);
    const served = createServed(() => chains);
    served.note(device, 1);
    expect([served.upTo(device), served.lacking(device, far)]).toEqual([far - 1, [far]]);
    const ended = chainsOf([1]);
    ended.replaced(device, 2, far, hash(9));
    const all = createServed(() => ended);
    all.note(device, 1);
    expect([all.upTo(device), all.lacking(device, far)]).toEqual([far, []]);
  });
});

describe("what was shown of one chain", () => {
  const other = "cd".repeat(16);
  const servedOf = (numbers: readonly number[]) => {
    const chains = chainsOf(numbers);
    return { chains, served: createServed(() => chains) };
  };

  it("is known number by number, also above a gap", () => {
    const { served } = servedOf([1, 2, 3, 4]);
    for (const seq of [1, 3]) served.note(device, seq);
    expect([1, 2, 3, 4].map((seq) => served.has(device, seq))).toEqual([true, false, true, false]);
  });

  it("says nothing about another", () => {
    const { chains, served } = servedOf([1, 2]);
    chains.note(other, 1, hash(1));
    served.note(device, 1);
    expect(served.upTo(other)).toBe(0);
    expect(served.has(other, 1)).toBe(false);
    expect(served.lacking(other, 9)).toEqual([1]);
  });

  it.each([
    ["as far as was asked", 2, 0, [1, 2]],
    ["above a number that was handed over already", 4, 2, [3, 4]],
    ["above all of them", 4, 4, []],
    ["and no number that is not held", 9, 3, [4]],
  ] as const)("lacks %s", (_what, limit, after, lacks) => {
    expect(servedOf([1, 2, 3, 4]).served.lacking(device, limit, after)).toEqual(lacks);
  });

  it("lacks again what is written later", () => {
    const { chains, served } = servedOf([1]);
    served.note(device, 1);
    chains.note(device, 2, hash(2));
    expect(served.upTo(device)).toBe(1);
    expect(served.lacking(device, 2)).toEqual([2]);
  });

  it("has its highest number, whether or not it was taken, and none below", () => {
    const { served } = servedOf([1]);
    expect(served.high(device)).toBe(0);
    served.offered(device, 7);
    served.note(device, 1);
    expect(served.high(device)).toBe(7);
    expect(served.upTo(device)).toBe(1);
    served.note(device, 9);
    expect(served.high(device)).toBe(9);
  });

  it("goes by a new reading of the log once there is one", () => {
    let chains = chainsOf([1, 2, 3]);
    const served = createServed(() => chains);
    served.note(device, 1);
    expect(served.upTo(device)).toBe(1);
    chains = chainsOf([1, 3]);
    expect(served.upTo(device)).toBe(2);
  });
});
