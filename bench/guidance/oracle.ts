/** Chooses with open cards: the greatest true expected gain of the day among what is hardly ever overwhelming. */
import { legalPicks, type Policy } from "./policies.ts";
import type { Human } from "./human.ts";
import type { Day } from "./days.ts";
import type { AskMessage, Message, Outcome, Pick, UserMessage } from "./messages.ts";
import { marks, newness, reachGain, spotOf, taught, type Mind, type Spot } from "./mind.ts";
import { truthOf, wideMoments, yesChance } from "./trial.ts";

/** The greatest true chance of a peak above 80 that the oracle accepts. */
export const overBound = 0.02;

/** Three points of a normal number with their weights (Gauss and Hermite's quadrature). */
const nodes: readonly (readonly [at: number, weight: number])[] = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
];

/** Nodes for narrow and wide moments of standard deviation 1; both have their middle at 0. */
const moments: readonly (readonly [at: number, weight: number])[] = [
  ...nodes.map(([at, weight]) => [at, at === 0 ? weight : weight * (1 - wideMoments.share)] as const),
  ...nodes
    .filter(([at]) => at !== 0)
    .map(([at, weight]) => [at * wideMoments.times, weight * wideMoments.share] as const),
];

const outcomesOf = (human: Human, spot: Spot, day: Day): readonly (readonly [Outcome | null, number])[] => {
  const other = human.others[spot.other];
  if (other === undefined) return [[null, 1]];
  const yes = yesChance(other, human.steps[spot.step]?.cost ?? 0.45, day.day);
  const kind = 1 - other.hurts;
  return [
    ["yes", 0.8 * yes * kind],
    ["partial", 0.2 * yes * kind],
    ["no", (1 - yes) * kind],
    ["hurtful", other.hurts],
  ];
};

/** Expected points of reach from one pick, all that may come of it weighed by its true chance. */
export const expectedGain = (human: Human, mind: Mind, spot: Spot, day: Day): number => {
  const { gap, done } = truthOf(human, mind, spot, day);
  const fresh = newness(mind, spot, day.day);
  const { moment } = human.world;
  let carried = 0;
  for (const [outcome, share] of outcomesOf(human, spot, day)) {
    for (const [at, weight] of moments) {
      const change = taught(human, mind, fresh, { expected: gap, gap: gap + at * moment, outcome });
      carried += share * weight * reachGain(human, change);
    }
  }
  const other = human.others[spot.other];
  const stake = 0.5 + (human.steps[spot.step]?.difficulty ?? 0) / 60;
  const harm = (other?.harms ?? 0) * stake * reachGain(human, marks.harmed);
  const failed = 0.35 * reachGain(human, marks.started) + 0.65 * reachGain(human, marks.avoided);
  return done * (carried + harm) + (1 - done) * failed;
};

const best = (human: Human, mind: Mind, day: Day, user: UserMessage, ask: AskMessage): Pick | null => {
  let [chosen, most]: [Pick | null, number] = [null, 0];
  for (const { step, person, context } of legalPicks(user, ask)) {
    const pick = { step, person, context };
    const spot = spotOf(human, pick, day);
    if (spot === null || truthOf(human, mind, spot, day).over > overBound) continue;
    const gain = expectedGain(human, mind, spot, day);
    if (gain > most) [chosen, most] = [pick, gain];
  }
  return chosen;
};

/** The one of the scale: sees reach, willingness and intentions, and rests when nothing is worth it. */
export const oracle: Policy = {
  name: "oracle",
  start: ({ human, now }) => {
    let user: UserMessage | null = null;
    const barred = new Set<string>();
    const hear = (message: Message): void => {
      if (message.type === "user") user = message;
      if (message.type === "flag" || message.type === "harm") barred.add(message.person);
    };
    const answer = (ask: AskMessage): unknown => {
      const { mind, day } = now();
      if (user === null) return { id: ask.id, pick: null };
      const unsafe = user.people.filter(({ safety }) => safety === "unsafe").map(({ id }) => id);
      const kind = ask.people.filter((id) => !barred.has(id) && !unsafe.includes(id));
      return { id: ask.id, pick: best(human, mind, day, user, { ...ask, people: kind }) };
    };
    return { hear, answer };
  },
};
