/** The one order of all facts, the same on every device. */
import type { LocalDay } from "@belay/basics";
import type { DomainEvent } from "./catalogue.ts";

/**
 * A hybrid logical clock: milliseconds since 1970 (48 bits), a counter for equal milliseconds (16 bits), and the
 * device (32 lower-case hex digits). Kulkarni et al. 2014, "Logical Physical Clocks", OPODIS, 17-32.
 */
export type Hlc = readonly [ms: number, counter: number, device: string];

/** The largest millisecond of an `Hlc`: 2^48 - 1. */
export const maxMs = 2 ** 48 - 1;
/** The largest counter of an `Hlc`: 2^16 - 1. */
export const maxCounter = 2 ** 16 - 1;

/** One fact as it stands in the log. `id` is random, or the reply's own id for an answer; `day` is the person's day. */
export type Recorded = { readonly id: string; readonly at: Hlc; readonly day: LocalDay } & DomainEvent;

/** What the order needs to know of a fact. */
export type Placed = { readonly id: string; readonly at: Hlc };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Negative when `a` stands before `b`: by milliseconds, counter, device, then id. Zero only for one and the same. */
export const compareOrder = (a: Placed, b: Placed): number =>
  a.at[0] - b.at[0] || a.at[1] - b.at[1] || compareText(a.at[2], b.at[2]) || compareText(a.id, b.id);

/**
 * The clock of the next fact: one past the newest clock seen, or the device's own time when that is ahead. `seen` is
 * null for an empty log. Never goes backwards, whatever `now` (milliseconds) says; a clock that says nonsense counts as 0.
 */
export const nextHlc = (seen: Hlc | null, now: number, device: string): Hlc => {
  const own = Number.isFinite(now) ? Math.min(maxMs, Math.max(0, Math.floor(now))) : 0;
  if (seen === null || own > seen[0]) return [own, 0, device];
  return seen[1] < maxCounter ? [seen[0], seen[1] + 1, device] : [Math.min(maxMs, seen[0] + 1), 0, device];
};
