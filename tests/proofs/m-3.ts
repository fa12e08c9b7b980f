/** M-3: a relay serves an older prefix, of everything or of one device, with honest counters or lying ones. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { olderPrefix } from "../sim/attacks.ts";

/** A case is a seed. */
export const proof = proofOfAttack("M-3", 500, "a device that remembers nothing of what it saw", olderPrefix);
