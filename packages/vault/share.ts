/** Seals what is shared with a therapist under the secret of its link, and gives the words to compare (security page 4.11). */
import type { Result } from "@belay/basics";
import { shareCap, shareMax } from "@belay/wire";
import { derive, rootOf } from "./derive.ts";
import type { CapsuleFault, TooLong } from "./fault.ts";
import { labels } from "./labels.ts";
import { openPage, sealPage, type PageKeys, type PageSort } from "./sealed-page.ts";
import { asSecret, type Random, type Secret } from "./secret.ts";
import { wordsOf } from "./words.ts";

/** Everything that follows from a share's link secret. */
export interface ShareKeys extends PageKeys {
  /** 32 bytes; the relay keeps its hash and serves the share to whoever shows it. */
  readonly readProof: Uint8Array;
}

/** Unfolds a 32-byte link secret. An ask's link of the same secret would give nothing of it: the labels differ. */
export const shareKeys = (secret: Secret): ShareKeys => {
  const root = rootOf(secret.expose());
  return {
    id: derive(root, labels.shareId, 16),
    contentKey: asSecret(derive(root, labels.shareContent, 32)),
    readProof: derive(root, labels.shareRead, 32),
  };
};

/** Words that both ends read to each other before anything leaves: 66 bits of the secret, without asking the relay. */
export const shareWords = (secret: Secret): readonly string[] =>
  wordsOf(derive(rootOf(secret.expose()), labels.shareWords, 32), 6);

const sort: PageSort = { kind: "share", cap: shareCap, max: shareMax, record: labels.shareRecord };

/** Seals a share's plaintext (at most 128 KiB less four bytes). Takes 16 then 24 random bytes: salt and nonce. */
export const sealShare = (secret: Secret, plain: Uint8Array, random: Random): Result<Uint8Array, TooLong> =>
  sealPage(sort, shareKeys(secret), plain, random);

/** The plaintext of a sealed share. */
export const openShare = (secret: Secret, body: Uint8Array): Result<Uint8Array, CapsuleFault> =>
  openPage(sort, () => shareKeys(secret), body);
