/** Reads the events of one opened envelope; what is not understood is counted, never dropped. */
import { parseEvent, type Recorded } from "@belay/domain";
import { decodeBatch, type Opened, type Seen } from "@belay/wire";

/** What an envelope held: events of known kinds, and how many were malformed or of a newer version. */
export interface ReadBatch {
  readonly events: readonly Recorded[];
  readonly bad: number;
  readonly unknown: number;
  /** How far its device had seen the others when it wrote this. */
  readonly seen: Seen;
}

/** The events in an opened body. A body that is no batch counts as one that is malformed. */
export const readBatch = (opened: Opened): ReadBatch => {
  const batch = decodeBatch(opened.body);
  if (!batch.ok) return { events: [], bad: 1, unknown: 0, seen: {} };
  const events: Recorded[] = [];
  let bad = 0;
  let unknown = 0;
  for (const json of batch.value.events) {
    const parsed = parseEvent(json, opened.device);
    if (parsed.ok) events.push(parsed.value);
    else if (parsed.error.type === "UnknownKind") unknown += 1;
    else bad += 1;
  }
  return { events, bad, unknown, seen: batch.value.seen };
};

/** An event as it was written, and the device that first wrote it. */
export interface RawEvent {
  readonly device: string;
  readonly event: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The events of an opened body as they were written, those of kinds that are not known here too. */
export const rawEvents = (opened: Opened): readonly RawEvent[] => {
  // A segment's events come out of `packages/wire/segment.ts` here.
  if (opened.type !== "events") return [];
  const batch = decodeBatch(opened.body);
  if (!batch.ok) return [];
  return batch.value.events.flatMap((event) =>
    isObject(event) ? [{ device: typeof event["o"] === "string" ? event["o"] : opened.device, event }] : [],
  );
};
