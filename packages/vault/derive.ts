/** Derives every key: HKDF-SHA256 (RFC 5869) with one label for one purpose. */
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { concat, u32, utf8 } from "@belay/basics";
import type { Label } from "./labels.ts";
import { asSecret, type Secret } from "./secret.ts";

/** SHA-256 (FIPS 180-4), 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** HKDF-Extract with an empty salt: the pseudo-random key that all labels of one secret expand from. */
export const rootOf = (secret: Uint8Array): Secret => asSecret(extract(nobleSha256, secret));

/** The info string: `"belay/1/" + label + 0x00`, then each context part behind its length in four bytes. */
export const infoOf = (label: Label, context: readonly Uint8Array[]): Uint8Array =>
  concat(utf8(`belay/1/${label}\0`), ...context.flatMap((part) => [u32(part.length), part]));

/** HKDF-Expand of a root for one purpose; `length` is 16, 32 or 64 bytes here. */
export const derive = (root: Secret, label: Label, length: number, ...context: readonly Uint8Array[]): Uint8Array =>
  expand(nobleSha256, root.expose(), infoOf(label, context), length);
