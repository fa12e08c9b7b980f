/** Gives new entries their place in the order, and puts them into bodies that can be sealed. */
import { err, ok, type Result } from "@belay/basics";
import { encodeEvent, nextHlc, type DomainEvent, type Hlc, type Recorded } from "@belay/domain";
import { batchEventsMax, encodeBatch, type Batch, type DeskFault, type EnvelopeType, type Seen } from "@belay/wire";
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

/** Events as bodies of up to 64; where so many long ones do not fit into one, of half as many. */
export const batchesOf = (seen: Seen, events: Batch["events"]): Result<readonly Body[], AppendFault> => {
  const bodies: Body[] = [];
  const put = (some: Batch["events"]): boolean => {
    const body = encodeBatch({ seen, events: some });
    if (body.ok) return bodies.push({ type: "events", bytes: body.value }) > 0;
    const half = Math.ceil(some.length / 2);
    return some.length > 1 && put(some.slice(0, half)) && put(some.slice(half));
  };
  for (let at = 0; at < events.length; at += batchEventsMax)
    if (!put(events.slice(at, at + batchEventsMax))) return err({ type: "TooLarge" });
  return ok(bodies);
};

/** Events as bodies, each with what this device has seen of the others by now. */
export const bodiesOf = (
  seen: Seen,
  events: readonly Recorded[],
  device: string,
): Result<readonly Body[], AppendFault> =>
  batchesOf(
    seen,
    events.map((event) => encodeEvent(event, device)),
  );
