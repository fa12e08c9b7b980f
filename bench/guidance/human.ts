/** Draws one simulated person: what they can bear, whom they know, and how they speak of it. */
import { catalogueOf, contexts, domains, roleContexts, roles } from "./catalogue.ts";
import { chanceOf, happens, laplace, normal, oneOf, phi, shuffled, student, within, type Chance } from "./chance.ts";
import type { Safety, Someone, Step, UserMessage } from "./messages.ts";
import type { World } from "./worlds.ts";

/** Somebody of the circle as they truly are. */
export interface Other {
  readonly said: Someone;
  /** As in `World`. */
  readonly plain: boolean;
  /** Points that this person adds to a step of middling difficulty. */
  readonly weight: number;
  /** True chance of a yes or a partial one at a cost of 0.45, before and from the day on which they change. */
  readonly willing: number;
  readonly changed: { readonly day: number; readonly willing: number };
  readonly unsafe: boolean;
  readonly hurts: number;
  readonly harms: number;
  /** Chance that they can be reached on a day. */
  readonly inReach: number;
}

/** A simulated person; points as in `World`, lists in the order of steps, people, contexts and domains. */
export interface Human {
  readonly id: string;
  readonly world: World;
  readonly days: number;
  readonly steps: readonly Step[];
  readonly others: readonly Other[];
  readonly reach: number;
  readonly slope: number;
  readonly domainTimes: readonly number[];
  readonly domainPlus: readonly number[];
  /** Mean of the factors per domain. */
  readonly stretch: number;
  readonly contextPlus: readonly number[];
  readonly unfamiliarPlus: number;
  readonly quirks: readonly number[];
  readonly tolerance: number;
  readonly doneSpread: number;
  readonly strainMean: number;
  readonly strainWeight: number;
  readonly pessimism: number;
  readonly learning: number;
  /** Logits by which this person's guess of a yes lies below the truth. */
  readonly doubt: number;
  readonly reportShift: number;
  readonly reportShrink: number;
  /** Numbers are given in steps of this size. */
  readonly grid: number;
  readonly energyOwn: number;
  readonly intake: UserMessage["intake"];
}

const roleWeight: Readonly<Record<string, number>> = { partner: -2, friend: -1, manager: 4, colleague: 2, family: 1 };

/** A willingness around `mean`: a logistic normal whose spread falls with `sure`. */
const willingness = (chance: Chance, mean: number, sure: number): number => {
  const logit = Math.log(mean / (1 - mean)) + (2.6 / Math.sqrt(sure)) * normal(chance);
  return within(1 / (1 + Math.exp(-logit)), 0.03, 0.985);
};

const saidSafety = (chance: Chance, unsafe: boolean): Safety => {
  const u = chance();
  if (unsafe) return u < 0.45 ? "safe" : u < 0.85 ? "unsure" : "unsafe";
  return u < 0.75 ? "safe" : u < 0.98 ? "unsure" : "unsafe";
};

const drawOther = (chance: Chance, world: World, days: number, at: number): Other => {
  const longTail = world.plain ? normal : student;
  const unsafe = happens(chance, world.unsafe);
  const role = oneOf(chance, ["friend", ...roles]);
  const comfort = within(Math.round(56 + 22 * normal(chance) - (unsafe ? 8 : 0)), 2, 98);
  const willing = willingness(chance, world.willing - (unsafe ? 0.2 : 0), world.willingSure);
  const trust = within(Math.round(58 + 45 * (willing - 0.75) + 16 * normal(chance) - (unsafe ? 12 : 0)), 2, 98);
  const changing = happens(chance, world.changes);
  const day = Math.floor(days * (0.25 + 0.5 * chance()));
  const then = willingness(chance, world.willing - 0.12, world.willingSure);
  return {
    said: { id: `p${at}`, role, trust, comfort, safety: saidSafety(chance, unsafe) },
    plain: world.plain,
    // Ease grows faster near the top of the scale: a friend of friends is not halfway to a best friend.
    weight:
      (world.plain ? 0.25 * (50 - comfort) : 5 - 13 * (comfort / 100) ** 1.6) +
      (roleWeight[role] ?? 0) +
      world.personSpread * longTail(chance),
    willing,
    changed: { day: changing ? day : days + 1, willing: then },
    unsafe,
    hurts: unsafe ? world.hurts * (0.6 + 0.8 * chance()) : 0.008,
    harms: unsafe ? world.harms * (0.6 + 0.8 * chance()) : 0.001,
    inReach: within(world.inReach + 0.2 * normal(chance), 0.1, 0.97),
  };
};

const onGrid = (value: number, grid: number): number => within(Math.round(value / grid) * grid, 0, 100);

/** The cards sorted at the start, with an offset of the day and noise of their own. */
const drawRatings = (chance: Chance, human: Omit<Human, "intake">): UserMessage["intake"]["ratings"] => {
  const offset = 3 + 4 * normal(chance);
  return shuffled(
    chance,
    human.steps.map((step, i) => ({ step, i })),
  )
    .slice(0, 10)
    .map(({ step, i }) => {
      const k = domains.findIndex((name) => name === step.domain);
      const hard = step.difficulty * (human.domainTimes[k] ?? 1) + (human.domainPlus[k] ?? 0) + (human.quirks[i] ?? 0);
      const seen = hard - human.reach + offset + 9 * (human.world.plain ? normal : student)(chance);
      return { step: step.id, hard: onGrid(100 * phi(seen / human.slope), 5) };
    });
};

/** The person of that number in that world; always the same one. */
export const humanOf = (world: World, at: number): Human => {
  const chance = chanceOf(world.seed, world.name, "human", at);
  const steps = catalogueOf(world);
  const [peaked, longTail] = world.plain ? [normal, normal] : [laplace, student];
  const days = 60 + Math.floor(31 * chance());
  const reach = world.reach + (happens(chance, world.few) ? world.reachFew : 0) + world.reachSpread * longTail(chance);
  const half = world.domainFactor / 2;
  const domainTimes = domains.map(() => Math.exp(world.domainFactor * normal(chance) - half * world.domainFactor));
  const bare = {
    id: `${world.seed}-${world.name.replaceAll(" ", "-")}-${at}`,
    world,
    days,
    steps,
    others: Array.from({ length: 4 + Math.floor(5 * chance()) }, (_, i) => drawOther(chance, world, days, i)),
    reach: within(reach, 6, 72),
    slope: world.slope * Math.exp((world.plain ? 0 : 0.14) * normal(chance)),
    domainTimes,
    stretch: domainTimes.reduce((sum, times) => sum + times, 0) / domains.length,
    domainPlus: domains.map(() => (world.plain ? 7 : 4) * peaked(chance)),
    contextPlus: contexts.map(() => world.contextSpread * longTail(chance)),
    unfamiliarPlus: 3 + world.contextSpread * 0.6 * normal(chance),
    quirks: steps.map(() => world.quirk * peaked(chance)),
    tolerance: world.tolerance + world.toleranceSpread * normal(chance),
    // A probit of 11 is nearly a logistic of 6.5.
    doneSpread: world.plain ? 7 : 11 * Math.exp(0.2 * normal(chance)),
    strainMean: world.strain + 0.3 * normal(chance),
    strainWeight: world.plain
      ? Math.max(0, world.strainWeight + 3 * normal(chance))
      : world.strainWeight * Math.exp(0.35 * normal(chance)),
    pessimism: world.pessimism * Math.exp(0.4 * normal(chance)),
    learning: world.learning * Math.exp(0.4 * normal(chance)),
    doubt: 0.9 + 0.5 * normal(chance),
    reportShift: world.reportShift + (world.plain ? 6.5 : 4) * normal(chance),
    reportShrink: within(
      world.reportShrink + (world.plain ? 0.2 : 0.1) * normal(chance),
      0.4,
      world.plain ? 1.6 : 1.15,
    ),
    grid: oneOf(chance, [10, 10, 5, 1]),
    energyOwn: 5 * normal(chance),
  };
  const heard = bare.reach - world.reach;
  const intake = {
    selfReach: onGrid(world.reach + 2 + 0.7 * heard + 13 * longTail(chance), 5),
    ratings: drawRatings(chance, bare),
    independence: within(Math.round(31 - 0.4 * heard + 7 * normal(chance)), 0, 60),
  };
  return { ...bare, intake };
};

/** What this person says first. */
export const introduction = (human: Human): UserMessage => ({
  type: "user",
  user: human.id,
  day: 0,
  steps: human.steps,
  people: human.others.map(({ said }) => said),
  contexts,
  domains,
  roleContexts,
  intake: human.intake,
});
