/** Tests how rows are read, told apart, and put in order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCheckin, anEvent, type Fields } from "../pretend.ts";
import { inOrder, rowIn, standing, type Row } from "./rows.ts";

const tried = (fields: Fields = {}): Row => {
  const row = rowIn("event", anEvent(fields));
  if (row === null) throw new Error("no row");
  return row;
};

describe("a try", () => {
  test("is read in full", () => {
    expect(tried()).toEqual({
      kind: "try",
      key: "t number 1",
      day: 1,
      step: "s8",
      person: "ana",
      context: "call",
      status: "done",
      predHelp: 50,
      predBad: 60,
      before: 40,
      peak: 42,
      after: 20,
      bad: 30,
      outcome: "yes",
    });
  });

  test.each([
    ["no step", { step: null }],
    ["a status that does not exist", { status: "won" }],
    ["no day", { day: undefined }],
    ["half a day", { day: 1.5 }],
    ["a day before the first", { day: -1 }],
  ])("with %s is none", (_name, fields) => {
    expect(rowIn("event", anEvent(fields))).toBeNull();
  });

  test.each(["predHelp", "predBad", "before", "peak", "after", "bad"])(
    "leaves %s open when it makes no sense",
    (key) => {
      for (const odd of ["40", -1, 101, Number.NaN, null, undefined, {}])
        expect(tried({ [key]: odd })).toMatchObject({ [key]: null });
    },
  );

  test("with an outcome that does not exist has none", () => {
    expect(tried({ outcome: "maybe" })).toMatchObject({ outcome: null });
  });

  test("is told apart by its id, and without one by what it says", () => {
    expect(tried({ id: 1 }).key).not.toBe(tried({ id: "1" }).key);
    expect(tried({ id: undefined }).key).toBe(tried({ id: null }).key);
    expect(tried({ id: undefined, peak: 3 }).key).not.toBe(tried({ id: undefined, peak: 4 }).key);
    expect(tried({ id: Number.NaN }).key).toBe(tried({ id: undefined }).key);
  });
});

test("a check-in is told apart by its day and what it says", () => {
  const row = (fields: Fields): string | undefined => rowIn("checkin", aCheckin(fields))?.key;
  expect(row({})).toBe(row({ user: "another" }));
  expect(
    new Set([row({}), row({ day: 2 }), row({ energy: 3 }), row({ energy: null }), row({ questionnaire: 12 })]).size,
  ).toBe(5);
  expect(rowIn("checkin", aCheckin({ energy: "60", questionnaire: 45 }))).toMatchObject({
    energy: null,
    questionnaire: null,
  });
});

const anyRow: fc.Arbitrary<Row> = fc
  .record({
    id: fc.integer({ min: 0, max: 5 }),
    day: fc.integer({ min: 0, max: 3 }),
    peak: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    checkin: fc.boolean(),
  })
  .map(({ id, day, peak, checkin }) => {
    const row = checkin
      ? rowIn("checkin", aCheckin({ day, energy: peak }))
      : rowIn("event", anEvent({ id, day, peak }));
    if (row === null) throw new Error("no row");
    return row;
  });

describe("order", () => {
  test("is by day, the check-in of a day before its tries", () => {
    const rows = [tried({ id: 2, day: 1 }), tried({ id: 1, day: 2 }), rowIn("checkin", aCheckin({ day: 2 }))];
    const sorted = rows.flatMap((row) => row ?? []).toSorted(inOrder);
    expect(sorted.map(({ day, kind }) => [day, kind])).toEqual([
      [1, "try"],
      [2, "checkin"],
      [2, "try"],
    ]);
  });

  test("is the same whichever two are compared first, and 0 for the same key alone", () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        expect(Math.sign(inOrder(a, b)) + Math.sign(inOrder(b, a))).toBe(0);
        if (inOrder(a, b) <= 0 && inOrder(b, c) <= 0) expect(inOrder(a, c)).toBeLessThanOrEqual(0);
        if (inOrder(a, b) === 0) expect(a.key).toBe(b.key);
      }),
    );
  });
});

describe("of two rows with one key", () => {
  test("neither stands over itself", () => {
    expect(standing(tried(), tried())).toBeNull();
  });

  test("the fuller stands", () => {
    expect(standing(tried({ peak: null }), tried())).toEqual(tried());
    expect(standing(tried(), tried({ peak: null }))).toEqual(tried());
  });

  test("of equally full ones the earlier stands", () => {
    expect(standing(tried({ day: 5 }), tried({ day: 4, peak: 99 }))).toMatchObject({ day: 4 });
  });

  test("it does not matter which came first", () => {
    fc.assert(
      fc.property(anyRow, anyRow, (a, b) => {
        expect(standing(a, b)).toEqual(standing(b, a));
      }),
    );
  });
});
