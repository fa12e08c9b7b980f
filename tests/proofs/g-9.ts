/** G-9: a device that was ended reads and writes nothing new, even with the relay's help. */
import { proofOfAttack } from "../sim/attack-proof.ts";
import { endedDevice, endedLate } from "../sim/real-attacks.ts";

/** A case is a seed, with real keys. */
export const proof = proofOfAttack("G-9", 200, "a desk that asks nobody who was ended", (seed, flawed) =>
  flawed || seed % 2 === 0 ? endedDevice(seed, flawed) : endedLate(seed, flawed),
);
