/** Laws of the judging protocol that hold for any log: order, doubles, safety, care after what went badly. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anAsk, anEvent, everyContext, somePeople, someSteps, type Fields } from "./pretend.ts";
import { answerTo, heard, newPlayer, type Answer, type Player } from "./protocol.ts";

const after = (messages: readonly Fields[]): Player => messages.reduce(heard, heard(newPlayer, aUser()));

const answer = (player: Player, day = 30): Answer => {
  const given = answerTo(player, anAsk({ day }));
  if (given === null) throw new Error("an ask was not answered");
  return given;
};

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
const ids = somePeople.map(({ id }) => String(id));

const anyEvent = fc.record({
  day: fc.integer({ min: 0, max: 29 }),
  step: pick(someSteps.map(({ id }) => id)),
  person: pick([...ids, null]),
  context: pick([...everyContext, null]),
  status: pick(["done", "done", "done", "started", "avoided", "skipped", "swapped"]),
  predHelp: percent,
  predBad: percent,
  peak: percent,
  bad: percent,
  outcome: pick(["yes", "yes", "partial", "no", "hurtful", null]),
});

const anyCheckin = fc.record({ day: fc.integer({ min: 0, max: 29 }), energy: percent });

/** Any log: tries with ids of their own, and check-ins. */
const anyLog: fc.Arbitrary<readonly Fields[]> = fc
  .tuple(fc.array(anyEvent, { maxLength: 30 }), fc.array(anyCheckin, { maxLength: 10 }))
  .map(([events, checkins]) => [
    ...events.map((fields, i) => anEvent({ ...fields, id: `e${i}` })),
    ...checkins.map((fields) => aCheckin(fields)),
  ]);

/** A quiet month: thirty tries within reach that went well, a few with a no. */
const quietMonth: readonly Fields[] = Array.from({ length: 28 }, (_, i) =>
  anEvent({
    id: `q${i}`,
    day: i,
    step: `s${6 + (i % 9)}`,
    person: (6 + (i % 9)) % 5 === 0 ? null : ids[i % 4],
    context: "call",
    peak: 30 + (i % 5) * 5,
    outcome: i % 5 === 0 ? "no" : "yes",
  }),
);

const reachOf = ({ est }: Answer): number => est?.reach[0] ?? Number.NaN;
const yesOf = ({ est }: Answer, id: string): number => est?.yes[id]?.[0] ?? Number.NaN;

describe("the same set of messages", () => {
  test("gives the same answer in whatever order it comes", () => {
    fc.assert(
      fc.property(
        anyLog.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length }))),
        ([log, shuffled]) => {
          expect(answer(after(shuffled))).toEqual(answer(after(log)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("gives the same answer however often it comes, and however often was asked between", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        let player = after([]);
        for (const [i, message] of [...log, ...log].entries()) {
          player = heard(player, message);
          if (i % 7 === 0) answer(player, 30);
          if (i % 11 === 0) answer(player, 12);
        }
        expect(answer(player)).toEqual(answer(after(log)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("over any log", () => {
  test("nobody who hurt twice, did harm or was marked is ever named, in the pick or beside it", () => {
    let offers = 0;
    fc.assert(
      fc.property(anyLog, pick(ids), pick(["flag", "harm"]), (log, person, type) => {
        const player = heard(after(log), {
          type,
          user: "u",
          day: 3,
          person,
          safety: type === "flag" ? "unsafe" : undefined,
        });
        const { pick: chosen, fallback } = answer(player);
        const hurt = (id: string): number =>
          log.filter((one) => one["person"] === id && one["outcome"] === "hurtful").length;
        const never = [person, ...ids.filter((id) => hurt(id) >= 2)];
        for (const one of [chosen, ...(fallback ?? []).map((other) => other.pick)]) {
          if (one?.person === undefined || one.person === null) continue;
          offers += 1;
          expect(never).not.toContain(one.person);
        }
      }),
      { numRuns: 150 },
    );
    // A law about offers that never saw one would hold for nothing.
    expect(offers).toBeGreaterThan(20);
  });

  test("every figure is finite and in its range", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { pred, est } = answer(after(log));
        for (const band of [est?.reach, est?.belief, ...Object.values(est?.yes ?? {})]) {
          const [mean, low, high] = band ?? [0, 0, 0];
          expect(low).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(high);
        }
        for (const share of [
          pred?.done ?? 0.5,
          pred?.over ?? 0.5,
          est?.trend28 ?? 0.5,
          ...ids.map((id) => yesOf({ id: 1, pick: null, ...(est === undefined ? {} : { est }) }, id)),
        ]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what is offered is hardly ever expected to overwhelm", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { pred, fallback } = answer(after(log));
        for (const one of [pred, ...(fallback ?? []).map((other) => other.pred)])
          expect(one?.over ?? 0).toBeLessThan(0.09);
      }),
      { numRuns: 80 },
    );
  });
});

describe("a refusal", () => {
  test("lowers the yes of the one who refused, and hardly another's", () => {
    const before = answer(after(quietMonth));
    for (const person of ids) {
      const refused = answer(
        after([...quietMonth, anEvent({ id: "no", day: 28, person, predHelp: null, outcome: "no" })]),
      );
      const fell = (id: string): number => yesOf(before, id) - yesOf(refused, id);
      expect(fell(person)).toBeGreaterThan(0.01);
      for (const other of ids.filter((id) => id !== person)) {
        expect(fell(other)).toBeLessThan(fell(person) / 2);
        expect(fell(other)).toBeGreaterThan(-0.01);
      }
    }
  });

  test("in any log, never raises the yes of the one who refused", () => {
    fc.assert(
      fc.property(anyLog, pick(ids), (log, person) => {
        const refusal = anEvent({ id: "no", day: 29, person, predHelp: null, outcome: "no" });
        const skipped = anEvent({ id: "no", day: 29, person, predHelp: null, outcome: null });
        expect(yesOf(answer(after([...log, refusal])), person)).toBeLessThan(
          yesOf(answer(after([...log, skipped])), person),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("after a try that went badly", () => {
  const badly = [
    { name: "broken off", fields: { status: "started", peak: 70 } },
    { name: "with a peak of 85", fields: { peak: 85, bad: 80 } },
    { name: "with a hurtful answer", fields: { outcome: "hurtful" } },
  ] as const;

  test.each(badly)("$name, tomorrow's offer is easier than without it", ({ fields }) => {
    for (const step of ["s6", "s9", "s12", "s14"]) {
      const well = answer(after([...quietMonth, anEvent({ id: "x", day: 29, step, peak: 45 })]));
      const bad = answer(after([...quietMonth, anEvent({ id: "x", day: 29, step, ...fields })]));
      expect(bad.pred?.peak ?? 0).toBeLessThan((well.pred?.peak ?? 0) + 0.5);
      expect(bad.pred?.peak ?? 0).toBeLessThan(45);
    }
  });

  test.each(badly)("$name, it is left alone again after some days", ({ fields }) => {
    const log = [...quietMonth, anEvent({ id: "x", day: 29, step: "s9", ...fields })];
    const peaks = [30, 31, 36].map((day) => answer(after(log), day).pred?.peak ?? 0);
    expect(peaks[2]).toBeGreaterThan(peaks[0] ?? 0);
  });

  test("reach is never thought higher than after the same try went well", () => {
    fc.assert(
      fc.property(anyLog, pick(someSteps.map(({ id }) => id)), (log, step) => {
        const well = answer(after([...log, anEvent({ id: "x", day: 29, step, peak: 30, bad: 20 })]));
        const bad = answer(after([...log, anEvent({ id: "x", day: 29, step, status: "started", peak: 85, bad: 85 })]));
        expect(reachOf(bad)).toBeLessThan(reachOf(well));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a day of low energy", () => {
  test("brings something easier than a good day, or rest", () => {
    const on = (energy: number): Answer => answer(after([...quietMonth, aCheckin({ day: 30, energy })]));
    const good = on(80).pred?.peak ?? 0;
    for (const energy of [0, 5, 15, 25, 30]) expect(on(energy).pred?.peak ?? 0).toBeLessThan(good - 3);
    expect(on(0).pick).toBeNull();
  });
});
