/** Keeps beside a long log the few entries that the first screen needs, so that it stands before the rest is read. */
import { err, fromUtf8, ok, utf8, type LocalDay, type Result } from "@belay/basics";
import { encodeEvent, parseEvent, type Recorded } from "@belay/domain";
import type { Ports } from "./ports/ports.ts";

/** The name under which it is sealed, in the box that goes with the log. */
export const glanceName = "glance";

/** Entries in a note, at most; what does not fit is not kept, and the log opens as it does without one. */
const notedMax = 200;
/** A log with fewer entries opens as fast without a note. */
export const longLog = 2_000;

/** Every entry is written with the device that wrote it, so it does not matter who reads it: nobody has this id. */
const nobody = "0".repeat(32);

/** Whether somebody has tried anything yet decides how the rooms stand: one try with its outcome says so. */
const oneTry = (events: readonly Recorded[]): readonly Recorded[] => {
  for (const event of events.toReversed()) {
    if (event.kind !== "steps/outcome-noted@1") continue;
    const { experiment } = event.body;
    const plan = events.find((one) => one.kind === "steps/planned@1" && one.body.experiment === experiment);
    if (plan !== undefined) return [plan, event];
  }
  return [];
};

/**
 * Every choice, what was noted since `day`, and one try: what the top of Today and its frame show. Null for a log that
 * is short, or that has too many of these.
 */
export const noteOf = (events: readonly Recorded[], day: LocalDay): readonly Recorded[] | null => {
  if (events.length < longLog) return null;
  const few = events.filter(
    (event) => event.kind.startsWith("settings/") || (event.kind === "checkin/noted@1" && event.day >= day),
  );
  return few.length > notedMax ? null : [...few, ...oneTry(events)];
};

/** The note as bytes to seal. */
export const encodeNote = (events: readonly Recorded[]): Uint8Array =>
  utf8(JSON.stringify(events.map((event) => encodeEvent(event, nobody))));

/** The entries in a note; one that is not right throughout counts as none. */
export const decodeNote = (bytes: Uint8Array): Result<readonly Recorded[], { readonly type: "BadNote" }> => {
  const text = fromUtf8(bytes);
  if (!text.ok) return err({ type: "BadNote" });
  try {
    const list: unknown = JSON.parse(text.value);
    const read = Array.isArray(list) ? list.map((one) => parseEvent(one, nobody)) : [];
    const events = read.flatMap((one) => (one.ok ? [one.value] : []));
    return events.length > 0 && events.length === read.length ? ok(events) : err({ type: "BadNote" });
  } catch {
    return err({ type: "BadNote" });
  }
};

/** The entries of the note; null where there is none, or where it does not open or is not right. */
export const glanced = async ({ desk, meta }: Pick<Ports, "desk" | "meta">): Promise<readonly Recorded[] | null> => {
  const sealed = await meta.get(glanceName);
  if (!sealed.ok || sealed.value === null) return null;
  const opened = await desk.openLocal(glanceName, sealed.value);
  const note = opened.ok ? decodeNote(opened.value) : opened;
  return note.ok ? note.value : null;
};
