/** Small, allocation-honest work on byte arrays: text forms, joining, comparing, big-endian numbers. */
import { err, ok, type Result } from "./result.ts";

/** The text is not in the expected byte notation. */
export type NotBytes = { readonly type: "NotBytes" };

declare const TextEncoder: { new (): { encode(text: string): Uint8Array } };
declare const TextDecoder: {
  new (label: string, options: { fatal: boolean; ignoreBOM: boolean }): { decode(bytes: Uint8Array): string };
};

/** UTF-8 bytes of `text`. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text of well-formed UTF-8; refuses anything else. A byte order mark stays: bytes and text are one to one. */
export const fromUtf8 = (bytes: Uint8Array): Result<string, NotBytes> => {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err({ type: "NotBytes" });
  }
};

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
};

/** Bytes of lower-case hexadecimal with an even number of digits. */
export const fromHex = (text: string): Result<Uint8Array, NotBytes> => {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return err({ type: "NotBytes" });
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  return ok(bytes);
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base64url without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let j = 0; j <= Math.min(left, 3); j += 1) text += alphabet[(word >> (18 - 6 * j)) & 63] ?? "";
  }
  return text;
};

/** Bytes of canonical unpadded base64url; stray bits, padding and other letters are refused. */
export const fromBase64Url = (text: string): Result<Uint8Array, NotBytes> => {
  if (text.length % 4 === 1) return err({ type: "NotBytes" });
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return err({ type: "NotBytes" });
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (buffer >> bits) & 255;
    at += 1;
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? ok(bytes) : err({ type: "NotBytes" });
};

/** One array that holds all parts in order. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Equality whose time depends on the lengths alone, for proofs and commitments. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
};

/** Four big-endian bytes of an unsigned 32-bit number. */
export const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

/** Eight big-endian bytes of a whole number from 0 to 2^53 - 1. */
export const u64 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, value / 2 ** 32);
  view.setUint32(4, value);
  return bytes;
};

/** The unsigned 32-bit big-endian number at `offset`; the caller has checked the length. */
export const readU32 = (bytes: Uint8Array, offset: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);

/** The unsigned 64-bit big-endian number at `offset`, refused above 2^53 - 1. */
export const readU64 = (bytes: Uint8Array, offset: number): Result<number, NotBytes> => {
  const high = readU32(bytes, offset);
  return high < 2 ** 21 ? ok(high * 2 ** 32 + readU32(bytes, offset + 4)) : err({ type: "NotBytes" });
};
