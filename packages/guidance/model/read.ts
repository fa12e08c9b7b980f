/** Reads what may be anything: each function gives the value when it makes sense, and null when it does not. */

/** An object's fields, none of them trusted. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Points from 0 to 100. */
export const percent = (value: unknown): number | null => within(value, 0, 100);

/** A number between two ends, both included. */
export const within = (value: unknown, low: number, high: number): number | null =>
  typeof value === "number" && value >= low && value <= high ? value : null;

/** Days are whole and from 0; beyond this (some 270 years) it is no day. */
const lastDay = 99_999;

/** A day's number. */
export const dayIn = (value: unknown): number | null => (Number.isInteger(value) ? within(value, 0, lastDay) : null);

/** A name: a text with something in it, and not a whole book. */
export const name = (value: unknown): string | null =>
  typeof value === "string" && value.length > 0 && value.length <= 200 ? value : null;

/** One of the given words. */
export const oneOf = <W extends string>(value: unknown, words: readonly W[]): W | null =>
  words.find((word) => word === value) ?? null;

/** The names in a list, each once. */
export const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.flatMap((one: unknown) => name(one) ?? []))] : [];

/** The items of a list that can be read. */
export const each = <T>(value: unknown, read: (one: Fields) => T | null): readonly T[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => (isFields(one) ? (read(one) ?? []) : [])) : [];
