/** What is said about a proof that holds, fails, breaks, stops short, hangs, or misses its control. */
import { describe, expect, it } from "vitest";
import type { ProofResult } from "../../tests/proofs/proof.ts";
import { casesAt, held, missingLine, runProof, type RunOptions } from "./run.ts";

const options: RunOptions = { scale: 0.2, seed: 7, limit: 200, note: () => undefined };

const proofOf = (run: () => Promise<ProofResult>, number = 10) => ({ id: "T-1", number, control: "a mutant", run });

const result = (change: Partial<ProofResult> = {}): Promise<ProofResult> =>
  Promise.resolve({ done: 2, failures: 0, control: true, ...change });

describe("the number of cases", () => {
  it.each([
    [5, 0.2, 1],
    [1, 0.2, 1],
    [200, 0.2, 40],
    [3, 1, 3],
    [12, 0.25, 3],
    [10, 0.01, 1],
    [15, 0.2, 3],
  ])("of %i at scale %d is %i", (number, scale, cases) => {
    expect(casesAt(number, scale)).toBe(cases);
  });
});

describe("a proof", () => {
  it("that ran in full, found nothing and caught its control has held, and has nothing to explain", async () => {
    const line = await runProof(
      proofOf(() => result()),
      options,
    );
    expect(line).toEqual({ id: "T-1", asked: 2, done: 2, failures: 0, seed: 7, control: true });
    expect(held(line)).toBe(true);
  });

  it.each([
    ["found a failure", { failures: 1 }],
    ["stopped short", { done: 1 }],
    ["missed its control", { control: false }],
  ])("that %s has not held", async (_what, change) => {
    expect(
      held(
        await runProof(
          proofOf(() => result(change)),
          options,
        ),
      ),
    ).toBe(false);
  });

  it("that stopped short says how far it came", async () => {
    const line = await runProof(
      proofOf(() => result({ done: 1 })),
      options,
    );
    expect(line.why).toBe("only 1 of 2 were run");
  });

  it("that missed its control says so", async () => {
    const line = await runProof(
      proofOf(() => result({ control: false })),
      options,
    );
    expect(line.why).toBe("the negative control was not caught");
  });

  it("that throws has done nothing, failed once, and says why", async () => {
    const line = await runProof(
      proofOf(() => Promise.reject(new Error("no disk"))),
      options,
    );
    expect(line).toMatchObject({ done: 0, failures: 1, control: false });
    expect(line.why).toContain("no disk");
    expect(held(line)).toBe(false);
  });

  it("that never ends is given up on, and the run goes on", async () => {
    const line = await runProof(
      proofOf(() => new Promise(() => undefined)),
      { ...options, limit: 20 },
    );
    expect(line).toMatchObject({ done: 0, failures: 1 });
    expect(line.why).toContain("took longer than 0.02 s");
  });

  it("that asks for no case at all has not held", async () => {
    const line = await runProof(
      proofOf(() => result({ done: 0 }), 0),
      options,
    );
    expect(held(line)).toBe(false);
  });

  it("is handed the number asked and the seed", async () => {
    let seen: unknown;
    const proof = {
      ...proofOf(() => result()),
      run: (input: { readonly asked: number; readonly seed: number }) => {
        seen = [input.asked, input.seed];
        return result();
      },
    };
    await runProof(proof, options);
    expect(seen).toEqual([2, 7]);
  });
});

it("an id without a proof has done nothing and says why", () => {
  const line = missingLine("Z-9", 1, "there is no proof of this id yet");
  expect(line).toMatchObject({ id: "Z-9", done: 0, why: "there is no proof of this id yet" });
  expect(held(line)).toBe(false);
});
