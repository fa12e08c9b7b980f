/** Tests what is gathered of how it was for the people asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { experiments, type Experiment } from "@belay/domain";
import { rehearse, say } from "../../domain/rehearsal.ts";
import { forThemOf, medianOf, summaryOf, type ForThem } from "./for-them.ts";
import { theDay } from "../rehearsal.ts";

/** An ask with a link, answered so. */
const asked = (
  told: readonly { readonly burden: number | null; readonly glad: number | null }[],
): readonly Experiment[] => {
  const session = rehearse();
  told.forEach(({ burden, glad }, index) => {
    const experiment = session.run(say.plan(null));
    session.run(say.predict(experiment, 30, 70));
    const ask = session.run(say.prepare(experiment));
    session.run(say.sendLink(ask, experiment));
    session.run({ ...say.answer(ask, `reply-${index}`, index % 2 === 0 ? "yes" : "no"), burden, glad });
  });
  return experiments(session.state());
};

const row = (fields: Partial<ForThem>): ForThem => ({
  id: "r1",
  day: theDay("2026-05-01"),
  title: "Ask",
  burden: null,
  glad: null,
  yes: null,
  bad: null,
  ...fields,
});

describe("how it was for them", () => {
  test("stands beside what was guessed, for a no as for a yes", () => {
    const rows = forThemOf(
      asked([
        { burden: 2, glad: 8 },
        { burden: 7, glad: null },
      ]),
    );
    const shown = rows.map(({ burden, glad, yes, bad }) => [burden, glad, yes, bad]);
    expect(shown.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [2, 8, 30, 70],
      [7, null, 30, 70],
    ]);
  });

  test("leaves out answers that say nothing of it, and keeps a zero", () => {
    expect(forThemOf(asked([{ burden: null, glad: null }]))).toEqual([]);
    expect(forThemOf(asked([{ burden: 0, glad: null }]))).toHaveLength(1);
  });

  test("counts where the burden was below what was feared, and where above", () => {
    const found = summaryOf([
      row({ burden: 2, bad: 70 }),
      row({ burden: 7, bad: 70 }),
      row({ burden: 9, bad: 44 }),
      row({ burden: 3, bad: null }),
      row({ burden: null, bad: 90, glad: 6 }),
    ]);
    expect(found.beside).toEqual({ less: 1, same: 1, more: 1, n: 3 });
    expect(found.burden).toEqual({ middle: 5, n: 4 });
    expect(found.glad).toEqual({ middle: 6, n: 1 });
    expect(found.n).toBe(5);
  });
});

describe("the middle", () => {
  test.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
    [[0, 0, 10, 10], 5],
  ] as const)("of %j is %j", (values, middle) => {
    expect(medianOf(values)).toBe(middle);
  });

  test("has as many below as above", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (values) => {
        const middle = medianOf(values) ?? -1;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});
