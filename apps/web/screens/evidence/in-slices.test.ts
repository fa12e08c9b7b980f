import { describe, expect, it } from "vitest";
import { atOnce, inSlices, type Turns } from "./in-slices.ts";

/** A clock that each look moves by a millisecond, and a queue that waits to be told. */
const handTurns = () => {
  let ms = 0;
  const waiting: (() => void)[] = [];
  const turns: Turns = { now: () => (ms += 1), later: (work) => void waiting.push(work) };
  return {
    turns,
    waiting: () => waiting.length,
    next: (): boolean => {
      const work = waiting.shift();
      work?.();
      return work !== undefined;
    },
  };
};

const counting = function* (pieces: number, seen: number[] = []): Generator<undefined, number> {
  for (let piece = 0; piece < pieces; piece += 1) {
    seen.push(piece);
    yield;
  }
  return seen.length;
};

describe("long work in turns", () => {
  it("does nothing before its first turn, and then as much as fits into one", () => {
    const { turns, next, waiting } = handTurns();
    const seen: number[] = [];
    inSlices(counting(100, seen), () => undefined, turns);
    expect(seen).toHaveLength(0);
    next();
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.length).toBeLessThan(20);
    expect(waiting()).toBe(1);
  });

  it("comes to the same as at once, and says so once", () => {
    const { turns, next } = handTurns();
    const found: number[] = [];
    inSlices(counting(100), (all) => found.push(all), turns);
    let count = 0;
    while (next()) count += 1;
    expect(found).toEqual([atOnce(counting(100))]);
    expect(count).toBeGreaterThan(5);
  });

  it("that is called off does no more and says nothing", () => {
    const { turns, next } = handTurns();
    const found: number[] = [];
    const seen: number[] = [];
    const stop = inSlices(counting(100, seen), (all) => found.push(all), turns);
    next();
    const before = seen.length;
    stop();
    while (next());
    expect(seen).toHaveLength(before);
    expect(found).toEqual([]);
  });

  it("uses the browser’s own turns when none are given", async () => {
    expect(await new Promise((resolve) => inSlices(counting(3), resolve))).toBe(3);
  });
});
