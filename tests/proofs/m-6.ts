/** M-6: a relay shows two histories of one device to two others. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { equivocated } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-6", 500, "devices that say nothing of what they have seen", equivocated);
