import { describe, expect, it } from "vitest";
import { figuresOf, measures, ratio } from "./figures.ts";
import { introduction } from "./human.ts";
import type { Message } from "./messages.ts";
import { oracle } from "./oracle.ts";
import { engine, play } from "./play.ts";
import { ladder, legalPicks, random, rest, selfChosen, staircase, type Policy } from "./policies.ts";
import { total, type Tally } from "./tally.ts";
import { reportWorlds, tuningWorlds, type World } from "./worlds.ts";

const people = (world: World, policy: Policy, many: number): readonly Tally[] =>
  Array.from({ length: many }, (_, at) => play(world, at, policy));

/** Does what nobody should: the hardest step, with somebody who is marked or did harm where there is one. */
const reckless: Policy = {
  name: "reckless",
  start: ({ human }) => {
    const bad = new Set<string>();
    return {
      hear: (message: Message) => {
        if (message.type === "user") for (const { id, safety } of message.people) if (safety === "unsafe") bad.add(id);
        if (message.type === "flag" || message.type === "harm") bad.add(message.person);
        if (message.type === "event" && message.outcome === "hurtful" && message.person !== null)
          bad.add(message.person);
      },
      answer: (ask) => {
        if (ask.day % 9 === 0) return { id: ask.id, pick: { step: "none", person: null, context: "call" } };
        const legal = legalPicks(introduction(human), ask).toSorted((a, b) => b.of.difficulty - a.of.difficulty);
        return { id: ask.id, pick: legal.find(({ person }) => person !== null && bad.has(person)) ?? legal[0] ?? null };
      },
    };
  },
};

describe("the scale", () => {
  it.each([...tuningWorlds, ...reportWorlds].map((world) => [world.seed, world.name, world] as const))(
    "puts the oracle above every other policy (%s, %s)",
    (_set, _name, world) => {
      const gain = (policy: Policy): number => total(people(world, policy, 3)).gain;
      const most = gain(oracle);
      for (const policy of [rest, random, selfChosen, ladder, staircase, engine]) {
        expect(gain(policy), policy.name).toBeLessThan(most);
      }
    },
  );

  it("gives resting 0 and the oracle 1, with intervals of no width", () => {
    const [world] = tuningWorlds;
    if (world === undefined) throw new Error("there are no worlds");
    const [resting, knowing] = [people(world, rest, 6), people(world, oracle, 6)];
    const [zero] = figuresOf({ policy: resting, rest: resting, oracle: knowing }, 50);
    const [one] = figuresOf({ policy: knowing, rest: resting, oracle: knowing }, 50);
    expect(zero).toEqual({ value: 0, low: 0, high: 0 });
    expect(one).toEqual({ value: 1, low: 1, high: 1 });
    expect(total(resting).offers).toBe(0);
  });

  it("keeps the oracle within its bound of overwhelm", () => {
    const sums = total(tuningWorlds.flatMap((world) => people(world, oracle, 3)));
    expect(sums.attempted).toBeGreaterThan(500);
    expect(sums.overwhelmed / sums.attempted).toBeLessThan(0.02);
    expect([sums.flagged, sums.illegal]).toEqual([0, 0]);
  });
});

describe("a reckless policy", () => {
  const world = tuningWorlds.find(({ name }) => name === "unsafe circle");
  if (world === undefined) throw new Error("there is no unsafe circle");
  const [bad, resting, knowing] = [reckless, rest, oracle].map((policy) => people(world, policy, 10));
  const figures = figuresOf({ policy: bad ?? [], rest: resting ?? [], oracle: knowing ?? [] }, 50);
  const named = (name: string): number => figures[measures.findIndex((measure) => measure.name === name)]?.value ?? NaN;

  it.each([
    ["overwhelming share of attempted", 0.3],
    ["picks of flagged people", 20],
    ["after harm or two hurtful", 5],
    ["illegal picks", 20],
    ["hard on low-energy days", 0.4],
    ["as hard right after a bad event", 0.2],
  ])("is caught by the figure “%s”", (name, least) => {
    expect(named(name)).toBeGreaterThan(least);
  });

  it("does worse than nothing", () => {
    const sums = { policy: total(bad ?? []), rest: total(resting ?? []), oracle: total(knowing ?? []) };
    expect(ratio(sums)).toBeLessThan(-0.2);
  });
});

describe("the plain policies", () => {
  it("choose only what is legal, and nobody whom the user marked, but for chance", () => {
    for (const policy of [random, selfChosen, ladder, staircase]) {
      const sums = total(tuningWorlds.slice(0, 5).flatMap((world) => people(world, policy, 2)));
      expect(sums.illegal + sums.broken, policy.name).toBe(0);
      expect(sums.offers).toBeGreaterThan(400);
      if (policy !== random) expect(sums.flagged, policy.name).toBe(0);
    }
  });

  it("are ordered as one would think in the base world: a staircase helps, chance does harm", () => {
    const [world] = tuningWorlds;
    if (world === undefined) throw new Error("there are no worlds");
    const gain = (policy: Policy): number => total(people(world, policy, 12)).gain;
    expect(gain(staircase)).toBeGreaterThan(gain(selfChosen));
    expect(gain(selfChosen)).toBeGreaterThan(gain(rest));
    expect(gain(rest)).toBeGreaterThan(gain(random));
  });
});
