/** Reads the link this page was opened by: which mailbox it names, and the secret that opens it. */
import { err, ok, toHex, type Result } from "@belay/basics";
import { askKeys, parseAskFragment, type AskKeys, type Secret } from "@belay/vault";
import type { BrokenLink } from "./page.ts";

/** A link that can open its note. */
export interface AskLink {
  readonly secret: Secret;
  readonly keys: AskKeys;
}

/** The link opens nothing, and why. */
export interface LinkFault {
  readonly type: BrokenLink;
}

/**
 * The link behind `/a/<id>#1<secret>`. The id follows from the secret, so a path that names another mailbox is
 * a link put together from two, or one that lost letters: both count as damaged, and no request is made.
 */
export const linkOf = (path: string, fragment: string): Result<AskLink, LinkFault> => {
  if (fragment === "" || fragment === "#") return err({ type: "missing" });
  const secret = parseAskFragment(withoutTail(fragment));
  if (!secret.ok) return err({ type: secret.error.type === "NewerLink" ? "newer" : "damaged" });
  const keys = askKeys(secret.value);
  const named = /^\/a\/([0-9a-f]{32})\/?$/i.exec(path)?.[1]?.toLowerCase();
  return named === toHex(keys.id) ? ok({ secret: secret.value, keys }) : err({ type: "damaged" });
};

/**
 * Messengers take a full stop, a bracket or a tracking field that follows a link for part of it. What cannot be a
 * letter of the secret ends it; a wrong cut is caught by the id.
 */
const withoutTail = (fragment: string): string => /^#?[0-9][A-Za-z0-9_-]*/.exec(fragment)?.[0] ?? fragment;
