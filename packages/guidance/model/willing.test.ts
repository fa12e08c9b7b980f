/** Tests what answers teach about people: how likely a yes, and how likely that asking is not safe. */
import { describe, expect, test } from "vitest";
import { aUser } from "../pretend.ts";
import { setupIn, type Someone } from "./setup.ts";
import {
  chanceOfUnsafe,
  chanceOfYes,
  driftWilling,
  firstWilling,
  hearAnswer,
  hearHope,
  type Willing,
} from "./willing.ts";

const setup = setupIn(aUser(), 0);
const person = (id: string): Someone => {
  const someone = setup.people.get(id);
  if (someone === undefined) throw new Error(`nobody is called ${id}`);
  return someone;
};
const ana = person("ana");
const cy = person("cy");

const after = (...moves: readonly ((willing: Willing) => void)[]): Willing => {
  const willing = firstWilling(setup);
  for (const move of moves) move(willing);
  return willing;
};
const says =
  (yes: boolean, someone = ana, cost = 0.45) =>
  (willing: Willing) =>
    hearAnswer(willing, someone, cost, yes);
const hopes =
  (points: number, someone = ana) =>
  (willing: Willing) =>
    hearHope(willing, someone, 0.45, points);
const yes = (willing: Willing, someone = ana, cost = 0.45): number => chanceOfYes(willing, someone, cost)[0];

describe("the chance of a yes", () => {
  test("before anything is known is well above one half, and wide", () => {
    const [mean, low, high] = chanceOfYes(firstWilling(setup), ana, 0.45);
    expect(mean).toBeGreaterThan(0.6);
    expect(high - low).toBeGreaterThan(0.25);
  });

  test("is lower for what costs more, and higher for whom is trusted more", () => {
    const willing = firstWilling(setup);
    expect(yes(willing, ana, 0.9)).toBeLessThan(yes(willing, ana, 0.1));
    expect(yes(willing, cy)).toBeGreaterThan(yes(willing, ana));
  });

  test("falls with each no, and rises with each yes", () => {
    const falls = [0, 1, 2, 3, 4].map((n) => yes(after(...Array.from({ length: n }, () => says(false)))));
    const rises = [0, 1, 2, 3, 4].map((n) => yes(after(...Array.from({ length: n }, () => says(true)))));
    expect(falls).toEqual(falls.toSorted((a, b) => b - a));
    expect(rises).toEqual(rises.toSorted((a, b) => a - b));
    expect(falls[4]).toBeLessThan(0.55);
  });

  test("a no moves the one who said it more than twice as far as anybody else", () => {
    const before = firstWilling(setup);
    const then = after(says(false));
    expect(yes(before) - yes(then)).toBeGreaterThan(2 * (yes(before, cy) - yes(then, cy)));
  });

  test("a refusal of something dear says less than one of something small", () => {
    expect(yes(after(says(false, ana, 0.95)))).toBeGreaterThan(yes(after(says(false, ana, 0.05))));
  });

  test("grows surer with answers, and less sure with days", () => {
    const width = (willing: Willing): number => {
      const [, low, high] = chanceOfYes(willing, ana, 0.45);
      return high - low;
    };
    const often = after(...Array.from({ length: 20 }, (_, i) => says(i % 3 > 0)));
    expect(width(often)).toBeLessThan(width(firstWilling(setup)) * 0.75);
    const narrow = width(often);
    driftWilling(often, 60);
    expect(width(often)).toBeGreaterThan(narrow);
    expect(yes(often)).toBeCloseTo(2 / 3, 1);
  });

  test("learns from one's own guess, knowing that such guesses are too low", () => {
    expect(yes(after(hopes(90)))).toBeGreaterThan(yes(after(hopes(20))));
    // A guess of one half stands for a good deal more than one half.
    expect(yes(after(hopes(50), hopes(50), hopes(50)))).toBeGreaterThan(0.6);
  });

  test("is not carried away by a guess of nothing or all", () => {
    expect(Math.abs(yes(after(hopes(0))) - yes(after(hopes(3))))).toBeLessThan(1e-9);
    expect(yes(after(hopes(0)))).toBeGreaterThan(0.3);
  });

  test("opens up after an answer that hardly fits, so that a heart that turned is soon known", () => {
    const answers = (...list: readonly boolean[]) =>
      after((willing) => {
        for (const one of list) hearAnswer(willing, ana, 0.45, one);
      });
    const ayes = Array.from({ length: 12 }, () => true);
    const width = (willing: ReturnType<typeof after>): number => {
      const [, low, high] = chanceOfYes(willing, ana, 0.45);
      return high - low;
    };
    expect(width(answers(...ayes, false))).toBeGreaterThan(1.4 * width(answers(...ayes)));
    expect(yes(answers(...ayes, false, false, false))).toBeLessThan(0.6);
  });
});

describe("the chance of being unsafe", () => {
  const none = { yes: 0, no: 0, hurtful: 0 };
  const like = (fields: Partial<Someone>): Someone => ({ ...ana, trust: 55, ...fields });
  const share = (odds: number): number => odds / (1 + odds);

  // Worked by hand from the odds of the design: 0.05 safe, 0.12 unsure, x14 hurtful, x0.85 yes, x0.9 no.
  test.each([
    ["safe and trusted", like({}), none, share(0.05)],
    ["unsure", like({ safety: "unsure" }), none, share(0.12)],
    ["safe, no trust", like({ trust: 0 }), none, share(0.05 * Math.exp(55 / 40))],
    ["safe, hurt once", like({}), { ...none, hurtful: 1 }, share(0.7)],
    ["unsure, two yeses", like({ safety: "unsure" }), { ...none, yes: 2 }, share(0.12 * 0.85 ** 2)],
    ["safe, three noes", like({}), { ...none, no: 3 }, share(0.05 * 0.9 ** 3)],
  ])("of somebody %s", (_name, someone, answers, chance) => {
    expect(chanceOfUnsafe(someone, answers)).toBeCloseTo(chance, 12);
  });

  test("of somebody marked is as good as sure, whatever they answered", () => {
    expect(chanceOfUnsafe(like({ safety: "unsafe", trust: 100 }), { yes: 1000, no: 0, hurtful: 0 })).toBeGreaterThan(
      0.99,
    );
  });
});
