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
