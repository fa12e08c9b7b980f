/** Tests what is gathered of how it was for the people asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { experiments, parseEvent, replay, type Experiment, type Recorded } from "@belay/domain";
import { theDay } from "../rehearsal.ts";
import { forThemOf, medianOf, summaryOf, type ForThem } from "./for-them.ts";

const device = "ab".repeat(16);

/** One fact, read as it would be read from the log. */
const fact = (k: string, at: number, b: object, id = `${k.split("/")[0]}-${at}`): Recorded => {
  const parsed = parseEvent({ id, k, t: [at, 0], d: "2026-05-01", b }, device);
  if (!parsed.ok) throw new Error(`no fact: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
};

/** An ask with a link for each, predicted (a yes at 30, 70 bad) and answered so: yes and no in turn. */
const asked = (
  told: readonly { readonly burden: number | null; readonly glad: number | null }[],
): readonly Experiment[] =>
  experiments(
    replay(
      told.flatMap(({ burden, glad }, index) => {
        const [experiment, ask, reply] = [`exp-${index}`, `ask-${index}`, `reply-${index}`];
        const at = 10 * index;
        const plan = { step: "ask-1", title: "Ask", strand: "ask", person: null, context: null, origin: "self" };
        const link = { mailbox: "00", secret: "01", replyKey: "02", ownerProof: "03", closesOn: "2026-05-08" };
        const answer = index % 2 === 0 ? "yes" : "no";
        return [
          fact("steps/planned@1", at, { experiment, ...plan, difficulty: 30, cost: 0.2, disclosure: "none" }),
          fact("steps/predicted@1", at + 1, { experiment, help: 30, bad: 70, feared: "", sign: "", beliefs: [] }),
          fact("asks/prepared@1", at + 2, { ask, experiment, words: "Could you?", from: "Me", howItWas: true, link }),
          fact("asks/answered@1", at + 3, { ask, reply, answer, words: "", burden, glad, notThisMonth: false }, reply),
        ];
      }),
    ),
  );

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
