/** M-5: a relay withholds entries that another device has seen; it shows at once, and is told after a day. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { withheld } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-5", 500, "devices that say nothing of what they have seen", withheld);
