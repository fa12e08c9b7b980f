/** Tests the simulator: what it must find good, what it must find bad, and that the same seed is the same run. */
import { describe, expect, it } from "vitest";
import { pageSize, planOf } from "../../../tests/sim/plan.ts";
import { shorten, written } from "../../../tests/sim/shorten.ts";
import { simulate } from "../../../tests/sim/simulate.ts";
import { stubDesk } from "../../../tests/sim/stub-desk.ts";

describe("a run with everything going wrong", () => {
  it("ends with the same on every device, and nothing lost", async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const outcome = await simulate(planOf(seed, pageSize));
      expect(outcome.why, `seed ${seed}`).toBe("");
    }
  }, 120_000);

  it("is the same run for the same seed", async () => {
    const plan = planOf(5, pageSize);
    expect((await simulate(plan)).trace).toBe((await simulate(plan)).trace);
  });

  it("is another one for another seed", async () => {
    expect((await simulate(planOf(5, pageSize))).trace).not.toBe((await simulate(planOf(6, pageSize))).trace);
  });
});

describe("a broken part", () => {
  it("is found, and the deeds that show it are few", async () => {
    const options = {
      rounds: 3,
      started: (app: { sync: { want: (copy: boolean) => void } }, index: number) => {
        if (index === 1) app.sync.want(false);
      },
    };
    const fails = async (plan: ReturnType<typeof planOf>): Promise<boolean> => !(await simulate(plan, options)).ok;
    const plan = planOf(3, { devices: [2, 2], ops: [60, 60] });
    expect(await fails(plan)).toBe(true);
    expect(written(await shorten(plan, fails, 60))).toContain('"seed":3');
  }, 60_000);

  it("is not found in the stub's sealing when there is none", async () => {
    const outcome = await simulate(planOf(9, pageSize), { desk: (index, dice) => stubDesk(index, dice) });
    expect(outcome.ok).toBe(true);
  });
});
