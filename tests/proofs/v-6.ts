/** V-6: a vault of every released format opens with the present code, whole and to the same words. */
import vault1 from "../../fixtures/golden/vault-1.json";
import { goldenFaults, takesChanged, type Golden } from "../vectors/golden.ts";
import type { Proof } from "./proof.ts";

/** Every frozen vault; a released format adds its own, and none is ever taken away. */
const vaults: readonly Golden[] = [vault1];
/** The things of the first format. A number, so that one that goes missing is seen. */
const things = 16;

/** A thing with one changed byte must not pass for what it was: the proof looks at what it opens. */
const missed = async (golden: Golden, seed: number): Promise<readonly string[]> => {
  const taken: string[] = [];
  for (const [i, name] of Object.keys(golden.sealed).entries())
    if (await takesChanged(golden, name, 9 + 37 * (seed + i))) taken.push(name);
  return taken;
};

/** All of it whatever the scale. A share is not built yet: the vault that has one will be the next file. */
export const proof: Proof = {
  id: "V-6",
  number: things,
  control: "each thing of the vault with one byte changed",
  run: async ({ seed, note }) => {
    const faults: string[] = [];
    let done = 0;
    for (const golden of vaults) {
      faults.push(...(await goldenFaults(golden)).map((line) => `format ${golden.format}, ${line}`));
      done += Object.keys(golden.sealed).length;
    }
    const taken = (await Promise.all(vaults.map((golden) => missed(golden, seed)))).flat();
    for (const line of [...faults, ...taken.map((name) => `taken though changed: ${name}`)]) note(line);
    const why = faults[0];
    return {
      done,
      failures: faults.length,
      control: taken.length === 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
