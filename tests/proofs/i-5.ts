/** I-5: a backup of somebody else's vault is never mixed in unasked, and the device says so first. */
import { pickBelow, seededRandom } from "@belay/testkit";
import type { ImportChoice } from "../../apps/web/engine/engine.ts";
import { good } from "../world/engine-world.ts";
import { areEqual, device, randomFile, writeOne } from "./backup-world.ts";
import type { Proof } from "./proof.ts";

/** The mutant must be caught every time. */
const controlCases = 5;

/**
 * A device with entries of its own meets a file of a stranger: it must say so and change nothing. Only when the person
 * says yes are all entries taken, and none of its own is lost. `choice` is what the first try says: nothing, unless a
 * mutant does not ask.
 */
const oneCase = async (seed: string, choice: ImportChoice): Promise<string | null> => {
  const random = seededRandom(`${seed}/counts`);
  const target = await device(seed);
  for (let i = 0; i <= pickBelow(random, 3); i += 1) await writeOne(target, i);
  const own = target.engine.state.value;
  const size = target.world.log.size();
  const { file, words, events } = randomFile(`${seed}/stranger`, 1 + pickBelow(random, 60));
  const first = await target.engine.importBackup(file, words, choice);
  if (first.ok) return "merged without a word";
  if (first.error.type !== "OtherVault") return `said ${first.error.type}`;
  if (target.engine.state.value !== own || target.world.log.size() !== size) return "refused, yet something changed";
  // A second try is not a yes.
  if ((await target.engine.importBackup(file, words)).ok) return "merged at the second try";
  if (good(await target.engine.importBackup(file, words, { merge: true })).events !== events.length)
    return "a yes did not bring every entry";
  if (areEqual(target.engine.state.value, own)) return "a yes changed nothing";
  target.stop();
  const bare = await device(`${seed}/bare`);
  // Where nothing is, nothing can be mixed: nobody is asked.
  const taken = good(await bare.engine.importBackup(file, words)).events;
  bare.stop();
  return taken === events.length ? null : "an empty device did not take the file";
};

/** A hundred strangers. */
export const proof: Proof = {
  id: "I-5",
  number: 100,
  control: "an import that never asks",
  run: async ({ asked, seed, note }) => {
    const wrong: string[] = [];
    for (let i = 0; i < asked; i += 1) {
      const problem = await oneCase(`i-5/${seed}/${i}`, {});
      if (problem !== null) wrong.push(`case ${i}: ${problem}`);
    }
    let caught = 0;
    for (let i = 0; i < controlCases; i += 1)
      caught += (await oneCase(`i-5/mutant/${seed}/${i}`, { merge: true })) === "merged without a word" ? 1 : 0;
    note(`I-5: ${asked - wrong.length} of ${asked} asked; the mutant was caught ${caught} of ${controlCases}`);
    const [why] = wrong;
    return {
      done: asked,
      failures: wrong.length,
      control: caught === controlCases,
      ...(why === undefined ? {} : { why }),
    };
  },
};
