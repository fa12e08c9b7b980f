/** Says how one load lies: on the person, kept by choice, on its way off, or held by somebody else too. */
import { loadKinds, type Experiment, type Load, type LoadKind } from "@belay/domain";

/** How a load is drawn. */
export type Look = "here" | "kept" | "on-the-way" | "held";

/** How one load lies, with the step that says so where there is one. */
export interface Lying {
  readonly load: Load;
  readonly look: Look;
  /** The newest step taken up for it since it was last decided to keep it; null where there is none. */
  readonly experiment: Experiment | null;
}

/** Whether somebody said yes to at least a part: the noted outcome where there is one, else the newest answer. */
export const taken = ({ outcome, answers }: Pick<Experiment, "outcome" | "answers">): boolean => {
  const said = outcome?.outcome ?? answers.at(-1)?.answer ?? null;
  return said === "yes" || said === "partly";
};

/** A yes to a no means that the no was taken, not the load. */
const isHeld = (load: Load, experiment: Experiment): boolean =>
  taken(experiment) && (load.decision?.choice === "share" || load.decision?.choice === "hand-over");

/**
 * How a load lies. The newest decision stands: what one decided to keep is kept, whoever was asked before. A yes to
 * any of its asks counts, also when a later one was refused: nobody gave it back by that.
 */
export const lying = (load: Load, experiments: readonly Experiment[]): Lying => {
  const own = experiments.filter(({ id }) => load.experiments.includes(id));
  if (load.decision === null) return { load, look: "here", experiment: own[0] ?? null };
  if (load.decision.choice === "keep") return { load, look: "kept", experiment: null };
  const holds = own.find((experiment) => isHeld(load, experiment));
  if (holds !== undefined) return { load, look: "held", experiment: holds };
  return { load, look: "on-the-way", experiment: own[0] ?? null };
};

/** Loads of one sort. */
export interface Pile {
  readonly sort: LoadKind;
  /** In the order in which they were added. */
  readonly lies: readonly Lying[];
}

/** What is carried now, sort by sort, each sort also when it is empty. What was laid down is not in it. */
export const piles = (loads: readonly Load[], experiments: readonly Experiment[]): readonly Pile[] =>
  loadKinds.map((sort) => ({
    sort,
    lies: loads.filter((load) => load.sort === sort && load.putDownOn === null).map((load) => lying(load, experiments)),
  }));

/** Which sentence the picture bears: the sorts that lie there, and never how many. */
export type LiesSentence =
  | "load.liesNone"
  | "load.liesHeld"
  | "load.lies.all"
  | `load.lies.${LoadKind}`
  | "load.lies.emotional-financial"
  | "load.lies.emotional-logistical"
  | "load.lies.financial-logistical";

/** The sentence beside the picture. What somebody else holds does not lie on the person. */
export const liesSentence = (all: readonly Pile[]): LiesSentence => {
  const [emotional = false, financial = false, logistical = false] = loadKinds.map((sort) =>
    all.some((pile) => pile.sort === sort && pile.lies.some(({ look }) => look !== "held")),
  );
  if (emotional && financial) return logistical ? "load.lies.all" : "load.lies.emotional-financial";
  if (emotional) return logistical ? "load.lies.emotional-logistical" : "load.lies.emotional";
  if (financial) return logistical ? "load.lies.financial-logistical" : "load.lies.financial";
  if (logistical) return "load.lies.logistical";
  return all.some(({ lies }) => lies.length > 0) ? "load.liesHeld" : "load.liesNone";
};

/** Blocks of one pile that are drawn; the rest is said in words below it. */
export const drawnBlocks = 6;
