/** M-4: a relay shows every entry up to ten times, in any order, and nothing changes. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { replayed } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-4", 1000, "a reader that counts what comes", replayed);
