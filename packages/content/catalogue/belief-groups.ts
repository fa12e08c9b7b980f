/** Sorts the common beliefs by what they are about, so that one of 24 can be found. */

/** What a belief is about: being without people, oneself as one who asks, the others’ load, or what they will do. */
export type BeliefGroupId = "alone" | "self" | "weight" | "others";

/** One group, its beliefs in the order of the catalogue; its heading stands in the locale as `beliefs.group.<id>`. */
export interface BeliefGroup {
  readonly id: BeliefGroupId;
  readonly beliefs: readonly string[];
}

/** Every common belief once. A group says what a belief is about, never what somebody is. */
export const beliefGroups: readonly BeliefGroup[] = [
  { id: "alone", beliefs: ["bel-01", "bel-02", "bel-08", "bel-11", "bel-12"] },
  { id: "self", beliefs: ["bel-05", "bel-14", "bel-17", "bel-18", "bel-19", "bel-21", "bel-23"] },
  { id: "weight", beliefs: ["bel-06", "bel-09", "bel-10", "bel-13", "bel-20"] },
  { id: "others", beliefs: ["bel-03", "bel-04", "bel-07", "bel-15", "bel-16", "bel-22", "bel-24"] },
];
