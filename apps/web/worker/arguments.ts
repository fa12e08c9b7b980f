/** Says of what comes from the page whether it is of the kind that a method takes. */
import { envelopeTypes, type DeskCut, type EnvelopeType, type Seen } from "@belay/wire";

/** Bytes of any length. */
export const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Bytes of one length. */
export const isBytesOf =
  (length: number) =>
  (value: unknown): value is Uint8Array =>
    isBytes(value) && value.length === length;

/** A drawn code or the id of a passkey: never empty, at most 1,023 bytes (Web Authentication, section 4). */
export const isCode = (value: unknown): value is Uint8Array =>
  isBytes(value) && value.length > 0 && value.length <= 1023;

/** Text of any length. */
export const isText = (value: unknown): value is string => typeof value === "string";

/** A passphrase or words: longer than anybody types is no such thing, and would only cost work. */
export const isPass = (value: unknown): value is string => isText(value) && value.length <= 4096;

/** A passphrase, or null where there is no lock. */
export const isPassOrNone = (value: unknown): value is string | null => value === null || isPass(value);

/** What a person calls a device. */
export const isName = (value: unknown): value is string => isText(value) && value !== "" && value.length <= 64;

/** A device's id in lower-case hexadecimal. */
export const isDevice = (value: unknown): value is string => isText(value) && /^[0-9a-f]{32}$/.test(value);

/** A place in a chain or a time in ms: whole, from 0. */
export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** A list of bytes. */
export const isList = (value: unknown): value is readonly Uint8Array[] => Array.isArray(value) && value.every(isBytes);

/** A type of envelope, or none. */
export const isEnvelopeType = (value: unknown): value is EnvelopeType | undefined =>
  value === undefined || envelopeTypes.some((type) => type === value);

/** The two secrets of a link that opening a reply needs. */
export const isLink = (value: unknown): value is { readonly secret: string; readonly replyKey: string } =>
  typeof value === "object" &&
  value !== null &&
  "secret" in value &&
  isText(value.secret) &&
  "replyKey" in value &&
  isText(value.replyKey);

/** The two secrets of a share that sealing for it needs. */
export const isShareLink = (value: unknown): value is { readonly secret: string; readonly ownerProof: string } =>
  typeof value === "object" &&
  value !== null &&
  "secret" in value &&
  isText(value.secret) &&
  "ownerProof" in value &&
  isText(value.ownerProof);

/** Where a removed device ends. */
export const isCut = (value: unknown): value is DeskCut =>
  typeof value === "object" &&
  value !== null &&
  "seq" in value &&
  isCount(value.seq) &&
  "hash" in value &&
  isBytesOf(32)(value.hash);

/** The newest place of one device and the hash there, hexadecimal as in the sealed vector. */
const isHead = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  isCount(value[0]) &&
  isText(value[1]) &&
  /^[0-9a-f]{64}$/.test(value[1]);

/** For every device its newest place and hash. */
export const isSeen = (value: unknown): value is Seen =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).every(([device, head]) => isDevice(device) && isHead(head));
