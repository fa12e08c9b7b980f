/** G-7: a device that was let in on one shows on the others, and counts for nothing where that is hidden. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { hiddenDevice } from "../sim/real-attacks.ts";

/** A case is a seed, with real keys. */
export const proof = proofOfAttack("G-7", 200, "a desk that asks nobody who is a member", hiddenDevice);
