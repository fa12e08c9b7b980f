/** S-1: devices that lose frames, power, disks and clocks come together, and nothing that was durable is lost. */
import { faultKinds, runFleet, tooRare } from "../sim/fleet.ts";
import { withoutDevice } from "../sim/flaws.ts";
import { pageSize } from "../sim/plan.ts";
import { simDevice, stubDesk } from "../sim/stub-desk.ts";
import { toHex } from "@belay/basics";
import type { Proof } from "./proof.ts";

/** The page asks for 10,000 small runs; ours are whole, so there are fewer (`docs/drift.md`). */
const number = 400;
/** Each fault comes about so often in a full run: the page's 1,000 of 10,000 runs. */
const leastShare = 0.1;

/** A case is a seed. */
export const proof: Proof = {
  id: "S-1",
  number,
  control: "last writer wins without the device in the order",
  run: async ({ asked, seed, note }) => {
    const fleet = await runFleet({ asked, seed, size: pageSize, note });
    const rare = tooRare(fleet.counters, Math.max(1, Math.floor(asked * leastShare)));
    note(`S-1: ${faultKinds.map((kind) => `${kind} ${fleet.counters[kind] ?? 0}`).join(", ")}`);
    const mutant = await runFleet({
      asked: 3,
      seed,
      size: { devices: [3, 3], ops: [60, 80] },
      note: () => undefined,
      options: () => ({
        rounds: 4,
        desk: (index, dice) => withoutDevice(stubDesk(index, dice), toHex(simDevice(index))),
      }),
    });
    const why = fleet.why ?? (rare.length > 0 ? `hardly came about: ${rare.join()}` : null);
    return {
      done: asked,
      failures: fleet.failures + rare.length,
      control: mutant.failures > 0,
      ...(why === null ? {} : { why }),
    };
  },
};
