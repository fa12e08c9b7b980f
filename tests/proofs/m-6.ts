/** M-6: a relay shows two histories of one device to two others, or goes on with the one where the other ends. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { equivocated, spliced } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-6", 500, "devices that say nothing of what they have seen", (seed, flawed) =>
  flawed || seed % 4 !== 0 ? equivocated(seed, flawed) : spliced(seed, flawed),
);
