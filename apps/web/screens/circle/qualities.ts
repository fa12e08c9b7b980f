/**
 * Sums up what was seen of somebody: for each of the seven qualities the newest sight, and how often which.
 *
 * Old sights stay in the record and in the counts; only the newest is drawn, so that people can change both ways.
 */
import { safeQualities } from "@belay/content";
import type { Observation } from "@belay/domain";
import type { ArcLook } from "../../parts/charts/ring-chart.tsx";

/** One of the seven, as it stands. */
export interface QualityState {
  readonly id: Observation["quality"];
  readonly seen: number;
  readonly missed: number;
  /** The newest by the day it was about; of one day, the one noted last. Null when never looked at. */
  readonly newest: Observation | null;
}

/** The newest by day; a later note about the same day replaces the earlier one. */
const newestOf = (list: readonly Observation[]): Observation | null =>
  list.reduce<Observation | null>((newest, one) => (newest === null || one.on >= newest.on ? one : newest), null);

/** All seven in their order. `observations` come in the order in which they were noted. */
export const qualityStates = (observations: readonly Observation[]): readonly QualityState[] =>
  safeQualities.map(({ id }) => {
    const about = observations.filter(({ quality }) => quality === id);
    const seen = about.filter((one) => one.seen === "seen").length;
    return { id, seen, missed: about.length - seen, newest: newestOf(about) };
  });

/** How each of the seven arcs is drawn: the newest sight counts, because people change. */
export const arcLooks = (states: readonly QualityState[]): readonly ArcLook[] =>
  states.map(({ newest }) => {
    if (newest === null) return "thin";
    return newest.seen === "seen" ? "full" : "dotted";
  });

/** How many of the seven were seen at the newest look. */
export const seenCount = (states: readonly QualityState[]): number =>
  states.filter(({ newest }) => newest?.seen === "seen").length;
