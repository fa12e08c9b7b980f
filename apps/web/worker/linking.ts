/** Makes private links and opens what comes back through them. */
import { err, fromHex, fromUtf8, ok, toHex, utf8, type Result } from "@belay/basics";
import {
  askFragment,
  askKeys,
  asSecret,
  newAskSecret,
  newOwnerProof,
  newReplyKey,
  openReply,
  proofHash,
  sealAsk,
  type Random,
} from "@belay/vault";
import type { DeskAsk, DeskFault, LinkDesk } from "@belay/wire";
import { opened, withKeys, type Room } from "./held.ts";

/** What the page sent cannot be worked with; the tag says which part. */
const doesNotOpen = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

/** What the relay and the sealed log need of a new link; the sealed text carries the one-time key. */
const makeAsk = (plain: Uint8Array, random: Random): Result<DeskAsk, DeskFault> => {
  const text = fromUtf8(plain);
  if (!text.ok || !text.value.endsWith("}")) return doesNotOpen("plain");
  const secret = newAskSecret(random);
  const keys = askKeys(secret);
  const reply = newReplyKey(random);
  const ownerProof = newOwnerProof(random);
  const whole = `${text.value.slice(0, -1)},"replyPub":"${toHex(reply.pk)}"}`;
  const body = sealAsk(secret, utf8(whole), random);
  if (!body.ok) return doesNotOpen(body.error.type);
  return ok({
    mailbox: toHex(keys.id),
    secret: toHex(secret.expose()),
    replyKey: toHex(reply.sk.expose()),
    ownerProof: toHex(ownerProof),
    hashes: {
      read: toHex(proofHash(keys.readProof)),
      reply: toHex(proofHash(keys.replyProof)),
      owner: toHex(proofHash(ownerProof)),
    },
    body: body.value,
    fragment: askFragment(secret),
  });
};

/** The desk's part that has to do with private links. */
export const linking = (room: Room): LinkDesk => ({
  makeAsk: (plain) => withKeys(room, () => makeAsk(plain, room.ports.random)),
  fragment: (secret) =>
    withKeys(room, () => {
      const bytes = fromHex(secret);
      return bytes.ok && bytes.value.length === 32 ? ok(askFragment(asSecret(bytes.value))) : doesNotOpen("secret");
    }),
  openReply: (link, replyId, body) =>
    withKeys(room, () => {
      const [secret, key, id] = [fromHex(link.secret), fromHex(link.replyKey), fromHex(replyId)];
      if (!secret.ok || !key.ok || !id.ok) return doesNotOpen("hex");
      return opened(openReply(asSecret(secret.value), asSecret(key.value), id.value, body));
    }),
});
