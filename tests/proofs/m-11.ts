/** M-11: a relay refuses a change of keys, or never answers; nothing is sealed under the old key, and it is told. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { refusedTurn } from "../sim/real-attacks.ts";

/** A case is a seed, with real keys. */
export const proof = proofOfAttack("M-11", 100, "a desk that goes on with the old key", refusedTurn);
