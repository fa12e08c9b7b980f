/** Lays out the days of a person that no policy can change: strain, energy, who and what is in reach. */
import { contexts } from "./catalogue.ts";
import { chanceOf, happens, normal, within } from "./chance.ts";
import type { Human } from "./human.ts";

/** One day as it comes. */
export interface Day {
  readonly day: number;
  /** 0 on an ordinary day of an ordinary person; a bad week adds 1.2 to 2.4. */
  readonly strain: number;
  /** The reported energy, 0-100; undefined where no note was made, null where it was left open. */
  readonly energy: number | null | undefined;
  /** Where nothing is asked that day, the policy is not called. */
  readonly asked: boolean;
  readonly inReach: readonly string[];
  readonly possible: readonly string[];
  /** What reach has wandered since day 0, in points. */
  readonly drift: number;
}

const laidOut = new WeakMap<Human, readonly Day[]>();

/** All days, the same whatever the policy does. Laid out once. */
export const daysOf = (human: Human): readonly Day[] => {
  const days = laidOut.get(human) ?? layOut(human);
  laidOut.set(human, days);
  return days;
};

const layOut = (human: Human): readonly Day[] => {
  const chance = chanceOf(human.id, "days");
  const { world } = human;
  const laid: Day[] = [];
  let [slow, bad, depth, drift] = [0, 0, 0, 0];
  for (let day = 0; day < human.days; day += 1) {
    slow = world.plain ? 0.88 * slow + 0.47 * normal(chance) : 0.85 * slow + 0.33 * normal(chance);
    bad = Math.max(0, bad - 1);
    if (happens(chance, world.badWeek)) [bad, depth] = [5 + Math.floor(7 * chance()), 1.2 + 1.2 * chance()];
    drift += world.trend + world.drift * normal(chance);
    const strain = human.strainMean + slow + (bad > 0 ? depth : 0);
    const felt = within(60 + human.energyOwn - 19 * strain + 9 * normal(chance), 0, 100);
    const noted = happens(chance, world.notes);
    const open = happens(chance, 0.03);
    laid.push({
      day,
      strain,
      energy: noted ? (open ? null : Math.round(felt / 5) * 5) : undefined,
      asked: happens(chance, world.asks) || day === human.days - 1,
      inReach: human.others.filter((other) => happens(chance, other.inReach)).map(({ said }) => said.id),
      possible: contexts.filter(() => happens(chance, world.possible)),
      drift,
    });
  }
  return laid;
};
