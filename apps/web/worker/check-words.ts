/** Six words of everything that a device has seen, for the eye; here, because the list of words is here already. */
import { fromHex } from "@belay/basics";
import { checkWords, vectorHash } from "@belay/vault";
import type { Seen } from "@belay/wire";

/** The words of a vector in a vault (hexadecimal id); none when there is nothing to speak of. */
export const wordsOf = (vault: string, vector: Seen): readonly string[] => {
  const id = fromHex(vault);
  // No bytes is no vault: words of it would be alike on any two devices.
  if (!id.ok || id.value.length === 0) return [];
  const hash = vectorHash(id.value, vector);
  return hash.ok ? checkWords(hash.value) : [];
};
