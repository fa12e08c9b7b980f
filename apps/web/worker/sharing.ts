/** Makes the links of shares, and seals what is shared through them. */
import { err, fromHex, ok, toHex, type Result } from "@belay/basics";
import {
  asSecret,
  newAskSecret,
  newOwnerProof,
  proofHash,
  sealShare,
  shareKeys,
  shareWords,
  type Secret,
} from "@belay/vault";
import type { DeskFault, ShareDesk } from "@belay/wire";
import { withKeys, type Room } from "./held.ts";

const doesNotOpen = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

/** 32 bytes in hexadecimal, or nothing. */
const bytesOf = (hex: string): Uint8Array | null => {
  const bytes = fromHex(hex);
  return bytes.ok && bytes.value.length === 32 ? bytes.value : null;
};

const secretOf = (hex: string): Secret | null => {
  const bytes = bytesOf(hex);
  return bytes === null ? null : asSecret(bytes);
};

/** The desk's part that has to do with shares. */
export const sharing = (room: Room): ShareDesk => ({
  makeShare: () =>
    withKeys(room, () => {
      const secret = newAskSecret(room.ports.random);
      const ownerProof = toHex(newOwnerProof(room.ports.random));
      return ok({ mailbox: toHex(shareKeys(secret).id), secret: toHex(secret.expose()), ownerProof });
    }),
  sealShare: (link, plain) =>
    withKeys(room, () => {
      const [secret, owner] = [secretOf(link.secret), bytesOf(link.ownerProof)];
      if (secret === null || owner === null) return doesNotOpen("link");
      const body = sealShare(secret, plain, room.ports.random);
      if (!body.ok) return doesNotOpen(body.error.type);
      const read = toHex(proofHash(shareKeys(secret).readProof));
      return ok({ read, owner: toHex(proofHash(owner)), body: body.value });
    }),
  shareWords: (text) =>
    withKeys(room, () => {
      const secret = secretOf(text);
      return secret === null ? doesNotOpen("secret") : ok(shareWords(secret));
    }),
});
