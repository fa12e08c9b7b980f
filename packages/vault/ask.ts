/** Seals an ask under the secret of its link, from which every other key of the ask follows (security page 4.10). */
import { err, fromBase64Url, ok, toBase64Url, type Result } from "@belay/basics";
import { capsuleCap, capsuleMax } from "@belay/wire";
import { derive, rootOf, sha256 } from "./derive.ts";
import type { CapsuleFault, TooLong } from "./fault.ts";
import { labels } from "./labels.ts";
import { openPage, sealPage, type PageSort } from "./sealed-page.ts";
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

const sort: PageSort = { kind: "ask", cap: capsuleCap, max: capsuleMax, record: labels.askRecord };

/** Seals an ask's plaintext (at most 16 KiB less four bytes). Takes 16 then 24 random bytes: salt and nonce. */
export const sealAsk = (secret: Secret, plain: Uint8Array, random: Random): Result<Uint8Array, TooLong> =>
  sealPage(sort, askKeys(secret), plain, random);

/** The plaintext of a sealed ask. The whole header is bound, so that it opens under its own link alone. */
export const openAsk = (secret: Secret, body: Uint8Array): Result<Uint8Array, CapsuleFault> =>
  openPage(sort, () => askKeys(secret), body);

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
