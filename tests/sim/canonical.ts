/** Writes a state as one text that does not depend on the order in which its parts were put in. */
import { createHash } from "node:crypto";

const write = (value: unknown): string => {
  if (value instanceof Map)
    return `M{${[...value]
      .map(([key, item]) => `${write(key)}:${write(item)}`)
      .toSorted()
      .join()}}`;
  if (value instanceof Set) return `S{${[...value].map(write).toSorted().join()}}`;
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}:${write(item)}`)
      .toSorted()
      .join()}}`;
  return JSON.stringify(value) ?? "undefined";
};

/** A short name of a state: the same for equal states, whatever the order of their maps. */
export const stateHash = (state: unknown): string =>
  createHash("sha256").update(write(state)).digest("hex").slice(0, 24);
