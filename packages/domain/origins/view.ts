/** Shows the origins room: whether it is on, and the sittings that were not taken out. */
import type { LocalDay } from "@belay/basics";
import { compareDated } from "../events/dated.ts";
import type { OriginEnd } from "../events/origins.ts";
import { entriesOf } from "../events/table.ts";
import type { OriginsState } from "./evolve.ts";

/** One sitting. Distress is 0 to 100. */
export type OriginsSession = {
  readonly id: string;
  readonly day: LocalDay;
  readonly before: number;
  /** Null while it runs, and where it was not said. */
  readonly after: number | null;
  /** Null while it runs. */
  readonly end: OriginEnd | null;
  readonly familiar: readonly string[];
  readonly kept: string;
};

/** Whether the room was switched on. */
export const viewOriginsOn = (state: OriginsState): boolean => state.on?.value ?? false;

/** Sittings, newest first. */
export const viewSessions = (state: OriginsState): readonly OriginsSession[] =>
  entriesOf(state.sessions)
    .flatMap(({ id, begun, ended, forgotten }) => (begun === null || forgotten !== null ? [] : [{ id, begun, ended }]))
    .toSorted((a, b) => compareDated(b.begun, a.begun))
    .map(({ id, begun, ended }) => ({
      id,
      day: begun.day,
      before: begun.value.before,
      after: ended?.value.after ?? null,
      end: ended?.value.end ?? null,
      familiar: ended?.value.familiar ?? [],
      kept: ended?.value.kept ?? "",
    }));
