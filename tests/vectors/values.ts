/** Reads the values of a vector file: bytes, texts, numbers, lists and objects, and bytes made from other vectors. */

/** What a vector's field holds once its bytes are bytes. */
export type Value =
  | Uint8Array
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [field: string]: Value };

/** The fields of a vector, by name. */
export type Fields = { readonly [field: string]: Value };

const pair = /^0x([0-9a-f]{2})*$/;

/** Bytes of `0x` and lower-case hexadecimal. */
export const bytesFrom = (text: string): Uint8Array => {
  if (!pair.test(text)) throw new Error(`no bytes: ${text.slice(0, 20)}`);
  return Uint8Array.from({ length: text.length / 2 - 1 }, (_, i) =>
    Number.parseInt(text.slice(2 * i + 2, 2 * i + 4), 16),
  );
};

/** `0x` and lower-case hexadecimal. */
export const textFrom = (bytes: Uint8Array): string =>
  `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** All parts in order. */
export const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};

/** Whether both hold the same bytes. */
export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** SHA-256 by the platform. */
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));

/** True for an object that is neither null nor a list nor bytes. */
export const isFields = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** Any plain data as a value; functions and the like are our bug and throw. */
export const asValue = (value: unknown): Value => {
  if (
    value instanceof Uint8Array ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    value === null
  )
    return value;
  if (Array.isArray(value)) return value.map(asValue);
  if (!isFields(value)) throw new Error("no plain data");
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asValue(part)]));
};

const broken = (name: string): Error => new Error(`the field ${name} is missing or of another kind`);

/** The bytes in a field. */
export const bytesOf = (fields: Fields, name: string): Uint8Array => {
  const value = fields[name];
  if (!(value instanceof Uint8Array)) throw broken(name);
  return value;
};

/** The text in a field. */
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  if (typeof value !== "string") throw broken(name);
  return value;
};

/** The number in a field. */
export const numberOf = (fields: Fields, name: string): number => {
  const value = fields[name];
  if (typeof value !== "number") throw broken(name);
  return value;
};

/** The list in a field. */
export const listOf = (fields: Fields, name: string): readonly Value[] => {
  const value = fields[name];
  if (!Array.isArray(value)) throw broken(name);
  return value;
};

/** The object in a field. */
export const fieldsOf = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  if (!isFields(value)) throw broken(name);
  return value;
};

/** The bytes of every entry of a list. */
export const bytesListOf = (fields: Fields, name: string): readonly Uint8Array[] =>
  listOf(fields, name).map((value) => {
    if (!(value instanceof Uint8Array)) throw broken(name);
    return value;
  });

/** The text of every entry of a list. */
export const textListOf = (fields: Fields, name: string): readonly string[] =>
  listOf(fields, name).map((value) => {
    if (typeof value !== "string") throw broken(name);
    return value;
  });

/** The object of every entry of a list. */
export const fieldsListOf = (fields: Fields, name: string): readonly Fields[] =>
  listOf(fields, name).map((value) => {
    if (!isFields(value)) throw broken(name);
    return value;
  });
