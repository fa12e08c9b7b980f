/** Laws of the app's choice that hold for any history, people and steps. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asksAgain, contexts, roles, safeties, statuses, strands, type Trial } from "@belay/domain";
import { aPerson, aRecord, aStep, aTrial, aWish, theDay } from "../rehearsal.ts";
import type { Choice } from "./choice.ts";
import { guidedBy } from "./guided.ts";
import { pairsLike } from "./like.ts";
import type { Known } from "./messages.ts";
import { offerOf, type Wish } from "./offer.ts";

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const percent = fc.integer({ min: 0, max: 100 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: 1, max: 30 }).map((n) => theDay(`2026-04-${String(n).padStart(2, "0")}`));
const names = ["ana", "bo", "cy"] as const;

const tries: fc.Arbitrary<readonly Trial[]> = fc
  .array(
    fc.record({
      day,
      step: pick(["step-0", "step-1", "step-2", "gone"]),
      strand: pick(strands),
      difficulty: percent,
      person: orNull(pick(names)),
      context: orNull(pick(contexts)),
      status: pick(statuses),
      predBad: orNull(percent),
      peak: orNull(percent),
      bad: orNull(percent),
      outcome: orNull(pick(["yes", "partial", "no", "hurtful"] as const)),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((fields, i) => aTrial({ ...fields, id: `try-${i}` })));

const steps = fc
  .array(
    fc.record({
      strand: pick(strands),
      difficulty: fc.integer({ min: 0, max: 80 }),
      needsPerson: fc.boolean(),
      roles: fc.subarray([...roles], { minLength: 4 }),
      touch: fc.boolean(),
      contexts: fc.subarray([...contexts]),
      disclosure: pick(["none", "small", "large"] as const),
      cost: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((list) =>
    list.map((fields, i) => aStep({ ...fields, id: `step-${i}`, smaller: i === 0 ? null : `step-${i - 1}` })),
  );

const people = fc.tuple(
  ...names.map((id) =>
    fc
      .record({
        safety: pick(safeties),
        harmed: fc.boolean(),
        removed: fc.boolean(),
        role: pick(roles),
        comfort: orNull(percent),
        trust: orNull(percent),
        restUntil: orNull(day),
      })
      .map((fields) => aPerson({ ...fields, id })),
  ),
);

type Given = { readonly known: Known; readonly wish: Wish };

const given: fc.Arbitrary<Given> = fc
  .record({
    today: day,
    steps,
    people,
    trials: tries,
    checkins: fc.array(fc.record({ day, energy: orNull(percent) }), { maxLength: 4 }),
    touch: fc.boolean(),
    exclude: fc.subarray(["step-0", "step-3"]),
    care: fc.constantFrom(
      null,
      null,
      { level: "easier", because: { type: "LowDays" } } as const,
      {
        level: "rest",
        because: { type: "HighBefore", level: 90 },
      } as const,
    ),
    stopsFor: fc.func(pick(["ok", "screen-first", "stopped", "unsafe"] as const)),
  })
  .map(({ touch, exclude, stopsFor, care, ...known }) => ({
    known: aRecord(known),
    wish: aWish({ touch, exclude, stopsFor, care }),
  }));

const choiceOf = ({ known, wish }: Given): Choice => offerOf(guidedBy(known, null), wish);

type Step = Choice & { readonly kind: "step" };

const always = (look: (one: Given, choice: Step) => void, numRuns = 250): void => {
  let offers = 0;
  fc.assert(
    fc.property(given, (one) => {
      const choice = choiceOf(one);
      if (choice.kind !== "step") return;
      offers += 1;
      look(one, choice);
    }),
    { numRuns },
  );
  // A law about offers that never saw one would hold for nothing.
  expect(offers).toBeGreaterThan(numRuns / 10);
};

describe("over any history", () => {
  test("nobody unsafe, harmful, removed, stopped, resting or just asked is ever named, nor who hurt twice", () => {
    always(({ known, wish }, { step, person, smaller }) => {
      if (person === null) return;
      expect([person.safety === "unsafe", person.harmed, person.removed]).toEqual([false, false, false]);
      expect(person.restUntil !== null && person.restUntil >= known.today).toBe(false);
      for (const one of smaller?.needsPerson === true ? [step, smaller] : [step]) {
        expect(["ok", "screen-first"]).toContain(wish.stopsFor(person.id, one.strand, asksAgain(one)));
        expect(one.roles).toContain(person.role);
      }
      expect(known.trials.findLast((trial) => trial.person !== null)?.person).not.toBe(person.id);
      const hurt = known.trials.filter((trial) => trial.person === person.id && trial.outcome === "hurtful");
      expect(hurt.length).toBeLessThan(2);
    }, 500);
  });

  test("an offer is one of the steps, not declined, with touch only when switched on, with somebody where one is needed", () => {
    always(({ known, wish }, { step, person, smaller, numbers }) => {
      expect(known.steps).toContain(step);
      expect(wish.exclude).not.toContain(step.id);
      expect(step.needsPerson).toBe(person !== null);
      expect(step.touch && !wish.touch).toBe(false);
      if (step.contexts.length > 0) expect(step.contexts).toContain(numbers.context);
      if (smaller === null) return;
      expect(smaller.difficulty).toBeLessThan(step.difficulty);
      expect(wish.exclude).not.toContain(smaller.id);
      expect(smaller.touch && !wish.touch).toBe(false);
      expect(smaller.needsPerson && person === null).toBe(false);
    });
  });

  test("nothing is expected, or published, above 70, and being too much stays unlikely", () => {
    always((_, { step, numbers }) => {
      expect(step.difficulty).toBeLessThanOrEqual(70);
      expect(numbers.peak.mean).toBeLessThanOrEqual(70);
      expect(numbers.over).toBeLessThan(0.1);
    });
  });

  test("while care binds nothing is published, or expected, above 40, and it is the first reason", () => {
    let careful = 0;
    always(({ wish: { care } }, { step, numbers, reasons }) => {
      expect(care?.level).not.toBe("rest");
      expect(reasons[0]?.type === "CareFirst").toBe(care !== null);
      if (care === null) return;
      careful += 1;
      expect(step.difficulty).toBeLessThanOrEqual(40);
      expect(numbers.peak.mean).toBeLessThanOrEqual(40);
    }, 400);
    expect(careful).toBeGreaterThan(10);
  });

  test("a smaller step is expected to be lighter for this person", () => {
    always((_, { smallerNumbers, numbers }) => {
      if (smallerNumbers !== null) expect(smallerNumbers.peak.mean).toBeLessThan(numbers.peak.mean);
    });
  });

  test("what is said is what was reckoned", () => {
    always(({ known }, { step, numbers, reasons }) => {
      const reach = reasons.filter((one) => one.type === "WithinReach");
      expect(reach).toEqual([{ type: "WithinReach", peak: numbers.peak, done: numbers.done, tries: numbers.tries }]);
      expect(numbers.peak.low).toBeLessThanOrEqual(numbers.peak.mean);
      expect(numbers.peak.high).toBeGreaterThanOrEqual(numbers.peak.mean);
      const alike = pairsLike(step, known.trials);
      expect(numbers.pairs).toEqual(alike);
      const told = reasons.find((one) => one.type === "DoneLikeThis");
      expect(told?.n ?? 0).toBe(alike.length);
      if (told === undefined) return;
      expect(told.felt * told.n).toBeCloseTo(alike.reduce((sum, { felt }) => sum + felt, 0));
      expect(told.expected * told.n).toBeCloseTo(alike.reduce((sum, { expected }) => sum + expected, 0));
    });
  });

  test("the same day gives the same choice, asked twice and heard anew", () => {
    always((one, choice) => {
      const guided = guidedBy(one.known, null);
      expect([offerOf(guided, one.wish), offerOf(guided, one.wish)]).toEqual([choice, choice]);
    }, 100);
  });

  test("a rest says why", () => {
    fc.assert(
      fc.property(given, (one) => {
        const choice = choiceOf(one);
        if (choice.kind === "rest") expect(choice.reasons).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
