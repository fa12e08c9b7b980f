/** Says which short cards belong to a step before it is taken. */
import type { StepSpec } from "@belay/domain";
import type { Moment } from "../learn/lesson-due.ts";

/** Roles met at work. */
const atWork: readonly string[] = ["colleague", "manager"];

/** What is read before a step of a strand; the cards for asking stand where the ask is written. */
const ofStrand: Readonly<Record<StepSpec["strand"], Moment | null>> = {
  ask: null,
  accept: "before-accept",
  share: "before-share",
  handover: "before-handover",
  bewith: "before-bewith",
};

/** The moment of a step: work where it is for work alone or is an ask that may go there, else its strand's. */
export const stepMoment = ({ roles, strand }: Pick<StepSpec, "roles" | "strand">): Moment | null => {
  const forWork = roles.some((role) => atWork.includes(role));
  const onlyWork = forWork && roles.every((role) => atWork.includes(role));
  return onlyWork || (forWork && strand === "ask") ? "at-work" : ofStrand[strand];
};
