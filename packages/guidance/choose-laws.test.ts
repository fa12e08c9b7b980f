/** Laws of the choice that hold for any history, people and steps. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contexts, roles, safeties, statuses, strands, type Trial } from "@belay/domain";
import { chooseStep, type ChooseInput, type Choice } from "./choose.ts";
import { expectedOf, goEasyOf, shiftOf } from "./history.ts";
import { aPerson, aStep, aTrial, theDay } from "./rehearsal.ts";

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const percent = fc.integer({ min: 0, max: 100 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: 1, max: 30 }).map((n) => theDay(`2026-04-${String(n).padStart(2, "0")}`));
const names = ["ana", "bo", "cy"] as const;

const trials: fc.Arbitrary<readonly Trial[]> = fc.array(
  fc
    .record({
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
    })
    .map((fields) => aTrial(fields)),
  { maxLength: 25 },
);

const input: fc.Arbitrary<ChooseInput> = fc.record({
  day,
  steps: fc
    .array(
      fc.record({
        strand: pick(strands),
        difficulty: percent,
        needsPerson: fc.boolean(),
        roles: fc.subarray([...roles]),
        touch: fc.boolean(),
        contexts: fc.subarray([...contexts]),
        disclosure: pick(["none", "small", "large"] as const),
        cost: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map((fields, i) => aStep({ ...fields, id: `step-${i}`, smaller: i === 0 ? null : `step-${i - 1}` })),
    ),
  people: fc.tuple(
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
  ),
  trials,
  energy: orNull(percent),
  touch: fc.boolean(),
  restedToday: fc.constant(false),
  exclude: fc.subarray(["step-0", "step-3"]),
  stopsFor: fc.func(pick(["ok", "screen-first", "stopped", "unsafe"] as const)),
});

describe("over any history", () => {
  const always = (
    look: (given: ChooseInput, choice: Choice & { readonly kind: "step" }) => void,
    numRuns = 500,
  ): void => {
    let offers = 0;
    fc.assert(
      fc.property(input, (given) => {
        const choice = chooseStep(given);
        if (choice.kind !== "step") return;
        offers += 1;
        look(given, choice);
      }),
      { numRuns },
    );
    // A law about offers that never saw one would hold for nothing.
    expect(offers).toBeGreaterThan(numRuns / 10);
  };

  test("nobody unsafe, harmful, removed, stopped, resting or just asked is ever named", () => {
    always((given, { step, person, smaller }) => {
      if (person === null) return;
      expect([person.safety === "unsafe", person.harmed, person.removed]).toEqual([false, false, false]);
      expect(person.restUntil !== null && person.restUntil >= given.day).toBe(false);
      for (const one of smaller?.needsPerson === true ? [step, smaller] : [step]) {
        expect(["ok", "screen-first"]).toContain(given.stopsFor(person.id, one.strand, one.disclosure === "large"));
        expect(one.roles).toContain(person.role);
      }
      expect(given.trials.findLast((trial) => trial.person !== null)?.person).not.toBe(person.id);
      expect(
        given.trials.filter((trial) => trial.person === person.id && trial.outcome === "hurtful").length,
      ).toBeLessThan(2);
    }, 1500);
  });

  test("an offer is one of the steps, not declined, with touch only when switched on, with somebody where one is needed", () => {
    always((given, { step, person, smaller }) => {
      expect(given.steps).toContain(step);
      expect(given.exclude).not.toContain(step.id);
      expect(step.needsPerson).toBe(person !== null);
      expect(step.touch && !given.touch).toBe(false);
      if (smaller === null) return;
      expect(smaller.difficulty).toBeLessThan(step.difficulty);
      expect(smaller.touch && !given.touch).toBe(false);
      expect(smaller.needsPerson && person === null).toBe(false);
    });
  });

  test("an offer is within reach: 60 at most, 40 at most after a bad event, none on low energy", () => {
    always((given, { step }) => {
      const expected = expectedOf(step.difficulty, shiftOf(given.trials));
      expect(expected).toBeLessThanOrEqual(60);
      expect(step.difficulty).toBeLessThanOrEqual(70);
      if (goEasyOf(given.trials, given.day) !== null) expect(expected).toBeLessThanOrEqual(40);
      expect(given.energy === null || given.energy > 20).toBe(true);
    });
  });

  test("the same day gives the same choice, in whatever order steps and people stand", () => {
    always((given, choice) => {
      expect(chooseStep(given)).toEqual(choice);
      expect(chooseStep({ ...given, steps: given.steps.toReversed(), people: given.people.toReversed() })).toEqual(
        choice,
      );
    });
  });

  test("every offer says why", () => {
    always((_, { reasons: given }) => {
      expect(given.filter(({ type }) => type === "WithinReach")).toHaveLength(1);
    });
  });
});
