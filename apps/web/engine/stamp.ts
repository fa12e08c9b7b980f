/** Gives new entries their place in the order, and puts them into bodies. */
import { err, ok, type Result } from "@belay/basics";
import { encodeEvent, nextHlc, type Hlc, type Recorded } from "@belay/domain";
import { batchEventsMax, encodeBatch, type Seen } from "@belay/wire";
import type { AppendFault, Body, Draft } from "./ledger.ts";
import type { Moment } from "./ports/clock.ts";

/** Gives every event its place in the order behind `clock`, and its day; those of a backup keep their own. */
export const stamp = (
  clock: Hlc | null,
  drafts: readonly Draft[],
  moment: Moment,
  device: string,
): readonly Recorded[] => {
  let last = clock;
  return drafts.map((draft) => {
    if (draft.from !== undefined) return { ...draft.event, id: draft.id, ...draft.from };
    last = nextHlc(last, moment.ms, device);
    return { ...draft.event, id: draft.id, at: last, day: moment.day };
  });
};

/** Events as bodies of up to 64, each with what this device has seen of the others by now. */
export const bodiesOf = (
  seen: Seen,
  events: readonly Recorded[],
  device: string,
): Result<readonly Body[], AppendFault> => {
  const bodies: Body[] = [];
  for (let at = 0; at < events.length; at += batchEventsMax) {
    const slice = events.slice(at, at + batchEventsMax);
    const body = encodeBatch({ seen, events: slice.map((event) => encodeEvent(event, device)) });
    if (!body.ok) return err({ type: "TooLarge" });
    bodies.push({ type: "events", bytes: body.value });
  }
  return ok(bodies);
};
