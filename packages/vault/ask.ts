/** Seals an ask under the secret of its link, from which every other key of the ask follows (security page 4.10). */
import { concat, equalBytes, err, fromBase64Url, ok, readU32, toBase64Url, u32, type Result } from "@belay/basics";
import { capsuleCap, commitBytes, smallestBucket, tagBytes } from "@belay/wire";
import { onceKey, openCommitted, sealPadded, type OnceKey } from "./aead.ts";
import { capsulePrefix, checkPrefix } from "./capsule.ts";
import { derive, rootOf, sha256 } from "./derive.ts";
import type { CapsuleFault, TooLong } from "./fault.ts";
import { labels } from "./labels.ts";
import { bucketFor, isBucket } from "./padding.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";

/** Everything that follows from a link secret. */
export interface AskKeys {
  /** The mailbox id, 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes; opens the ask. */
  readonly contentKey: Secret;
  /** 32 bytes; the relay keeps its hash and serves the ask to whoever shows it. */
  readonly readProof: Uint8Array;
  /** 32 bytes; likewise, for leaving a reply. */
  readonly replyProof: Uint8Array;
  /** 32 bytes; mixed into every reply's keys. */
  readonly psk: Secret;
}

/** A new link secret. Takes 32 random bytes. */
export const newAskSecret = (random: Random): Secret => asSecret(random(32));

/** A new owner proof, kept in the asker's sealed log alone: it reads replies and closes the ask. 32 random bytes. */
export const newOwnerProof = (random: Random): Uint8Array => random(32);

/** What the relay keeps of a proof: its SHA-256, 32 bytes. */
export const proofHash = (proof: Uint8Array): Uint8Array => sha256(proof);

/** Unfolds a 32-byte link secret. */
export const askKeys = (secret: Secret): AskKeys => {
  const root = rootOf(secret.expose());
  return {
    id: derive(root, labels.askId, 16),
    contentKey: asSecret(derive(root, labels.askContent, 32)),
    readProof: derive(root, labels.askRead, 32),
    replyProof: derive(root, labels.askReply, 32),
    psk: asSecret(derive(root, labels.askPsk, 32)),
  };
};

// prefix(8) id(16) salt(16) nonce(24) ctLen(4)
const askHeader = 68;
const askMin = askHeader + commitBytes + smallestBucket + tagBytes;

const askKey = (keys: AskKeys, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(keys.contentKey.expose()), labels.askRecord, 64, keys.id, salt));

/** Seals an ask's plaintext (at most 16 KiB less four bytes). Takes 16 then 24 random bytes: salt and nonce. */
export const sealAsk = (secret: Secret, plain: Uint8Array, random: Random): Result<Uint8Array, TooLong> => {
  const max = capsuleCap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  const keys = askKeys(secret);
  const salt = random(16);
  const nonce = random(24);
  const header = concat(capsulePrefix("ask"), keys.id, salt, nonce, u32(bucketFor(plain.length + 4) + tagBytes));
  const once = askKey(keys, salt);
  return ok(concat(header, once.commit, sealPadded(once.key, nonce, header, plain)));
};

/** The plaintext of a sealed ask. The whole header is bound, so that it opens under its own link alone. */
export const openAsk = (secret: Secret, body: Uint8Array): Result<Uint8Array, CapsuleFault> => {
  const prefix = checkPrefix(body, "ask", askMin);
  if (!prefix.ok) return prefix;
  const keys = askKeys(secret);
  if (!equalBytes(body.subarray(8, 24), keys.id)) return err({ type: "OtherAsk" });
  const said = readU32(body, 64);
  const got = body.length - askHeader - commitBytes;
  if (said !== got || !isBucket(got - tagBytes)) return err({ type: "BadLength", said, got });
  return openCommitted(askKey(keys, body.subarray(24, 40)), {
    nonce: body.subarray(40, 64),
    aad: body.subarray(0, askHeader),
    commit: body.subarray(askHeader, askHeader + commitBytes),
    ct: body.subarray(askHeader + commitBytes),
  });
};

/** The fragment carries no secret of ours, or one of a newer version of the link. */
export type FragmentFault = { readonly type: "NoSecret" } | { readonly type: "NewerLink" };

/** What stands in the link behind the page's address: `#1` and the secret as 43 letters of base64url. */
export const askFragment = (secret: Secret): string => `#1${toBase64Url(secret.expose())}`;

/** The link secret of a fragment, with or without its `#`. */
export const parseAskFragment = (text: string): Result<Secret, FragmentFault> => {
  const bare = text.startsWith("#") ? text.slice(1) : text;
  if (/^[2-9]/.test(bare)) return err({ type: "NewerLink" });
  const bytes = fromBase64Url(bare.slice(1));
  const right = bare.startsWith("1") && bare.length === 44 && bytes.ok;
  return right ? ok(asSecret(bytes.value)) : err({ type: "NoSecret" });
};
