/** D-7: the operator puts an old backup of the relay back; it is noticed, and everything comes back. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { restoredRelay } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("D-7", 100, "devices that drop what was acknowledged", restoredRelay);
