/** Tests what single messages teach: which way each figure moves, and which messages move nothing. */
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anEvent, someSteps, type Fields } from "../pretend.ts";
import { distanceOf } from "./distance.ts";
import { advance, firstFolded, hearRow, type Folded } from "./fold.ts";
import { covOf, meanOf, varianceOf } from "./gauss.ts";
import { predictionOf } from "./predict.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { easeOf, reachSum, slots } from "./state.ts";
import { standingOf } from "./standing.ts";
import { usualStrain } from "./strain.ts";
import { noisiness } from "./track.ts";

const fresh = (intake: Fields = { selfReach: 35 }): Folded => firstFolded(setupIn(aUser({ intake }), 0));

const hear = (folded: Folded, ...list: readonly Fields[]): Folded => {
  for (const fields of list) {
    const row = rowIn("energy" in fields ? "checkin" : "event", fields);
    if (row !== null) hearRow(folded, row);
  }
  return folded;
};

const times = (n: number, fields: (i: number) => Fields): readonly Fields[] =>
  Array.from({ length: n }, (_, i) => anEvent({ id: i, day: i, ...fields(i) }));

const reach = ({ setup, state }: Folded): number => meanOf(state.gauss, reachSum(setup));
const slot = ({ state }: Folded, key: keyof typeof slots): number => state.gauss.mean[slots[key]] ?? 0;

const act = (folded: Folded, id: string, person: string | null = "ana", context = "call") => {
  const step = folded.setup.steps.get(id);
  if (step === undefined) throw new Error(`no step ${id}`);
  const someone = person === null ? null : (folded.setup.people.get(person) ?? null);
  return { step, someone, context: folded.setup.contexts.get(context) ?? -1 };
};
const expects = (folded: Folded, id: string, person: string | null = "ana") =>
  predictionOf(folded, act(folded, id, person));

describe("before the first try", () => {
  test("reach leans to the person's own rating, a third of the way", () => {
    expect(reach(fresh({ selfReach: 32 }))).toBeCloseTo(32, 9);
    expect(reach(fresh({ selfReach: 72 }))).toBeCloseTo(46, 9);
    expect(reach(fresh({}))).toBeCloseTo(32, 9);
  });

  test("cards sorted as hard lower it, and make it surer", () => {
    const cards = (hard: number): Folded =>
      fresh({ selfReach: 35, ratings: someSteps.slice(5, 15).map(({ id }) => ({ step: id, hard })) });
    expect(reach(cards(80))).toBeLessThan(reach(fresh()) - 2);
    expect(reach(cards(10))).toBeGreaterThan(reach(fresh()) + 2);
    const width = ({ setup, state }: Folded): number => varianceOf(state.gauss, reachSum(setup));
    expect(width(cards(50))).toBeLessThan(width(fresh()));
  });

  test("the card of a step moves that step most", () => {
    const folded = fresh({ ratings: [{ step: "s10", hard: 90 }] });
    const rise = (id: string): number => expects(folded, id).peak - expects(fresh({}), id).peak;
    expect(rise("s10")).toBeGreaterThan(rise("s13") + 5);
    expect(rise("s13")).toBeGreaterThan(0);
  });

  test("an act is as far as its difficulty says, with what is known of the person", () => {
    const folded = fresh({ selfReach: 32 });
    const { setup, state } = folded;
    const someone = setup.people.get("di");
    if (someone === undefined) throw new Error("nobody");
    // Difficulty 35, reach 32, comfort 70 is worth 5 points.
    expect(easeOf(someone)).toBe(5);
    expect(distanceOf(setup, state, act(folded, "s10", "di"), usualStrain(0)).mean).toBeCloseTo(35 - 32 - 5, 9);
    expect(distanceOf(setup, state, act(folded, "s10", null), usualStrain(0)).mean).toBeCloseTo(3, 9);
  });

  test("harder steps are less likely done, felt more, and more likely too much", () => {
    const folded = fresh();
    const list = ["s2", "s9", "s14", "s20", "s27"].map((id) => expects(folded, id));
    expect(list.map(({ done }) => done)).toEqual(list.map(({ done }) => done).toSorted((a, b) => b - a));
    expect(list.map(({ peak }) => peak)).toEqual(list.map(({ peak }) => peak).toSorted((a, b) => a - b));
    expect(list.map(({ over }) => over)).toEqual(list.map(({ over }) => over).toSorted((a, b) => a - b));
  });
});

describe("a peak", () => {
  test("lower than expected raises reach, higher lowers it", () => {
    const low = hear(fresh(), ...times(4, () => ({ peak: 10, predBad: null, bad: null })));
    const high = hear(fresh(), ...times(4, () => ({ peak: 75, predBad: null, bad: null })));
    expect(reach(low)).toBeGreaterThan(reach(fresh()) + 2);
    expect(reach(high)).toBeLessThan(reach(low) - 5);
  });

  test("at the end of the scale is only a bound, and never runs away", () => {
    const zeros = hear(fresh(), ...times(60, () => ({ step: "s2", peak: 0, predBad: null, bad: null })));
    expect(reach(zeros)).toBeGreaterThan(reach(fresh()));
    expect(reach(zeros)).toBeLessThan(75);
  });

  test("that is one wild slip among many moves little", () => {
    const calm = times(15, (i) => ({ step: `s${8 + (i % 4)}`, peak: 40 }));
    const slip = anEvent({ id: "slip", day: 15, step: "s8", peak: 97 });
    expect(Math.abs(reach(hear(fresh(), ...calm, slip)) - reach(hear(fresh(), ...calm)))).toBeLessThan(4);
  });

  test("that is missing is replaced by how bad it was", () => {
    const only = hear(fresh(), anEvent({ peak: null, bad: 10, predBad: null }));
    expect(reach(only)).toBeGreaterThan(reach(hear(fresh(), anEvent({ peak: null, bad: 80, predBad: null }))));
  });

  test("teaches how noisy a person's reports are", () => {
    const steady = hear(fresh(), ...times(40, () => ({ peak: 40 })));
    const wild = hear(fresh(), ...times(40, (i) => ({ peak: i % 2 === 0 ? 8 : 85 })));
    expect(noisiness(steady.track).moment).toBeLessThan(0.8);
    expect(noisiness(wild.track).moment).toBeGreaterThan(1.5);
    const over = (folded: Folded): number => expects(folded, "s8").over;
    expect(over(wild)).toBeGreaterThan(over(steady));
    const width = (folded: Folded): number => expects(folded, "s8").peakHi - expects(folded, "s8").peakLo;
    expect(width(wild)).toBeGreaterThan(width(steady) * 1.3);
  });
});

describe("deeds", () => {
  const quiet = { peak: null, bad: null, predBad: null, outcome: null };

  test("done, against avoided or broken off, move the chance of doing", () => {
    const done = hear(fresh(), ...times(5, () => ({ ...quiet, status: "done" })));
    for (const status of ["avoided", "started"]) {
      const not = hear(fresh(), ...times(5, () => ({ ...quiet, status })));
      expect(expects(not, "s8").done).toBeLessThan(expects(done, "s8").done - 0.15);
      expect(slot(not, "tolerance")).toBeLessThan(slot(done, "tolerance"));
    }
  });

  test("that had no chance, or were exchanged, say nothing by themselves", () => {
    for (const status of ["skipped", "swapped"]) {
      const folded = hear(fresh(), ...times(5, () => ({ ...quiet, predHelp: null, status })));
      expect(expects(folded, "s8").done).toBeCloseTo(
        expects(hear(fresh(), ...times(5, () => ({ ...quiet, status: "skipped" }))), "s8").done,
        6,
      );
      expect(slot(folded, "tolerance")).toBeCloseTo(slot(fresh(), "tolerance"), 9);
    }
  });

  test("beside mild words show the shade: much avoided and still called easy", () => {
    const fine = hear(
      fresh(),
      ...times(24, (i) => ({ ...quiet, status: i % 3 === 0 ? "done" : "avoided", peak: i % 3 === 0 ? 15 : null })),
    );
    expect(slot(fine, "shade")).toBeLessThan(slot(fresh(), "shade"));
  });
});

describe("what is learnt by trying", () => {
  test("is more when it was less bad than feared, and turns round when it overwhelmed", () => {
    const grown = (fields: Fields): number => {
      const folded = fresh();
      hear(folded, anEvent({ peak: 50, ...fields }));
      return covOf(folded.state.gauss, slots.reach, slots.growth);
    };
    expect(grown({ predBad: 90, bad: 20 })).toBeGreaterThan(grown({ predBad: 40, bad: 40 }));
    expect(grown({ peak: 90 })).toBeLessThan(0);
    expect(grown({ outcome: "hurtful" })).toBeLessThan(0);
  });
});

describe("time", () => {
  test("widens what is believed, up to two months of it", () => {
    const width = (day: number): number => {
      const folded = fresh();
      advance(folded, day);
      return varianceOf(folded.state.gauss, reachSum(folded.setup));
    };
    expect(width(30)).toBeGreaterThan(width(0));
    expect(width(60)).toBeCloseTo(width(90_000), 9);
  });

  test("does not run backwards", () => {
    const folded = fresh();
    advance(folded, 9);
    const before = [...folded.state.gauss.cov];
    advance(folded, 3);
    expect([folded.day, [...folded.state.gauss.cov]]).toEqual([9, before]);
  });

  test("tells whether reach rose: near one half in silence, near one after a month of ease, near nothing after its turn", () => {
    const silent = fresh();
    advance(silent, 60);
    expect(standingOf(silent).trend28).toBeCloseTo(0.5, 1);
    const rising = hear(
      fresh(),
      ...times(60, (i) => ({ step: `s${7 + (i % 5)}`, peak: Math.max(5, 70 - i * 1.5), predBad: 70, bad: 30 })),
    );
    expect(standingOf(rising).trend28).toBeGreaterThan(0.95);
    const falling = hear(
      fresh(),
      ...times(60, (i) => ({ step: `s${7 + (i % 5)}`, peak: Math.min(90, 10 + i * 1.5), predBad: 20, bad: 60 })),
    );
    expect(standingOf(falling).trend28).toBeLessThan(0.35);
  });
});

describe("a check-in", () => {
  test("of low energy makes everything farther today", () => {
    const low = hear(fresh(), aCheckin({ day: 1, energy: 5 }));
    const high = hear(fresh(), aCheckin({ day: 1, energy: 95 }));
    expect(expects(low, "s8").peak).toBeGreaterThan(expects(high, "s8").peak + 3);
    expect(expects(low, "s8").done).toBeLessThan(expects(high, "s8").done);
  });

  test("without energy says nothing", () => {
    expect(hear(fresh(), aCheckin({ day: 1, energy: null })).energy).toBeNull();
  });
});

test("expected badness follows the guesses", () => {
  const guessed = (predBad: number): number => standingOf(hear(fresh(), ...times(12, () => ({ predBad })))).belief[0];
  expect(guessed(80)).toBeGreaterThan(65);
  expect(guessed(15)).toBeLessThan(35);
});
