/** Reads the events of one opened envelope; what is not understood is counted, never dropped. */
import { parseEvent, type Recorded } from "@belay/domain";
import { decodeBatch, decodeSegment, type Opened, type Seen, type Segment } from "@belay/wire";

/** What an envelope held: events of known kinds, and how many were malformed or of a newer version. */
export interface ReadBatch {
  readonly events: readonly Recorded[];
  readonly bad: number;
  readonly unknown: number;
  /** How far its device had seen the others when it wrote this. */
  readonly seen: Seen;
}

/** What came of reading events one by one. */
const parseAll = (items: readonly { readonly device: string; readonly event: unknown }[]) => {
  const events: Recorded[] = [];
  let bad = 0;
  let unknown = 0;
  for (const { device, event } of items) {
    const parsed = parseEvent(event, device);
    if (parsed.ok) events.push(parsed.value);
    else if (parsed.error.type === "UnknownKind") unknown += 1;
    else bad += 1;
  }
  return { events, bad, unknown };
};

/** The events in an opened body. A body that is no batch counts as one that is malformed. */
export const readBatch = (opened: Opened): ReadBatch => {
  const batch = decodeBatch(opened.body);
  if (!batch.ok) return { events: [], bad: 1, unknown: 0, seen: {} };
  const { device } = opened;
  return { ...parseAll(batch.value.events.map((event) => ({ device, event }))), seen: batch.value.seen };
};

/** What one part of a segment held; the part itself is null where the body is none. */
export const readSegment = (opened: Opened): Omit<ReadBatch, "seen"> & { readonly segment: Segment | null } => {
  const segment = decodeSegment(opened.body);
  if (!segment.ok) return { events: [], bad: 1, unknown: 0, segment: null };
  return { ...parseAll(segment.value.events), segment: segment.value };
};

/** An event as it was written, and the device whose envelope it first lay in. */
export interface RawEvent {
  readonly device: string;
  readonly event: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The events of an opened body as they were written, with the device of their envelope; null where it is no such body. */
export const rawItems = (opened: Opened): readonly RawEvent[] | null => {
  if (opened.type === "segment") {
    const segment = decodeSegment(opened.body);
    return segment.ok ? segment.value.events : null;
  }
  const batch = opened.type === "events" ? decodeBatch(opened.body) : null;
  if (batch?.ok !== true) return null;
  return batch.value.events.flatMap((event) => (isObject(event) ? [{ device: opened.device, event }] : []));
};

/** The same, each with the device that first wrote it; nothing for a body that holds no events. */
export const rawEvents = (opened: Opened): readonly RawEvent[] =>
  (rawItems(opened) ?? []).map(({ device, event }) => ({
    device: typeof event["o"] === "string" ? event["o"] : device,
    event,
  }));
