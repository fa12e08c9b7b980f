/** Reads the link this page was opened by: which mailbox it names, the secret that opens it, and its six words. */
import { toHex } from "@belay/basics";
import { parseAskFragment, shareKeys, shareWords, type Secret } from "@belay/vault";

/** A link that can open its page. */
export interface ShareLink {
  readonly secret: Secret;
  /** Mailbox id and read proof, both hex. */
  readonly id: string;
  readonly proof: string;
  readonly words: readonly string[];
}

/** Messengers take a full stop or a bracket behind a link for part of it; what cannot be part of the secret ends it. */
const withoutTail = (fragment: string): string => /^#?[0-9][A-Za-z0-9_-]*/.exec(fragment)?.[0] ?? fragment;

/**
 * The link behind `/s/<id>#1<secret>`, or null. The id follows from the secret: a path that names another mailbox is a
 * link put together from two, and no request is made for it.
 */
export const linkOf = (path: string, fragment: string): ShareLink | null => {
  const secret = parseAskFragment(withoutTail(fragment));
  if (!secret.ok) return null;
  const keys = shareKeys(secret.value);
  const id = toHex(keys.id);
  const named = /^\/s\/([0-9a-f]{32})\/?$/i.exec(path)?.[1]?.toLowerCase();
  if (named !== id) return null;
  return { secret: secret.value, id, proof: toHex(keys.readProof), words: shareWords(secret.value) };
};
