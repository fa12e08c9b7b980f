import { describe, expect, it } from "vitest";
import { humanOf, introduction } from "./human.ts";
import type { Insight } from "./insight.ts";
import { wasBad } from "./judge.ts";
import type { AskMessage, EventMessage, Pick } from "./messages.ts";
import { gapOf, peakAt, reachOf, spotOf } from "./mind.ts";
import { playHuman } from "./play.ts";
import { legalPicks } from "./policies.ts";
import { emptyTally, total, type Tally } from "./tally.ts";
import { doneChance, overChance, yesChance } from "./trial.ts";
import { tuningWorlds } from "./worlds.ts";

const [base] = tuningWorlds;
if (base === undefined) throw new Error("there are no worlds");
const people = [0, 1, 2, 3].map((at) => humanOf(base, at));

/** Plays four people with a seat that always picks the easiest legal step and says `more` of it. */
const played = (more: (insight: Insight, pick: Pick, ask: AskMessage) => object): Tally =>
  total(
    people.map((human) =>
      playHuman(human, {
        name: "told",
        start: (insight) => ({
          hear: () => undefined,
          answer: (ask) => {
            const user = introduction(insight.human);
            const [easiest] = legalPicks(user, ask).toSorted((a, b) => a.of.difficulty - b.of.difficulty);
            if (easiest === undefined) return { id: ask.id, pick: null };
            const pick = { step: easiest.step, person: easiest.person, context: easiest.context };
            return { id: ask.id, pick, ...more(insight, pick, ask) };
          },
        }),
      }),
    ),
  );

/** The same estimate of reach, shifted, with an interval of two points. */
const reachSaid = (shift: number): Tally =>
  played(({ human, now }) => {
    const { mind, day } = now();
    const middle = reachOf(human, mind, day.drift) + shift;
    return { est: { reach: [middle, middle - 1, middle + 1] } };
  });

describe("estimates of reach", () => {
  it("that are true are covered every time, without error, once a week and on the last day", () => {
    const { reachN, reachIn, reachSq } = reachSaid(0);
    const weeks = people.reduce((sum, { days }) => sum + days / 7, 0);
    expect(reachN).toBeGreaterThan(0.75 * weeks);
    expect(reachN).toBeLessThan(weeks + 2 * people.length);
    expect(reachIn).toBe(reachN);
    expect(reachSq).toBeCloseTo(0, 9);
  });

  it("that are three points too high are never covered by two points, with an error of three", () => {
    const { reachN, reachIn, reachSq, reachBias } = reachSaid(3);
    expect(reachIn).toBe(0);
    expect(Math.sqrt(reachSq / reachN)).toBeCloseTo(3, 9);
    expect(reachBias / reachN).toBeCloseTo(3, 9);
  });

  it("that are left out are not scored", () => {
    expect(played(() => ({}))).toMatchObject({ reachN: 0, yesN: 0, peakN: 0, doneN: 0, trendN: 0, reportN: 0 });
  });
});

describe("estimates of each person's yes", () => {
  const yesSaid = (shift: number): Tally =>
    played(({ human, now }) => ({
      est: {
        yes: Object.fromEntries(
          human.others.map((other) => {
            const p = yesChance(other, 0.45, now().day.day) + shift;
            return [other.said.id, [p, p - 0.05, p + 0.05]];
          }),
        ),
      },
    }));

  it("are covered when true and not when a tenth too low", () => {
    const [right, low] = [yesSaid(0), yesSaid(-0.1)];
    expect(right.yesIn).toBe(right.yesN);
    expect(right.yesN).toBeGreaterThan(100);
    expect(low.yesIn).toBe(0);
    expect(Math.sqrt(low.yesSq / low.yesN)).toBeCloseTo(0.1, 9);
  });
});

describe("predictions of the pick", () => {
  it("of one half score a quarter each; sure and right ones nothing", () => {
    const half = played(() => ({ pred: { done: 0.5 } }));
    expect(half.doneN).toBe(half.tried);
    expect(half.doneSq).toBeCloseTo(half.doneN / 4, 9);
    const sure = played(() => ({ pred: { done: 1 } }));
    expect(sure.doneSq).toBe(sure.doneN - sure.doneY);
  });

  it("cover every reported peak with the whole scale, and none with nothing of it", () => {
    const whole = played(() => ({ pred: { peak: 50, peakLo: 0, peakHi: 100 } }));
    expect(whole.peakN).toBeGreaterThan(100);
    expect(whole.peakIn).toBe(whole.peakN);
    expect(played(() => ({ pred: { peak: 50, peakLo: 101, peakHi: 102 } })).peakIn).toBe(0);
  });

  it("of the true chance of being done score better than the same a fifth lower", () => {
    const said = (shift: number): number => {
      const { doneN, doneSq } = played(({ human, now }, pick) => {
        const { mind, day } = now();
        const spot = spotOf(human, pick, day);
        return { pred: { done: spot === null ? 0.5 : doneChance(human, mind, gapOf(human, mind, spot, day)) - shift } };
      });
      return doneSq / doneN;
    };
    expect(said(0)).toBeLessThan(said(0.2) - 0.02);
  });

  it("of the true chance of overwhelm add up to about as many peaks above 80 as there were", () => {
    const { overSaid, overY, overN } = played(({ human, now }, pick) => {
      const { mind, day } = now();
      const spot = spotOf(human, pick, day);
      return { pred: { over: spot === null ? 0 : overChance(human, gapOf(human, mind, spot, day)) } };
    });
    expect(Math.abs(overSaid - overY)).toBeLessThan(3 + 0.03 * overN);
  });
});

describe("answers to probes", () => {
  it("that are true have no error, and that are a tenth off have one of a tenth", () => {
    const probed = (shift: number): Tally =>
      played(({ human, now }, _, ask) => {
        const { mind, day } = now();
        const probes = (ask.probes ?? []).map((probe) => {
          const spot = spotOf(human, probe, day);
          const gap = spot === null ? 0 : gapOf(human, mind, spot, day);
          const peak = human.reportShrink * peakAt(human, gap + human.reportShift);
          return { done: doneChance(human, mind, gap) + shift, peak: peak + 10 * shift };
        });
        return { probes };
      });
    const [right, off] = [probed(0), probed(0.1)];
    expect(right.probeN).toBeGreaterThan(40);
    expect([right.probeDoneSq, right.probePeakSq]).toEqual([0, 0]);
    expect(Math.sqrt(off.probeDoneSq / off.probeN)).toBeCloseTo(0.1, 9);
    expect(Math.sqrt(off.probePeakSq / off.probeN)).toBeCloseTo(1, 9);
  });
});

describe("the report on the last day", () => {
  it("is asked of everybody once, and a wrong one is not right", () => {
    const wrong = played(() => ({ report: { brier: 9, violation: 0, yesRate: [0.5, 0.4, 0.6] } }));
    expect([wrong.reportN, wrong.reportRight]).toEqual([people.length, 0]);
  });
});

describe("a bad event", () => {
  const event = (said: Partial<EventMessage>): EventMessage => ({
    type: "event",
    user: "u",
    id: "e",
    day: 1,
    step: "s01",
    person: null,
    context: "call",
    origin: "engine",
    status: "done",
    predHelp: null,
    predBad: null,
    before: null,
    peak: null,
    after: null,
    bad: null,
    outcome: null,
    ...said,
  });

  it.each([
    [{ status: "started" }, true],
    [{ outcome: "hurtful" }, true],
    [{ peak: 78 }, true],
    [{ peak: 77 }, false],
    [{ outcome: "no" }, false],
    [{ status: "avoided" }, false],
  ] as const)("%j is one: %s", (said, bad) => {
    expect(wasBad(event(said))).toBe(bad);
  });
});

describe("a whole run", () => {
  it("adds up: every ask is an offer or a rest, every attempt was tried", () => {
    const asks: number[] = [];
    const tally = total(
      people.map((human) =>
        playHuman(human, {
          name: "counting",
          start: () => ({
            hear: () => undefined,
            answer: (ask) => {
              asks.push(ask.day);
              return { id: ask.id, pick: null };
            },
          }),
        }),
      ),
    );
    expect(tally.restDays).toBe(asks.length);
    expect({ ...tally, gain: 0, restDays: 0, lowDays: 0 }).toEqual(emptyTally);
    const busy = played(() => ({}));
    expect(busy.offers + busy.restDays).toBe(asks.length);
    expect(busy.attempted).toBeLessThanOrEqual(busy.tried);
    expect(busy.done).toBeLessThanOrEqual(busy.attempted);
  });
});
