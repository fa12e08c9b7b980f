/** Makes a numbered proof of an attack: so many seeds, none of which may go unnoticed, and the flawed one, which must. */
import type { Proof } from "../proofs/proof.ts";
import type { Attack } from "./attacks.ts";

/** How many seeds the flawed case gets to go wrong. */
const controls = 4;

/** The proof of an attack. */
export const proofOfAttack = (id: string, number: number, control: string, attack: Attack): Proof => ({
  id,
  number,
  control,
  run: async ({ asked, seed, note }) => {
    const found: string[] = [];
    for (let one = 0; one < asked; one += 1) {
      const why = await attack(seed * 100_000 + one, false);
      if (why !== null) found.push(`seed ${seed * 100_000 + one}: ${why}`);
    }
    let caught = false;
    for (let one = 0; one < controls && !caught; one += 1) caught = (await attack(seed * 100_000 + one, true)) !== null;
    for (const line of found.slice(0, 10)) note(`${id}: ${line}`);
    const [why] = found;
    return { done: asked, failures: found.length, control: caught, ...(why === undefined ? {} : { why }) };
  },
});
