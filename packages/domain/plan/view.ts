/** Shows the safety plan as it stands. */
import type { LocalDay } from "@belay/basics";
import { compareDated } from "../events/dated.ts";
import type { PlanPart } from "../events/plan.ts";
import { entriesOf } from "../events/table.ts";
import type { PlanState } from "./evolve.ts";

/** One line of the plan. `person` is somebody of the circle whose name it was made from; null for any other line. */
export type PlanLine = {
  readonly id: string;
  readonly part: PlanPart;
  readonly text: string;
  readonly person: string | null;
  /** The day its wording was last changed. */
  readonly day: LocalDay;
};

/** The lines that stand, in the order in which they were first written. */
export const viewPlan = (state: PlanState): readonly PlanLine[] =>
  entriesOf(state)
    .flatMap(({ id, begun, written, removed }) =>
      begun === null || written === null || removed !== null ? [] : [{ id, begun, written }],
    )
    .toSorted((a, b) => compareDated(a.begun, b.begun))
    .map(({ id, written: { value, day } }) => ({ id, part: value.part, text: value.text, person: value.person, day }));
