/** Tests the helpers that instruments are made with, and the range of every score. */
import { describe, expect, it } from "vitest";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { added, answersTo, averaged, rangeOf, upTo, whole } from "./instrument.ts";

describe("the range of a score", () => {
  it.each<[InstrumentId, string, number, number]>([
    ["ecr36-5", "avoidance", 1, 5],
    ["ecr36-5", "anxiety", 1, 5],
    ["ecr36-7", "avoidance", 1, 7],
    ["ecr36-7", "anxiety", 1, 7],
    ["ecr-s", "avoidance", 6, 42],
    ["ecr-s", "anxiety", 6, 42],
    ["ecr-rs", "avoidance", 1, 7],
    ["ecr-rs", "anxiety", 1, 7],
    ["ecr-r", "avoidance", 1, 7],
    ["ecr-r", "anxiety", 1, 7],
    ["rses", "total", 10, 40],
    ["ucla3", "total", 3, 9],
    ["ucla20-v3", "total", 20, 80],
    ["ucla20-1980", "total", 20, 80],
    ["pss4", "total", 0, 16],
    ["pss10", "total", 0, 40],
    ["phq2", "total", 0, 6],
    ["phq4", "total", 0, 12],
    ["phq4", "anxiety", 0, 6],
    ["phq4", "depression", 0, 6],
    ["phq8", "total", 0, 24],
    ["phq9", "total", 0, 27],
    ["gad2", "total", 0, 6],
    ["gad7", "total", 0, 21],
    ["scs-sf", "total", 1, 5],
    ["scs-sf", "positive", 1, 5],
    ["scs-sf", "negativeReversed", 1, 5],
    ["sscs-s", "total", 1, 5],
    ["cbi-personal", "total", 0, 100],
    ["who5", "total", 0, 100],
    ["osss3", "total", 3, 14],
    ["mspss", "total", 1, 7],
    ["mspss", "significantOther", 1, 7],
    ["mspss", "family", 1, 7],
    ["mspss", "friends", 1, 7],
    ["dejong6", "total", 0, 6],
    ["dejong6", "emotional", 0, 3],
    ["dejong6", "social", 0, 3],
    ["wsas", "total", 0, 40],
    ["keep8", "total", 1, 7],
    ["keep6", "total", 1, 7],
    ["trust5", "total", 1, 6],
    ["expressiveness5", "total", 1, 6],
  ])("of %s, %s, is %d to %d", (id, name, low, high) => {
    const scale = instruments[id].scales.find((each) => each.name === name);
    if (scale === undefined) throw new Error(`${id} has no ${name}`);
    expect(rangeOf(instruments[id], scale)).toEqual([low, high]);
  });

  it("is told for every score there is", () => {
    const count = instrumentIds.reduce((sum, id) => sum + instruments[id].scales.length, 0);
    expect(count).toBe(43);
  });
});

describe("the answers to an item", () => {
  it("are the same for all items, or listed one by one", () => {
    expect(answersTo({ answers: whole(1, 4) }, 17)).toEqual({ from: 1, to: 4, step: 1 });
    expect(answersTo(instruments.osss3, 1)).toEqual({ from: 1, to: 4, step: 1 });
    expect(answersTo(instruments.osss3, 3)).toEqual({ from: 1, to: 5, step: 1 });
  });

  it("of an item that is not there are a fault of ours", () => {
    expect(() => answersTo(instruments.osss3, 4)).toThrow(RangeError);
    expect(() => answersTo(instruments.osss3, 0)).toThrow(RangeError);
  });
});

describe("a scale", () => {
  it("adds up or averages, and turns nothing unless told", () => {
    expect(added({ name: "total", items: [1], better: "lower" })).toMatchObject({ how: "sum", reversed: [], times: 1 });
    expect(averaged({ name: "total", items: [1], better: "lower" })).toMatchObject({ how: "mean", times: 1 });
    expect(added({ name: "total", items: [1], times: 4, better: "higher" }).times).toBe(4);
  });

  it("counts its items from one", () => {
    expect(upTo(3)).toEqual([1, 2, 3]);
    expect(upTo(0)).toEqual([]);
  });
});
