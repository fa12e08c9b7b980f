/** Writes and reads the acts by which the owner admits devices and shuts them out (security page 4.9). */
import { concat, err, fromHex, fromUtf8, ok, toHex, u32, utf8, type Result } from "@belay/basics";
import { bodyMax, rotateMessage, type WireFault } from "@belay/wire";
import { entryOf, type Act, type Entry, type NewEpoch } from "./acts.ts";
import { sha256 } from "./derive.ts";
import type { TooLong } from "./fault.ts";

import { vaultIdOf, type Owner } from "./keys.ts";
import { sign, verify } from "./sign.ts";

/** An act whose owner signature was checked. */
export interface SignedAct extends Entry {
  /** 32 bytes: `SHA-256("member" || text)`; the next act's `prev` is its hex. */
  readonly hash: Uint8Array;
}

/** Why an act was refused. `NotCanonical`: the same words, written in another way than this one. */
export type MemberFault =
  | WireFault
  | { readonly type: "NotCanonical" }
  | { readonly type: "BadSignature" }
  /** The relay credentials inside are not signed by the owner. */
  | { readonly type: "BadCredential" };

/** The one text of an act: JSON of `{n, prev, act, at}`, every field in its fixed place, no space. */
export const actText = ({ n, prev, act, at }: Entry): string => JSON.stringify({ n, prev, act, at });

/** `SHA-256("member" || text)`, 32 bytes. */
export const actHash = (text: string): Uint8Array => sha256(concat(utf8("member"), utf8(text)));

/** `"membership/1" || vaultId(16) || lp(text)`. */
const signedBytes = (vaultId: Uint8Array, text: string): Uint8Array => {
  const bytes = utf8(text);
  return concat(utf8("membership/1"), vaultId, u32(bytes.length), bytes);
};

/** The body of a membership envelope, `{"act": text, "sig": hex128}`, and the act's hash. Refuses what cannot be read. */
export const signAct = (
  owner: Owner,
  entry: Entry,
): Result<{ readonly body: Uint8Array; readonly act: SignedAct }, MemberFault | TooLong> => {
  const shaped = entryOf(entry);
  if (shaped === null) return err({ type: "BadShape", field: "act" });
  const text = actText(shaped);
  const sig = toHex(sign(owner.sign, signedBytes(owner.vaultId, text)));
  const body = utf8(JSON.stringify({ act: text, sig }));
  const read = readAct(body, owner.ownerPub);
  return read.ok ? ok({ body, act: read.value }) : read;
};

/** The credentials of an act that starts an epoch, or null. */
export const newEpochOf = (act: Act): NewEpoch | null => (act.type === "add" ? null : act);

const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  return bytes.ok ? bytes.value : new Uint8Array(0);
};

const credentialHolds = (act: Act, ownerPub: Uint8Array, vaultId: Uint8Array): boolean => {
  const fresh = newEpochOf(act);
  if (fresh === null) return true;
  return verify(ownerPub, rotateMessage(vaultId, fresh.epoch, bytesOf(fresh.writePub)), bytesOf(fresh.rotateSig));
};

/** JSON from a stranger, of bounded length; the engine's parser throws, and this is its edge. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The text and the signature in a body that is written in the one way, or null. */
const opened = (json: string): { readonly text: string; readonly sig: Uint8Array } | null => {
  const value = parsed(json);
  if (typeof value !== "object" || value === null || !("act" in value) || !("sig" in value)) return null;
  const { act, sig } = value;
  if (typeof act !== "string" || typeof sig !== "string" || !/^[0-9a-f]{128}$/.test(sig)) return null;
  return JSON.stringify({ act, sig }) === json ? { text: act, sig: bytesOf(sig) } : null;
};

/**
 * The act in the body of a membership envelope. Checks in this order: length, UTF-8, the outer shape, the owner's
 * signature, and only then reads the act: its shape, that it is written in the one way, the credentials it carries.
 * Where it stands among the others is `folded`'s to say.
 */
export const readAct = (body: Uint8Array, ownerPub: Uint8Array): Result<SignedAct, MemberFault> => {
  if (body.length > bodyMax) return err({ type: "TooLong", max: bodyMax, got: body.length });
  const json = fromUtf8(body);
  if (!json.ok) return err({ type: "BadText" });
  const outer = opened(json.value);
  if (outer === null) return err({ type: "BadShape", field: "membership" });
  const vaultId = vaultIdOf(ownerPub);
  if (!verify(ownerPub, signedBytes(vaultId, outer.text), outer.sig)) return err({ type: "BadSignature" });
  const entry = entryOf(parsed(outer.text));
  if (entry === null) return err({ type: "BadShape", field: "act" });
  if (actText(entry) !== outer.text) return err({ type: "NotCanonical" });
  if (!credentialHolds(entry.act, ownerPub, vaultId)) return err({ type: "BadCredential" });
  return ok({ ...entry, hash: actHash(outer.text) });
};
