/** Tests what exactly one row changes, and that nothing else is touched by it. */
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anEvent, type Fields } from "../pretend.ts";
import { advance, copyFolded, firstFolded, hearRow, type Folded } from "./fold.ts";
import { covOf, meanOf, varianceOf } from "./gauss.ts";
import { drift, growthTo, priors } from "./priors.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { contextSlot, domainSlot, reachSum, slots, weekSlot } from "./state.ts";

const fresh = (user: Fields = {}): Folded => firstFolded(setupIn(aUser({ intake: {}, ...user }), 0));

const hear = (folded: Folded, ...list: readonly Fields[]): Folded => {
  for (const fields of list) {
    const row = rowIn("energy" in fields ? "checkin" : "event", fields);
    if (row !== null) hearRow(folded, row);
  }
  return folded;
};

const quiet: Fields = {
  predHelp: null,
  predBad: null,
  before: null,
  peak: null,
  after: null,
  bad: null,
  outcome: null,
};
const aTry = (fields: Fields = {}): Fields => anEvent({ ...quiet, day: 0, ...fields });

describe("how much is learnt by a try", () => {
  /**
   * In units of growth. Growth is apart from all else at first, so that what reach and growth have in common
   * afterwards is what was added of it.
   */
  const units = (fields: Fields): number => {
    const { state } = hear(fresh(), aTry(fields));
    return covOf(state.gauss, slots.reach, slots.growth) / (growthTo.reach * priors.growth.sd ** 2);
  };

  test("is nothing where it was not begun", () => {
    for (const status of ["avoided", "skipped", "swapped"])
      expect(units({ status, predBad: 90, peak: 10, bad: 10 })).toBeCloseTo(0, 9);
  });

  test("is nothing where it was broken off, but less than nothing where it overwhelmed", () => {
    expect(units({ status: "started", predBad: 90, bad: 10 })).toBeCloseTo(0, 9);
    expect(units({ status: "started", peak: 85 })).toBeLessThan(-0.1);
  });

  test("is less than nothing from a peak of 80, or a hurtful answer, whatever was feared", () => {
    const worst = units({ peak: 100 });
    expect(worst).toBeLessThan(0);
    for (const fields of [
      { peak: 80, predBad: 100, bad: 0 },
      { outcome: "hurtful", predBad: 100, bad: 0 },
      { outcome: "hurtful", peak: 10 },
    ])
      expect(units(fields)).toBeCloseTo(worst, 9);
    expect(units({ peak: 79, predBad: 100, bad: 20 })).toBeGreaterThan(0.5);
  });

  test("is the same, and something, where nothing was feared or felt that could be set side by side", () => {
    const plain = units({});
    expect(plain).toBeGreaterThan(0);
    expect(units({ predBad: 60 })).toBeCloseTo(plain, 9);
    expect(units({ bad: 10 })).toBeCloseTo(plain, 9);
    expect(units({ peak: 30 })).toBeCloseTo(plain, 9);
  });

  test("grows evenly with how much less bad it was than feared, up to an end on either side", () => {
    const at = (gap: number): number => units({ predBad: 50 + gap / 2, bad: 50 - gap / 2 });
    expect(at(20) - at(10)).toBeCloseTo(at(10) - at(0), 9);
    expect(at(10)).toBeGreaterThan(at(0));
    expect(at(0)).toBeGreaterThan(0);
    expect(at(90)).toBeCloseTo(at(60), 9);
    expect(at(-80)).toBeCloseTo(at(-60), 9);
    expect(at(-60)).toBeLessThan(0);
    expect(at(-60)).toBeGreaterThan(units({ peak: 90 }));
  });

  test("goes by how bad it was, and by the peak only where that was not said", () => {
    expect(units({ predBad: 60, peak: 70, bad: 40 })).toBeCloseTo(units({ predBad: 60, bad: 40 }), 9);
    expect(units({ predBad: 60, peak: 40 })).toBeCloseTo(units({ predBad: 60, bad: 40 }), 9);
  });

  test("goes to reach, to the step's domain and to the place, and to no other", () => {
    const folded = hear(fresh(), aTry({ step: "s8", context: "call" }));
    const { gauss } = folded.state;
    const share = priors.growth.sd ** 2 * (units({}) / 1);
    // Step s8 is of the third domain; a call is the second place.
    expect(covOf(gauss, domainSlot(2), slots.growth)).toBeCloseTo(growthTo.domain * share, 9);
    expect(covOf(gauss, contextSlot(folded.setup, 1), slots.growth)).toBeCloseTo(growthTo.context * share, 9);
    for (const slot of [domainSlot(0), domainSlot(1), contextSlot(folded.setup, 0), contextSlot(folded.setup, 2)])
      expect(covOf(gauss, slot, slots.growth)).toBeCloseTo(0, 9);
  });

  test("goes to reach alone for a step of no domain in a place that is unfamiliar", () => {
    const steps = [{ id: "x", difficulty: 30, domain: "none of these", contexts: ["call"] }];
    const folded = hear(fresh({ steps }), aTry({ step: "x", context: "the market" }));
    const { gauss } = folded.state;
    expect(covOf(gauss, slots.reach, slots.growth)).toBeGreaterThan(0);
    for (let slot = 8; slot < gauss.size; slot += 1)
      if (slot < weekSlot(0) || slot > weekSlot(4)) expect(covOf(gauss, slot, slots.growth)).toBeCloseTo(0, 9);
  });
});

describe("what a try is counted as", () => {
  test.each([
    ["yes", [1, 0, 0]],
    ["partial", [1, 0, 0]],
    ["no", [0, 1, 0]],
    ["hurtful", [0, 0, 1]],
    [null, [0, 0, 0]],
  ] as const)("with the answer %s: yes, no, hurtful %j", (outcome, counts) => {
    const { track } = hear(fresh(), aTry({ person: "bo", outcome }));
    expect([track.yes[1], track.no[1], track.hurtful[1]]).toEqual(counts);
    expect([track.yes[0], track.no[0], track.hurtful[0]]).toEqual([0, 0, 0]);
    expect(hear(fresh(), aTry({ person: "bo", outcome }), aTry({ id: 2, person: "bo", outcome })).track.yes[1]).toBe(
      2 * counts[0],
    );
  });

  test("only what was begun counts as a use, and its answer as an answer", () => {
    const track = (status: string) => hear(fresh(), aTry({ status, person: "cy", outcome: "no" })).track;
    for (const status of ["done", "started"]) expect([track(status).people[2], track(status).no[2]]).toEqual([1, 1]);
    for (const status of ["avoided", "skipped", "swapped"])
      expect([track(status).people[2], track(status).no[2]]).toEqual([0, 0]);
  });

  test("a hurtful answer counts against the person, whatever became of the try", () => {
    for (const status of ["done", "started", "avoided", "skipped", "swapped"])
      expect(hear(fresh(), aTry({ status, person: "cy", outcome: "hurtful" })).track.hurtful[2]).toBe(1);
  });

  test("an answer without a person, or of somebody unknown, is nobody's", () => {
    for (const person of [null, "nobody"]) {
      const { track } = hear(fresh(), aTry({ person, outcome: "hurtful" }));
      expect([...track.yes, ...track.no, ...track.hurtful].every((count) => count === 0)).toBe(true);
    }
  });

  test.each([
    [{ peak: 78 }, "peak"],
    [{ peak: 77 }, undefined],
    [{ status: "started" }, "broken-off"],
    [{ status: "started", peak: 90 }, "peak"],
    [{ status: "started", outcome: "hurtful", peak: 90 }, "hurtful"],
    [{ status: "avoided", peak: 90 }, undefined],
    [{ outcome: "no" }, undefined],
  ])("%j is bad because: %s", (fields, because) => {
    const { bads } = hear(fresh(), aTry({ day: 3, ...fields })).track;
    expect(bads.map((bad) => [bad.day, bad.act.step.id, bad.because])).toEqual(
      because === undefined ? [] : [[3, "s8", because]],
    );
  });

  test("what went badly is kept for the newest six", () => {
    const bad = Array.from({ length: 9 }, (_, i) => aTry({ id: i, day: i, peak: 90 }));
    expect(hear(fresh(), ...bad).track.bads.map(({ day }) => day)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test("peaks alone tell how noisy somebody is, and newer ones more", () => {
    expect(hear(fresh(), aTry()).track.surprises).toBe(0);
    const heard = (n: number, fields: Fields): number =>
      hear(fresh(), ...Array.from({ length: n }, (_, i) => aTry({ id: i, ...fields }))).track.surprises;
    const one = heard(1, { peak: 40 });
    expect(one).toBeGreaterThan(0);
    expect(heard(1, { bad: 40 })).toBeCloseTo(one, 9);
    expect(heard(2, { peak: 40 })).toBeGreaterThan(1.9 * one);
    expect(heard(2, { peak: 40 })).toBeLessThan(2 * one);
  });

  test("a try of a step that nobody knows is no try, and no day goes by with it", () => {
    const folded = hear(fresh(), aTry({ day: 9, step: "unheard of", peak: 90, outcome: "no", person: "bo" }));
    expect(folded).toEqual(fresh());
  });

  test("a hurtful answer to a step that nobody knows still counts against the person, and against nothing else", () => {
    const folded = hear(fresh(), aTry({ day: 9, step: "unheard of", peak: 90, outcome: "hurtful", person: "bo" }));
    expect([...folded.track.hurtful]).toEqual([0, 1, 0, 0]);
    expect({ ...folded, track: fresh().track }).toEqual(fresh());
  });
});

describe("words before a try", () => {
  test("about help teach of the one who is asked, and of nobody where nobody is", () => {
    const asked = hear(fresh(), aTry({ status: "skipped", predHelp: 5 }));
    const alone = hear(fresh(), aTry({ status: "skipped", predHelp: 5, person: null }));
    expect([...asked.willing.gauss.mean]).not.toEqual([...fresh().willing.gauss.mean]);
    expect([...alone.willing.gauss.mean]).toEqual([...fresh().willing.gauss.mean]);
  });

  test("about badness count as expected badness, also where there was no chance to try", () => {
    expect(hear(fresh(), aTry({ status: "skipped", predBad: 80 })).track.beliefs).toBe(1);
    expect(hear(fresh(), aTry({ status: "skipped" })).track.beliefs).toBe(0);
  });
});

describe("a day that goes by", () => {
  const spreadAfter = (days: number) => {
    const folded = hear(fresh(), aTry({ status: "skipped" }));
    const { gauss } = folded.state;
    const before = [...gauss.cov];
    advance(folded, days);
    const at = (slot: number): number => covOf(gauss, slot, slot) - (before[slot * gauss.room + slot] ?? 0);
    return { folded, at };
  };

  test("loosens each number by its own drift, and nothing that does not move", () => {
    const { folded, at } = spreadAfter(3);
    expect(at(slots.reach)).toBeCloseTo(3 * drift.reach, 9);
    expect(at(slots.tolerance)).toBeCloseTo(3 * drift.tolerance, 9);
    expect(at(slots.guess)).toBeCloseTo(3 * drift.guess, 9);
    for (const index of folded.setup.domains.keys()) expect(at(domainSlot(index))).toBeCloseTo(3 * drift.domain, 9);
    for (const index of folded.setup.contexts.values())
      expect(at(contextSlot(folded.setup, index))).toBeCloseTo(3 * drift.context, 9);
    expect(at(folded.state.personSlots[0] ?? 0)).toBeCloseTo(3 * drift.person, 9);
    for (const slot of [
      slots.shade,
      slots.stretch,
      slots.strain,
      slots.growth,
      slots.cards,
      folded.state.stepSlots[8] ?? 0,
    ])
      expect(at(slot)).toBeCloseTo(0, 9);
  });

  test("in a long gap counts for two months at most", () => {
    expect(spreadAfter(60).at(slots.reach)).toBeCloseTo(60 * drift.reach, 9);
    expect(spreadAfter(61).at(slots.reach)).toBeCloseTo(60 * drift.reach, 9);
  });

  test("keeps what reach was at the start of each of the last five weeks", () => {
    const folded = fresh();
    const { gauss } = folded.state;
    for (let week = 0; week < 8; week += 1) {
      gauss.mean[slots.reach] = 20 + week;
      advance(folded, week * 7);
      gauss.mean[slots.reach] = 90;
      advance(folded, week * 7 + 6);
    }
    for (let week = 3; week < 8; week += 1) expect(gauss.mean[weekSlot(week)]).toBeCloseTo(20 + week, 9);
  });

  test("keeps every week of a gap as reach was then believed to be", () => {
    const folded = fresh();
    advance(folded, 40);
    const reach = meanOf(folded.state.gauss, reachSum(folded.setup));
    for (let week = 1; week <= 5; week += 1) expect(folded.state.gauss.mean[weekSlot(week)]).toBeCloseTo(reach, 9);
    expect(varianceOf(folded.state.gauss, { at: [weekSlot(5)], weight: [1] })).toBeGreaterThan(0);
  });

  test("counts weeks from the day somebody began", () => {
    const folded = firstFolded(setupIn(aUser({ intake: {} }), 100));
    const before = folded.state.gauss.mean[weekSlot(1)];
    advance(folded, 106);
    expect(folded.state.gauss.mean[weekSlot(1)]).toBe(before);
    advance(folded, 107);
    expect(folded.state.gauss.mean[weekSlot(1)]).toBeCloseTo(meanOf(folded.state.gauss, reachSum(folded.setup)), 9);
  });

  test("lets hearts change", () => {
    const { folded } = spreadAfter(50);
    expect(covOf(folded.willing.gauss, 0, 0)).toBeGreaterThan(covOf(fresh().willing.gauss, 0, 0));
  });
});

describe("cards sorted at the start", () => {
  test("of steps that nobody knows are passed over", () => {
    const strange = fresh({ intake: { ratings: [{ step: "unheard of", hard: 90 }] } });
    expect([...strange.state.gauss.mean]).toEqual([...fresh().state.gauss.mean]);
  });

  test("teach nothing of places or of strain, which a card is not about", () => {
    const { setup, state } = fresh({ intake: { ratings: [{ step: "s8", hard: 90 }] } });
    const begun = fresh().state.gauss;
    expect(state.gauss.mean[slots.reach]).not.toBeCloseTo(begun.mean[slots.reach] ?? 0, 3);
    expect(state.gauss.mean[slots.cards]).not.toBeCloseTo(begun.mean[slots.cards] ?? 0, 3);
    for (const slot of [slots.strain, slots.guess, contextSlot(setup, 0), contextSlot(setup, 1), domainSlot(0)])
      expect(state.gauss.mean[slot]).toBeCloseTo(begun.mean[slot] ?? 0, 9);
  });

  test("are heard up to sixty, however many come", () => {
    const steps = Array.from({ length: 80 }, (_, i) => ({ id: `x${i}`, difficulty: i, domain: "ask" }));
    const cards = (n: number) => steps.slice(0, n).map(({ id }) => ({ step: id, hard: 40 }));
    const reach = (n: number): number => {
      const folded = fresh({ steps, intake: { ratings: cards(n) } });
      return meanOf(folded.state.gauss, reachSum(folded.setup));
    };
    expect(reach(80)).toBe(reach(60));
    expect(reach(60)).not.toBe(reach(59));
  });

  test("are in what reach is remembered to have been at the start", () => {
    const folded = fresh({ intake: { ratings: [{ step: "s8", hard: 90 }] } });
    const reach = meanOf(folded.state.gauss, reachSum(folded.setup));
    expect(folded.state.gauss.mean[weekSlot(0)]).toBeCloseTo(reach, 9);
  });
});

describe("energy", () => {
  test("is kept with its day, and moves strain against it", () => {
    const low = hear(fresh(), aCheckin({ day: 3, energy: 20 }));
    expect(low.energy).toEqual({ day: 3, energy: 20 });
    expect(low.strain.mean).toBeGreaterThan(0);
    expect(hear(fresh(), aCheckin({ day: 3, energy: 90 })).strain.mean).toBeLessThan(0);
  });

  test("that was not said leaves what was said before", () => {
    const folded = hear(fresh(), aCheckin({ day: 3, energy: 20 }), { ...aCheckin({ day: 4 }), energy: null });
    expect(folded.energy).toEqual({ day: 3, energy: 20 });
    expect(folded.day).toBe(4);
  });
});

test("a copy has tables of its own for steps, people and hearts", () => {
  const folded = fresh();
  const copy = copyFolded(folded);
  hear(folded, aTry({ predHelp: 40, peak: 40, outcome: "yes" }));
  expect(copy).toEqual(copyFolded(fresh()));
});
