/** S-9: a newer version writes kinds that this one does not know: kept, counted, passed on byte for byte, read later. */
import { encodeBatch } from "@belay/wire";
import { droppingUnknown } from "../sim/flaws.ts";
import { diceOf } from "../sim/dice.ts";
import { heldBy, olderStore, openScene, placeOf } from "../sim/scene.ts";
import { stubDesk, simVault } from "../sim/stub-desk.ts";
import { equalBytes, toHex } from "@belay/basics";
import type { Proof } from "./proof.ts";

const vault = toHex(simVault);
const soon = 30_000;

/** A newer device writes; the relay loses it and the newer device is gone: an older one gives it back. */
export const givenBack = async (seed: number, flawed: boolean): Promise<string> => {
  const dice = diceOf(seed);
  const scene = await openScene({
    seed,
    devices: 3,
    desk: (index, chance) => (flawed ? droppingUnknown(stubDesk(index, chance)) : stubDesk(index, chance)),
  });
  const [newer, older, late] = [scene.actor(0), scene.actor(1), scene.actor(2)];
  await newer.write(1 + dice.below(3));
  const unknown = 1 + dice.below(3);
  for (let one = 0; one < unknown; one += 1) {
    const event = {
      id: `future-${seed}-${one}`,
      k: "future/seen@1",
      t: [1, one],
      d: "2026-03-02",
      b: { any: dice.below(9) },
    };
    const body = encodeBatch({ seen: {}, events: [event] });
    if (body.ok) await newer.app.ledger.add({ type: "events", bytes: body.value });
  }
  newer.app.sync.nudge();
  await scene.pass(soon);
  const before = await heldBy(scene.hub.store, vault);
  newer.app.kill();
  newer.weather.upCut = true;
  scene.hub.store = await olderStore(scene.hub.store, vault, ({ at }) => at <= 1);
  scene.hub.restart();
  await late.forget();
  await scene.pass(600_000);
  const after = await heldBy(scene.hub.store, vault);
  const same = before.every((entry) =>
    after.some((other) => equalBytes(other.envelope, entry.envelope) && placeOf(other).seq === placeOf(entry).seq),
  );
  const counted = [older, late].every(({ app }) => app.ledger.counts.value.unknown === unknown);
  scene.end();
  if (!same) return "an entry of an unknown kind did not come back byte for byte";
  return counted ? "" : "an entry of an unknown kind was not counted";
};

/** A case is a seed. */
export const proof: Proof = {
  id: "S-9",
  number: 500,
  control: "a reader that drops what it does not know",
  run: async ({ asked, seed, note }) => {
    const wrong: string[] = [];
    for (let one = 0; one < asked; one += 1) {
      const why = await givenBack(seed * 10_000 + one, false);
      if (why !== "") wrong.push(`seed ${seed * 10_000 + one}: ${why}`);
    }
    for (const line of wrong.slice(0, 5)) note(`S-9: ${line}`);
    const control = (await givenBack(seed, true)) !== "";
    const [why] = wrong;
    return { done: asked, failures: wrong.length, control, ...(why === undefined ? {} : { why }) };
  },
};
