/** Seals what a link opens, an ask or a share: one layout, told apart by its kind and its labels. */
import { concat, equalBytes, err, ok, readU32, u32, type Result } from "@belay/basics";
import { commitBytes, smallestBucket, tagBytes } from "@belay/wire";
import { onceKey, openCommitted, sealPadded, type OnceKey } from "./aead.ts";
import { capsulePrefix, checkPrefix } from "./capsule.ts";
import { derive, rootOf } from "./derive.ts";
import type { CapsuleFault, TooLong } from "./fault.ts";
import type { Label } from "./labels.ts";
import { bucketFor, isBucket } from "./padding.ts";
import type { Random, Secret } from "./secret.ts";

/** What tells one sort of page from another. */
export interface PageSort {
  readonly kind: "ask" | "share";
  /** The largest padded plaintext, and the most bytes of the whole. */
  readonly cap: number;
  readonly max: number;
  /** Content key to the key and commitment of one sealed page. */
  readonly record: Label;
}

/** What a link's secret gives for its page. */
export interface PageKeys {
  /** The mailbox id, 16 bytes. */
  readonly id: Uint8Array;
  readonly contentKey: Secret;
}

// prefix(8) id(16) salt(16) nonce(24) ctLen(4)
const head = 68;
const least = head + commitBytes + smallestBucket + tagBytes;

const keyOf = (sort: PageSort, keys: PageKeys, salt: Uint8Array): OnceKey =>
  onceKey(derive(rootOf(keys.contentKey.expose()), sort.record, 64, keys.id, salt));

/** Seals a plaintext of at most the cap less four bytes. Takes 16 then 24 random bytes: salt and nonce. */
export const sealPage = (
  sort: PageSort,
  keys: PageKeys,
  plain: Uint8Array,
  random: Random,
): Result<Uint8Array, TooLong> => {
  const max = sort.cap - 4;
  if (plain.length > max) return err({ type: "TooLong", max, got: plain.length });
  const salt = random(16);
  const nonce = random(24);
  const front = concat(capsulePrefix(sort.kind), keys.id, salt, nonce, u32(bucketFor(plain.length + 4) + tagBytes));
  const once = keyOf(sort, keys, salt);
  return ok(concat(front, once.commit, sealPadded(once.key, nonce, front, plain)));
};

/**
 * The plaintext of a sealed page. The whole header is bound, so that it opens under its own link alone. No key is
 * derived before the eight bytes in front are known to be ours (proof M-7).
 */
export const openPage = (
  sort: PageSort,
  unfold: () => PageKeys,
  body: Uint8Array,
): Result<Uint8Array, CapsuleFault> => {
  const prefix = checkPrefix(body, sort.kind, least, sort.max);
  if (!prefix.ok) return prefix;
  const keys = unfold();
  if (!equalBytes(body.subarray(8, 24), keys.id)) return err({ type: "OtherAsk" });
  const said = readU32(body, 64);
  const got = body.length - head - commitBytes;
  if (said !== got || !isBucket(got - tagBytes)) return err({ type: "BadLength", said, got });
  return openCommitted(keyOf(sort, keys, body.subarray(24, 40)), {
    nonce: body.subarray(40, 64),
    aad: body.subarray(0, head),
    commit: body.subarray(head, head + commitBytes),
    ct: body.subarray(head + commitBytes),
  });
};
