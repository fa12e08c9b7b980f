/** The only door of the room: small things that every room may use. */
export type { Brand } from "./brand.ts";
export { err, ok, type Result } from "./result.ts";
export { assertNever } from "./assert-never.ts";
export { addDays, dayFromNumber, dayNumber, parseDay, type LocalDay, type NotADay } from "./day.ts";
export {
  concat,
  equalBytes,
  fromBase64Url,
  fromHex,
  fromUtf8,
  readU32,
  readU64,
  toBase64Url,
  toHex,
  u32,
  u64,
  utf8,
  type NotBytes,
} from "./bytes.ts";
