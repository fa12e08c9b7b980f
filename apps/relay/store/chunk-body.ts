/** Lays several envelopes into the bytes of one row, and finds them again. */
import { readU32 } from "@belay/basics";
import { written } from "@belay/wire";

/** The envelopes of a chunk's body, each with its length in four bytes before it. */
export const splitBody = (body: Uint8Array): readonly Uint8Array[] => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length;) {
    const end = at + 4 + readU32(body, at);
    parts.push(body.subarray(at + 4, end));
    at = end;
  }
  return parts;
};
/** The body of a chunk that holds these envelopes. */
export const joinBody = (envelopes: readonly Uint8Array[]): Uint8Array =>
  written((to) => {
    for (const envelope of envelopes) {
      to.number(envelope.length, 4);
      to.bytes(envelope);
    }
  });
