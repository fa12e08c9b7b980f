/** S-3: the same seed is the same run, under another time zone and language too. */
import { planOf } from "../sim/plan.ts";
import { simulate } from "../sim/simulate.ts";
import { stubDesk } from "../sim/stub-desk.ts";
import type { Proof } from "./proof.ts";

const size = { devices: [2, 3], ops: [60, 90] } as const;
const zones = ["UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns"] as const;

const traceIn = async (zone: string, seed: number, stray: boolean): Promise<string> => {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  const desk = stray ? { desk: (index: number, dice: Parameters<typeof stubDesk>[1]) => strayDesk(index, dice) } : {};
  const { trace } = await simulate(planOf(seed, size), desk);
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
  return trace;
};

/** The mutant: a part that asks the machine for the time. */
const strayDesk = (index: number, dice: Parameters<typeof stubDesk>[1]): ReturnType<typeof stubDesk> => {
  const desk = stubDesk(index, dice);
  return {
    ...desk,
    seal: (body, seq, prev, type) => {
      for (let draws = process.hrtime.bigint() % 7n; draws >= 0n; draws -= 1n) dice.next();
      return desk.seal(body, seq, prev, type);
    },
  };
};

/** A case is a seed that is run twice. */
export const proof: Proof = {
  id: "S-3",
  number: 100,
  control: "a part that asks the machine for the time",
  run: async ({ asked, seed, note }) => {
    const apart: number[] = [];
    for (let one = 0; one < asked; one += 1) {
      const it = seed * 10_000 + one;
      const zone = zones[1 + (one % 3)] ?? "UTC";
      if ((await traceIn("UTC", it, false)) !== (await traceIn(zone, it, false))) apart.push(it);
    }
    let caught = false;
    for (let one = 0; one < 3 && !caught; one += 1)
      caught = (await traceIn("UTC", seed + one, true)) !== (await traceIn("UTC", seed + one, true));
    for (const one of apart.slice(0, 5)) note(`S-3: seed ${one} ran in two ways`);
    const [first] = apart;
    const why = first === undefined ? {} : { why: `seed ${first} ran in two ways` };
    return { done: asked, failures: apart.length, control: caught, ...why };
  },
};
