/** Seals an answer to the ask's one-time key, so that only the asker can read it (security page 4.10). */
import { concat, err, ok, utf8, type Result } from "@belay/basics";
import { capsuleCap, smallestBucket, tagBytes } from "@belay/wire";
import { agreementKey } from "./agree.ts";
import { askKeys, type AskKeys } from "./ask.ts";
import { capsulePrefix, checkPrefix } from "./capsule.ts";
import type { CapsuleFault, TooLong } from "./fault.ts";
import { hpkeOpen, hpkeSeal, receiverContext, senderContext, type BadKey, type PskInput } from "./hpke.ts";
import { isBucket, pad, unpad } from "./padding.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";

/** The asker's one-time key: `pk` travels inside the ask, `sk` stays in the asker's sealed log. */
export interface ReplyKey {
  readonly sk: Secret;
  /** 32 bytes. */
  readonly pk: Uint8Array;
}

/** A new one-time key. Takes 32 random bytes. */
export const newReplyKey = (random: Random): ReplyKey => {
  const sk = random(32);
  return { sk: asSecret(sk), pk: agreementKey(sk).publicKey };
};

// prefix(8) enc(32)
const replyHeader = 40;
const replyMin = replyHeader + smallestBucket + tagBytes;

/** `info = "ask/reply/1" || id || pk`; the PSK proves that the writer held the link. */
const pskInput = (keys: AskKeys, pk: Uint8Array): PskInput => ({
  psk: keys.psk,
  pskId: utf8("ask/psk/1"),
  info: concat(utf8("ask/reply/1"), keys.id, pk),
});

/** Seals a reply's plaintext (at most 16 KiB less four bytes). `replyId` is 16 bytes. Takes 32 random bytes. */
export const sealReply = (
  secret: Secret,
  pk: Uint8Array,
  replyId: Uint8Array,
  plain: Uint8Array,
  random: Random,
): Result<Uint8Array, TooLong | BadKey> => {
  const max = capsuleCap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  const keys = askKeys(secret);
  const sender = senderContext(pk, pskInput(keys, pk), random(32));
  if (!sender.ok) return sender;
  const ct = hpkeSeal(sender.value.context, 0, concat(keys.id, replyId), pad(plain));
  return ok(concat(capsulePrefix("reply"), sender.value.enc, ct));
};

/** The plaintext of a reply to this ask with this id; a reply moved to another ask or id does not open. */
export const openReply = (
  secret: Secret,
  sk: Secret,
  replyId: Uint8Array,
  body: Uint8Array,
): Result<Uint8Array, CapsuleFault> => {
  const prefix = checkPrefix(body, "reply", replyMin);
  if (!prefix.ok) return prefix;
  const padded = body.length - replyHeader - tagBytes;
  if (!isBucket(padded)) return err({ type: "BadLength", said: padded, got: body.length });
  const keys = askKeys(secret);
  const own = agreementKey(sk.expose());
  const context = receiverContext(own, body.subarray(8, replyHeader), pskInput(keys, own.publicKey));
  if (!context.ok) return context;
  const opened = hpkeOpen(context.value, 0, concat(keys.id, replyId), body.subarray(replyHeader));
  if (opened === null) return err({ type: "BadTag" });
  const plain = unpad(opened);
  return plain === null ? err({ type: "BadPadding" }) : ok(plain);
};
