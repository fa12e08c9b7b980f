/** Gives the true chances of a step on a day: carried out, overwhelming, answered with yes. */
import { phi, within } from "./chance.ts";
import type { Day } from "./days.ts";
import type { Human, Other } from "./human.ts";
import { gapOf, type Mind, type Spot } from "./mind.ts";

/** Ordinary moments and one in ten that is 2.5 times as wide (a contaminated normal, Tukey 1960). */
export const wideMoments = { share: 0.1, times: 2.5 } as const;

/** How far beyond reach a step looks from before it: half of the pessimism, and more after an avoided one. */
export const looks = (human: Human, mind: Mind, gap: number): number =>
  human.world.plain ? gap : gap + 0.5 * mind.pessimism + (mind.avoidedLast ? human.world.avoidance : 0);

/** Chance that a step at that distance is carried out, if there is a chance to try it. */
export const doneChance = (human: Human, mind: Mind, gap: number): number => {
  const room = (human.tolerance - looks(human, mind, gap)) / human.doneSpread;
  if (human.world.plain) return 1 / (1 + Math.exp(-room));
  switch (human.world.shape) {
    case "probit":
      return phi(room);
    case "cloglog":
      // Nearly sure while it looks easy, then a sharp fall; 0.5 where the probit has it too.
      return Math.exp(-Math.exp(-1.25 * room - 0.3665));
  }
};

/** Chance that the true peak is above 80 when the step is tried at that distance. */
export const overChance = (human: Human, gap: number): number => {
  const need = (0.8416 * human.slope - gap) / human.world.moment;
  if (human.world.plain) return 1 - phi(need);
  return (1 - wideMoments.share) * (1 - phi(need)) + wideMoments.share * (1 - phi(need / wideMoments.times));
};

/** Log odds that fall by 2 from the cheapest request to the dearest. */
const plainYes = (at: number, cost: number): number => 1 / (1 + ((1 - at) / at) * Math.exp(2 * (cost - 0.45)));

/** True chance of yes or partly, for a request of that cost on that day. */
export const yesChance = (other: Other, cost: number, day: number): number => {
  const at = day >= other.changed.day ? other.changed.willing : other.willing;
  return other.plain ? plainYes(at, cost) : within(at ** ((0.35 + cost) / 0.8), 0, 1);
};

/** What everybody outside can only guess, for one legal pick. */
export const truthOf = (
  human: Human,
  mind: Mind,
  spot: Spot,
  day: Day,
): { readonly gap: number; readonly done: number; readonly over: number } => {
  const gap = gapOf(human, mind, spot, day);
  return { gap, done: doneChance(human, mind, gap), over: overChance(human, gap) };
};
