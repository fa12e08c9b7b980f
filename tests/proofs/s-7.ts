/** S-7: clocks ten years off, standing still or running back: everything comes together, and a later word wins. */
import { settings } from "@belay/domain";
import { runFleet } from "../sim/fleet.ts";
import { rawClock } from "../sim/flaws.ts";
import { openScene } from "../sim/scene.ts";
import { diceOf } from "../sim/dice.ts";
import { stubDesk } from "../sim/stub-desk.ts";
import type { Proof } from "./proof.ts";

const decade = 315_360_000_000;
const none = { country: null, keepCopy: null, touch: null } as const;

/** One device writes from the future; the other, which has seen it, says something else: that must stand on both. */
const laterWins = async (seed: number, flawed: boolean): Promise<boolean> => {
  const dice = diceOf(seed);
  const scene = await openScene({
    seed,
    devices: 2,
    desk: (index, chance) => (flawed ? rawClock(stubDesk(index, chance)) : stubDesk(index, chance)),
  });
  const [ahead, behind] = dice.chance(0.5) ? [0, 1] : [1, 0];
  scene.actor(ahead).body.skew = dice.below(decade);
  scene.actor(behind).body.skew = dice.chance(0.5) ? -dice.below(decade) : 0;
  if (dice.chance(0.3)) scene.actor(behind).body.frozenAt = 1_000 + dice.below(1_000_000);
  await scene.actor(ahead).app.journal.dispatch({ kind: "settings/choose", ...none, signAs: "From tomorrow" });
  scene.actor(ahead).app.sync.nudge();
  await scene.pass(30_000);
  await scene.actor(behind).app.journal.dispatch({ kind: "settings/choose", ...none, signAs: "Later" });
  scene.actor(behind).app.sync.nudge();
  await scene.pass(30_000);
  const shown = scene.actors.map(({ app }) => settings(app.ledger.state.value).signAs);
  scene.end();
  return shown.every((name) => name === "Later");
};

/** A case is a seed: mostly one edit against the future, and for one in ten a whole run with wild clocks. */
export const proof: Proof = {
  id: "S-7",
  number: 1000,
  control: "an order by the raw time of the wall",
  run: async ({ asked, seed, note }) => {
    const wild = Math.ceil(asked / 20);
    const size = { devices: [2, 3], ops: [60, 80], clocks: "wild" } as const;
    const fleet = await runFleet({ asked: wild, seed: seed + 700, size, note });
    const lost: number[] = [];
    for (let one = wild; one < asked; one += 1) if (!(await laterWins(seed * 10_000 + one, false))) lost.push(one);
    let caught = false;
    for (let one = 0; one < 6 && !caught; one += 1) caught = !(await laterWins(seed + one, true));
    const why = fleet.why ?? (lost.length > 0 ? `a later word lost, case ${lost[0] ?? 0}` : null);
    return {
      done: asked,
      failures: fleet.failures + lost.length,
      control: caught,
      ...(why === null ? {} : { why }),
    };
  },
};
