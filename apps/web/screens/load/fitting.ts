/** Knows which steps of the catalogue can begin a decision about a load. */
import type { LoadChoice, LoadKind, StepSpec } from "@belay/domain";
import { cornerId } from "../try/corner-id.ts";

/** What begins a no, whatever it is about. */
const noes = ["no-to-a-small-request", "no-without-a-reason", "no-to-extra-work", "no-to-those-used-to-a-yes"];

/**
 * Ids of steps by choice and sort, chosen by hand: at home and at work where both occur. Sharing begins with the
 * corner, since it fits anyone; what is kept or dropped needs nobody.
 */
const begins: Readonly<Record<LoadChoice, Readonly<Record<LoadKind, readonly string[]>>>> = {
  keep: { emotional: [], financial: [], logistical: [] },
  share: {
    emotional: ["share-talk-it-through", "share-what-i-carry", cornerId],
    financial: [cornerId, "handover-a-shared-cost"],
    logistical: [cornerId, "handover-a-fair-share", "handover-care-together"],
  },
  "hand-over": {
    emotional: ["handover-end-the-call", "handover-a-worry-back", cornerId],
    financial: ["handover-a-form", "handover-a-shared-cost", cornerId],
    logistical: [
      "handover-one-chore",
      "handover-a-small-task",
      "handover-the-planning",
      "handover-a-whole-chore",
      "handover-part-of-a-project",
      cornerId,
    ],
  },
  drop: { emotional: [], financial: [], logistical: [] },
  "say-no": { emotional: noes, financial: noes, logistical: noes },
};

/** Steps that can begin `choice` for a load of `sort`, easiest first; `known` are the steps that can be taken up. */
export const fittingSteps = (choice: LoadChoice, sort: LoadKind, known: readonly StepSpec[]): readonly StepSpec[] =>
  known.filter(({ id }) => begins[choice][sort].includes(id)).toSorted((a, b) => a.difficulty - b.difficulty);

/** Every id that is named here, for checking that the catalogue has it. */
export const namedSteps: readonly string[] = Object.values(begins).flatMap((sorts) => Object.values(sorts).flat());
