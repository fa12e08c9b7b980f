/** Shows check-ins. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated } from "../events/dated.ts";
import { entriesOf } from "../events/table.ts";
import type { CheckinState } from "./evolve.ts";

/** One check-in. `energy` is 0 to 100, or null when it was not answered; `cues` are ids of the catalogue. */
export type Checkin = BodyOf<"checkin/noted@1"> & {
  readonly id: string;
  /** Milliseconds since 1970, by the clock of the device it was noted on. */
  readonly at: number;
  readonly day: LocalDay;
};

/** All check-ins, newest first. */
export const viewCheckins = (state: CheckinState): readonly Checkin[] =>
  entriesOf(state)
    .toSorted((a, b) => compareDated(b, a))
    .map((entry) => ({ id: entry.id, at: entry.at[0], day: entry.day, ...entry.value }));
