/** Gives new entries their place in the order, and puts them into bodies that can be sealed. */
import { err, ok, type Result } from "@belay/basics";
import { encodeEvent, nextHlc, type DomainEvent, type Hlc, type Recorded } from "@belay/domain";
import { batchEventsMax, encodeBatch, type DeskFault, type EnvelopeType, type Seen } from "@belay/wire";
import type { Moment } from "./ports/clock.ts";
import type { StoreFault } from "./ports/store.ts";

/** Why an entry was not made durable. */
export type AppendFault = StoreFault | DeskFault | { readonly type: "TooLarge" };

/** What an entry needs besides its event. A reply brings its own id, so that it can be counted only once. */
export interface Draft {
  readonly event: DomainEvent;
  readonly id: string;
  /** Set where an entry is taken over from a backup: its own place in the order, its own day. */
  readonly from?: Pick<Recorded, "at" | "day">;
}

/** A body to seal as an envelope of its own kind. */
export interface Body {
  readonly type: EnvelopeType;
  readonly bytes: Uint8Array;
}

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
