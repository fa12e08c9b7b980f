/** M-9: pages that are huge, endless, looping, or never come. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { badPages } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-9", 100, "a device that never looks at the clock", badPages);
