/** Tests what each kind of word, and a deed, moves, and what it leaves alone; and what a distance is made of. */
import { describe, expect, test } from "vitest";
import { aUser, type Fields } from "../pretend.ts";
import { distanceOf, stepDistance, type Act, type Distance } from "./distance.ts";
import { firstFolded, hearRow, type Folded } from "./fold.ts";
import { covOf, settle } from "./gauss.ts";
import { priors } from "./priors.ts";
import { hearCard, hearDeed, hearGuess } from "./reports.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { contextSlot, domainSlot, slotOfPerson, slotOfStep, slots } from "./state.ts";
import type { Strain } from "./strain.ts";

const fresh = (user: Fields = {}): Folded => firstFolded(setupIn(aUser({ intake: {}, ...user }), 0));

const atRest: Strain = { mean: 0, variance: 0, day: 0 };

const actIn = ({ setup }: Folded, fields: Partial<Act> = {}): Act => {
  const [step, someone] = [setup.steps.get("s8"), setup.people.get("di")];
  if (step === undefined || someone === undefined) throw new Error("the catalogue lacks what is tested");
  return { step, someone, context: 1, ...fields };
};

describe("a distance", () => {
  const parts = (folded: Folded, act: Act, strain = atRest) => {
    const { mean, sum, extra } = distanceOf(folded.setup, folded.state, act, strain);
    return { mean, extra, weights: Object.fromEntries(sum.at.map((slot, i) => [slot, sum.weight[i]])) };
  };

  test("is difficulty and the step's own, minus reach, domain, place and the person's ease", () => {
    const folded = fresh();
    const act = actIn(folded);
    const step = slotOfStep(folded.state, act.step);
    const person = act.someone === null ? -1 : slotOfPerson(folded.state, act.someone);
    const { mean } = folded.state.gauss;
    const [domain, place] = [domainSlot(2), contextSlot(folded.setup, 1)];
    for (const [slot, value] of [
      [slots.reach, 30],
      [domain, 3],
      [place, 5],
      [step, 7],
      [person, 11],
    ] as const)
      mean[slot] = value;
    // Step s8 is published at 29.
    expect(parts(folded, act).mean).toBeCloseTo(29 + 7 - 30 - 3 - 5 - 11, 9);
    expect(parts(folded, act).extra).toBeCloseTo(0, 9);
    expect(parts(folded, act).weights).toEqual({
      [slots.reach]: -1,
      [slots.strain]: 0,
      [domain]: -1,
      [place]: -1,
      [step]: 1,
      [person]: -1,
    });
  });

  test("of what has no place of its own is as unsure as that was at first", () => {
    const folded = fresh();
    const alone = actIn(folded, { someone: null });
    const own = priors.step.sd ** 2;
    expect(parts(folded, alone).extra).toBeCloseTo(own, 9);
    expect(parts(folded, { ...alone, context: -1 }).extra).toBeCloseTo(own + priors.context.sd ** 2, 9);
    const act = actIn(folded);
    expect(parts(folded, act).extra).toBeCloseTo(own + priors.person.sd ** 2, 9);
    // Comfort of 70 makes it nearer by a quarter of 20.
    expect(parts(folded, act).mean).toBeCloseTo(parts(folded, alone).mean - priors.person.slope * 20, 9);
    slotOfStep(folded.state, act.step);
    expect(parts(folded, alone).extra).toBeCloseTo(0, 9);
  });

  test("grows with strain by what strain weighs, and is less sure where strain is", () => {
    const folded = fresh();
    folded.state.gauss.mean[slots.strain] = 6;
    const act = actIn(folded, { someone: null });
    const calm = parts(folded, act);
    const strained = parts(folded, act, { mean: 1.5, variance: 0.25, day: 0 });
    expect(strained.mean - calm.mean).toBeCloseTo(9, 9);
    expect(strained.extra - calm.extra).toBeCloseTo(36 * 0.25, 9);
    expect(strained.weights[slots.strain]).toBe(1.5);
  });

  test("of a step without a domain leaves domains out", () => {
    const folded = fresh();
    const act = actIn(folded, { someone: null });
    const { sum } = stepDistance(folded.setup, folded.state, { ...act.step, domain: -1 }, 1, atRest);
    expect(sum.at).toEqual([slots.reach, slots.strain, contextSlot(folded.setup, 1)]);
    expect(sum.weight).toHaveLength(sum.at.length);
  });
});

/** What was moved by something that was heard, by the name of what moved. */
const movedBy = (hear: (folded: Folded, distance: Distance) => void) => {
  const folded = fresh();
  const act = actIn(folded, { someone: null });
  slotOfStep(folded.state, act.step);
  settle(folded.state.gauss);
  const before = [...folded.state.gauss.mean];
  const spread = (slot: number): number => covOf(folded.state.gauss, slot, slot);
  const wide = Object.values(slots).map(spread);
  hear(folded, distanceOf(folded.setup, folded.state, act, atRest));
  settle(folded.state.gauss);
  const moved = (slot: number): number => (folded.state.gauss.mean[slot] ?? 0) - (before[slot] ?? 0);
  const narrowed = Object.values(slots).map((slot, i) => (wide[i] ?? 0) - spread(slot));
  return {
    reach: moved(slots.reach),
    tolerance: moved(slots.tolerance),
    shade: moved(slots.shade),
    stretch: moved(slots.stretch),
    guess: moved(slots.guess),
    cards: moved(slots.cards),
    growth: moved(slots.growth),
    domain: moved(domainSlot(2)),
    other: moved(domainSlot(0)),
    narrowed,
  };
};

/** A try that was broken off, so that nothing is learnt by it, and its peak; null for none. */
const peak = (points: number | null) =>
  movedBy((folded) => {
    const row = rowIn("event", {
      day: 0,
      id: 1,
      step: "s8",
      person: null,
      context: "call",
      status: "started",
      peak: points,
    });
    if (row !== null) hearRow(folded, row);
  });
const guess = (points: number) => movedBy(({ state }, distance) => hearGuess(state, distance, points));
const card = (points: number) => movedBy(({ state }, distance) => hearCard(state, distance, points));
const deed = (done: boolean) => movedBy(({ state }, distance) => hearDeed(state, distance, done));

describe("a reported peak", () => {
  const silent = peak(null);

  test("above what is expected lowers reach and the domain, and raises the shade of all reports", () => {
    const moved = peak(90);
    expect(moved.reach).toBeLessThan(silent.reach - 0.5);
    expect(moved.domain).toBeLessThan(silent.domain);
    expect(moved.shade).toBeGreaterThan(0.5);
  });

  test("says nothing by itself of other domains, of guesses or of cards", () => {
    for (const points of [10, 50, 90]) {
      const { other, guess: offset, cards, growth } = peak(points);
      for (const move of [other, offset, cards, growth]) expect(move).toBeCloseTo(0, 9);
    }
  });

  test("raises reach the more, and the shade the less, the lower it is", () => {
    const list = [3, 15, 30, 50, 65, 85, 97].map((points) => peak(points));
    const [reach, shade] = [list.map((moved) => moved.reach), list.map((moved) => moved.shade)];
    expect(reach).toEqual(reach.toSorted((a, b) => b - a));
    expect(shade).toEqual(shade.toSorted((a, b) => a - b));
    expect(shade[0]).toBeLessThan(0);
  });

  test("makes reach surer, and says nothing of how much is learnt", () => {
    const { narrowed } = peak(50);
    expect(narrowed[slots.reach]).toBeGreaterThan((silent.narrowed[slots.reach] ?? 0) + 1);
    expect(narrowed[slots.shade]).toBeGreaterThan(1);
    expect(narrowed[slots.growth]).toBeCloseTo(0, 9);
  });

  test("at the end of the scale says at least or at most, wherever there", () => {
    // How far out on the scale they were read off still counts for a little.
    expect(peak(0).reach).toBeCloseTo(peak(2).reach, 1);
    expect(peak(98).shade).toBeCloseTo(peak(100).shade, 1);
    expect(peak(0).reach).toBeGreaterThan(silent.reach);
    expect(peak(100).reach).toBeLessThan(silent.reach);
  });
});

describe("a guess before a try, and a card at the start", () => {
  test("speak of the distance, of the shade of all reports, and each of its own offset", () => {
    const [before, sorted] = [guess(85), card(85)];
    expect(before.reach).toBeLessThan(0);
    expect(sorted.reach).toBeLessThan(0);
    expect([before.shade > 0, sorted.shade > 0]).toEqual([true, true]);
    expect([before.guess > 0, before.cards]).toEqual([true, 0]);
    expect([sorted.cards > 0, sorted.guess]).toEqual([true, 0]);
    expect([before.tolerance, before.stretch, sorted.tolerance, sorted.stretch]).toEqual([0, 0, 0, 0]);
  });

  test("that are low raise reach", () => {
    expect(guess(10).reach).toBeGreaterThan(0);
    expect(card(10).reach).toBeGreaterThan(0);
  });
});

describe("a deed", () => {
  test("carried out raises reach and tolerance, and is no word: it leaves shade and stretch alone", () => {
    const moved = deed(true);
    expect(moved.reach).toBeGreaterThan(0);
    expect(moved.tolerance).toBeGreaterThan(0);
    expect([moved.shade, moved.stretch, moved.guess, moved.cards]).toEqual([0, 0, 0, 0]);
  });

  test("not carried out lowers both, by more where it was likely", () => {
    const moved = deed(false);
    expect(moved.reach).toBeLessThan(0);
    expect(moved.tolerance).toBeLessThan(0);
    const near = movedBy(({ state }, distance) => hearDeed(state, { ...distance, mean: -20 }, false));
    expect(near.reach).toBeLessThan(moved.reach);
    expect(
      Math.abs(movedBy(({ state }, distance) => hearDeed(state, { ...distance, mean: -20 }, true)).reach),
    ).toBeLessThan(deed(true).reach);
  });
});
