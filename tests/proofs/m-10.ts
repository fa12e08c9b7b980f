/** M-10: a relay acknowledges and forgets; everything is sent again. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { lyingAck } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-10", 200, "a device that sends nothing twice", lyingAck);
