/** What a step is to the rules and the guidance, wherever it comes from. */
import type { Context, Disclosure, Role, Strand } from "../events/fields.ts";

/** A step of the catalogue or of one's own, without its words beyond the title. */
export type StepSpec = {
  readonly id: string;
  readonly strand: Strand;
  readonly title: string;
  /** Expected peak distress for an average person on an ordinary day, 0 to 100. */
  readonly difficulty: number;
  /** How much it asks of the other person, 0 to 1. */
  readonly cost: number;
  /** Whether it takes somebody of one's circle. */
  readonly needsPerson: boolean;
  readonly roles: readonly Role[];
  readonly contexts: readonly Context[];
  readonly disclosure: Disclosure;
  readonly touch: boolean;
  /** The next easier step of its chain, when the catalogue names one. */
  readonly smaller?: string | null;
};

/** Whether the safety questions come again before a step: it tells something larger about oneself, or it has touch in it. */
export const asksAgain = ({ disclosure, touch }: Pick<StepSpec, "disclosure" | "touch">): boolean =>
  disclosure === "large" || touch;
