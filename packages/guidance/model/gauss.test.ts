/** Tests the Gaussian against plain dense matrices, number by number. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addNumber,
  along,
  between,
  copyGauss,
  covOf,
  emptyGauss,
  learn,
  loosen,
  meanOf,
  remember,
  settle,
  shift,
  spreadOf,
  varianceOf,
  type Gauss,
  type Sum,
} from "./gauss.ts";

/** The same thing written the plain way: a mean and a whole matrix. */
type Plain = { readonly mean: readonly number[]; readonly cov: readonly (readonly number[])[] };

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

const full = (sum: Sum, size: number): readonly number[] =>
  Array.from({ length: size }, (_, i) =>
    sum.at.reduce((total, slot, k) => total + (slot === i ? (sum.weight[k] ?? 0) : 0), 0),
  );

const plainOf = (gauss: Gauss): Plain => {
  settle(gauss);
  const all = Array.from({ length: gauss.size }, (_, i) => i);
  return { mean: all.map((i) => gauss.mean[i] ?? 0), cov: all.map((i) => all.map((j) => covOf(gauss, i, j))) };
};

/** Kalman's update, with nothing clever. */
const plainLearn = ({ mean, cov }: Plain, sum: Sum, value: number, noise: number): Plain => {
  const h = full(sum, mean.length);
  const ph = cov.map((row) => dot(row, h));
  const total = dot(ph, h) + noise;
  const off = value - dot(mean, h);
  return {
    mean: mean.map((m, i) => m + ((ph[i] ?? 0) * off) / total),
    cov: cov.map((row, i) => row.map((c, j) => c - ((ph[i] ?? 0) * (ph[j] ?? 0)) / total)),
  };
};

/** A change of the numbers by a matrix: new = matrix x old. */
const plainChange = ({ mean, cov }: Plain, matrix: readonly (readonly number[])[]): Plain => {
  const half = matrix.map((row) =>
    cov.map((_, j) =>
      dot(
        row,
        cov.map((line) => line[j] ?? 0),
      ),
    ),
  );
  return { mean: matrix.map((row) => dot(row, mean)), cov: half.map((row) => matrix.map((other) => dot(row, other))) };
};

const unit = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));

const measure = (gauss: Gauss, sum: Sum, value: number, noise: number): void => {
  const spread = spreadOf(gauss, sum);
  const total = along(spread, sum) + noise;
  learn(gauss, spread, (value - meanOf(gauss, sum)) / total, 1 / total);
};

const close = (gauss: Gauss, plain: Plain): void => {
  const mine = plainOf(gauss);
  for (const [i, value] of plain.mean.entries()) expect(mine.mean[i]).toBeCloseTo(value, 8);
  for (const [i, row] of plain.cov.entries())
    for (const [j, value] of row.entries()) expect(mine.cov[i]?.[j]).toBeCloseTo(value, 8);
};

const size = 6;
const fresh = (): Gauss => {
  const gauss = emptyGauss(size + 1);
  for (let i = 0; i < size; i += 1) addNumber(gauss, i, 1 + i / 3);
  return gauss;
};

const anySum: fc.Arbitrary<Sum> = fc
  .uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 4 })
  .chain((at) =>
    fc
      .array(fc.integer({ min: -20, max: 20 }), { minLength: at.length, maxLength: at.length })
      .map((weights) => ({ at, weight: weights.map((one) => one / 10) })),
  );

type Move =
  | { readonly kind: "measure"; readonly sum: Sum; readonly value: number; readonly noise: number }
  | { readonly kind: "shift"; readonly to: number; readonly from: number; readonly factor: number }
  | { readonly kind: "remember"; readonly slot: number; readonly sum: Sum }
  | { readonly kind: "loosen"; readonly slot: number; readonly variance: number }
  | { readonly kind: "settle" };

const slot = fc.integer({ min: 0, max: size - 1 });
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("measure" as const),
      sum: anySum,
      value: fc.integer({ min: -30, max: 30 }),
      noise: fc.integer({ min: 1, max: 40 }),
    }),
  },
  fc.record({
    kind: fc.constant("shift" as const),
    to: slot,
    from: slot,
    factor: fc.integer({ min: -15, max: 15 }).map((n) => n / 10),
  }),
  fc.record({ kind: fc.constant("remember" as const), slot, sum: anySum }),
  fc.record({ kind: fc.constant("loosen" as const), slot, variance: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ kind: fc.constant("settle" as const) }),
);

const does = (gauss: Gauss, move: Move): void => {
  if (move.kind === "measure") measure(gauss, move.sum, move.value, move.noise);
  else if (move.kind === "shift") shift(gauss, move.to, move.from, move.factor);
  else if (move.kind === "remember") remember(gauss, move.slot, move.sum);
  else if (move.kind === "loosen") loosen(gauss, move.slot, move.variance);
  else settle(gauss);
};

const plainDoes = (plain: Plain, move: Move): Plain => {
  if (move.kind === "measure") return plainLearn(plain, move.sum, move.value, move.noise);
  if (move.kind === "settle") return plain;
  if (move.kind === "loosen") {
    const { slot: at, variance } = move;
    return {
      ...plain,
      cov: plain.cov.map((row, i) => row.map((c, j) => (i === at && j === at ? c + variance : c))),
    };
  }
  const matrix = unit(size);
  if (move.kind === "shift") {
    const row = matrix[move.to] ?? [];
    row[move.from] = (row[move.from] ?? 0) + move.factor;
  } else matrix[move.slot] = [...full(move.sum, size)];
  return plainChange(plain, matrix);
};

describe("against plain matrices", () => {
  test("every line of moves comes to the same, and what is known stays possible", () => {
    fc.assert(
      fc.property(
        fc.array(
          anyMove.filter((move) => move.kind !== "shift" || move.to !== move.from),
          { maxLength: 14 },
        ),
        (moves) => {
          const gauss = fresh();
          const plain = moves.reduce((so, move) => {
            does(gauss, move);
            return plainDoes(so, move);
          }, plainOf(fresh()));
          const scale = Math.max(1, ...plain.cov.flat().map(Math.abs), ...plain.mean.map(Math.abs));
          fc.pre(scale < 1e4);
          close(gauss, plain);
          for (let i = 0; i < size; i += 1) expect(covOf(gauss, i, i)).toBeGreaterThan(-1e-7);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("covariances of sums are those of the matrix", () => {
    fc.assert(
      fc.property(anySum, anySum, anySum, (seen, one, other) => {
        const gauss = fresh();
        measure(gauss, seen, 3, 2);
        const { cov } = plainOf(gauss);
        const by = (a: Sum, b: Sum): number =>
          dot(
            full(a, size),
            cov.map((row) => dot(row, full(b, size))),
          );
        expect(between(gauss, one, other)).toBeCloseTo(by(one, other), 9);
        expect(varianceOf(gauss, one)).toBeCloseTo(by(one, one), 9);
        const spread = spreadOf(gauss, one);
        expect(along(spread, other)).toBeCloseTo(by(one, other), 9);
      }),
    );
  });
});

describe("room", () => {
  test("is used up, and then nothing more is added", () => {
    const gauss = fresh();
    expect(addNumber(gauss, 1, 1)).toBe(size);
    expect(addNumber(gauss, 1, 1)).toBe(-1);
    expect(gauss.size).toBe(size + 1);
  });

  test("a number that is added later is independent of what waits", () => {
    const gauss = fresh();
    measure(gauss, { at: [0, 1], weight: [1, 1] }, 4, 1);
    const added = addNumber(gauss, 9, 2);
    measure(gauss, { at: [0, added], weight: [1, 1] }, 4, 1);
    expect(covOf(gauss, added, 2)).toBe(0);
    settle(gauss);
    expect(covOf(gauss, added, added)).toBeLessThan(4);
  });
});

test("a copy shares nothing", () => {
  const gauss = fresh();
  measure(gauss, { at: [0], weight: [1] }, 4, 1);
  const copy = copyGauss(gauss);
  const before = plainOf(copy);
  measure(gauss, { at: [1, 2], weight: [1, 1] }, 4, 1);
  loosen(gauss, 0, 5);
  settle(gauss);
  expect(plainOf(copy)).toEqual(before);
});
