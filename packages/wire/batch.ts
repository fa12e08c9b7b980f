/** Writes and reads the body of an events envelope: 1 to 64 events and what their device has seen. */
import * as v from "valibot";
import { err, ok, utf8, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { parseJson } from "./json.ts";
import { batchEventsMax, bodyMax, seenMax } from "./limits.ts";

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Device id in hex to the highest seq it has seen there, and that envelope's hash in hex. */
const seenShape = v.record(hex(16), v.strictTuple([seq, hex(32)]));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const batchShape = v.strictObject({
  seen: seenShape,
  events: v.pipe(v.array(v.custom(isObject)), v.minLength(1), v.maxLength(batchEventsMax)),
});

/** What a device has seen of every chain: device id (hex32) to `[seq, hash]` (hash as hex64). */
export type Seen = Readonly<Record<string, readonly [seq: number, hash: string]>>;

/** The body of an events envelope. Events are JSON objects; what they mean is not the wire's business. */
export interface Batch {
  readonly seen: Seen;
  readonly events: readonly unknown[];
}

/** Checks a batch in either direction. */
const checked = (value: unknown): Result<Batch, WireFault> => {
  const parsed = v.safeParse(batchShape, value);
  if (!parsed.success)
    return err({ type: "BadShape", field: parsed.issues[0].path?.[0]?.key === "seen" ? "seen" : "events" });
  const { seen, events } = parsed.output;
  const given = isObject(value) ? value["seen"] : null;
  const count = isObject(given) ? Object.keys(given).length : 0;
  // The record schema passes over names such as __proto__; a count that differs shows that one was there.
  if (count !== Object.keys(seen).length || count > seenMax) return err({ type: "BadShape", field: "seen" });
  return ok({ seen, events });
};

/** UTF-8 JSON of a batch, with the vector sorted by device; refuses what `decodeBatch` would refuse. */
export const encodeBatch = (batch: Batch): Result<Uint8Array, WireFault> => {
  const right = checked(batch);
  if (!right.ok) return right;
  const seen = Object.fromEntries(Object.entries(batch.seen).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const bytes = utf8(JSON.stringify({ seen, events: batch.events }));
  // Read back before sealing: a body that cannot be read again must never become durable.
  const read = decodeBatch(bytes);
  return read.ok ? ok(bytes) : read;
};

/** The batch in a body: bounded, well-formed UTF-8 JSON, at most 32 deep, no unknown field. */
export const decodeBatch = (bytes: Uint8Array): Result<Batch, WireFault> => {
  if (bytes.length > bodyMax) return err({ type: "TooLong", max: bodyMax, got: bytes.length });
  const json = parseJson(bytes);
  return json.ok ? checked(json.value) : json;
};
