/** Holds what a person has learnt so far, how hard a step is for them now, and what a step would teach. */
import { contexts, domains, roleContexts } from "./catalogue.ts";
import { phi, within } from "./chance.ts";
import type { Day } from "./days.ts";
import type { Human } from "./human.ts";
import type { Outcome, Pick } from "./messages.ts";

/** Points of ease gained (or lost) since the start, and what was done of late. */
export interface Mind {
  readonly general: number;
  readonly domain: readonly number[];
  readonly context: readonly number[];
  readonly unfamiliar: number;
  readonly other: readonly number[];
  readonly step: readonly number[];
  /** Points by which steps look harder than they are. */
  readonly pessimism: number;
  readonly avoidedLast: boolean;
  readonly lately: readonly (Spot & { readonly day: number })[];
}

/** A pick by its places in the lists of its person; `other` is -1 where nobody is needed. */
export interface Spot {
  readonly step: number;
  readonly domain: number;
  readonly context: number;
  readonly other: number;
}

/** What a step changes, each part for its own step, domain, context or person alone. */
export interface Change {
  readonly general: number;
  readonly domain: number;
  readonly context: number;
  readonly unfamiliar: number;
  readonly other: number;
  readonly step: number;
  readonly pessimism: number;
}

const nothing: Change = { general: 0, domain: 0, context: 0, unfamiliar: 0, other: 0, step: 0, pessimism: 0 };

/** Nothing learnt yet. */
export const freshMind = (human: Human): Mind => ({
  general: 0,
  domain: domains.map(() => 0),
  context: contexts.map(() => 0),
  unfamiliar: 0,
  other: human.others.map(() => 0),
  step: human.steps.map(() => 0),
  pessimism: human.pessimism,
  avoidedLast: false,
  lately: [],
});

/** Where a legal pick stands in the lists; null when it is not legal on that day. */
export const spotOf = (human: Human, pick: Pick, day: Day): Spot | null => {
  const at = human.steps.findIndex(({ id }) => id === pick.step);
  const step = human.steps[at];
  const context = contexts.findIndex((name) => name === pick.context);
  if (step === undefined || !step.contexts.includes(pick.context) || !day.possible.includes(pick.context)) return null;
  const domain = domains.findIndex((name) => name === step.domain);
  if (!step.needsPerson) return { step: at, domain, context, other: -1 };
  const other = human.others.findIndex(({ said }) => said.id === pick.person);
  const role = human.others[other]?.said.role ?? "";
  const legal = day.inReach.includes(pick.person ?? "") && step.roles.includes(role) && meets(role, pick.context);
  return legal ? { step: at, domain, context, other } : null;
};

const meets = (role: string, context: string): boolean => roleContexts[role]?.includes(context) ?? false;

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

/** Distance beyond reach in points, on that day, before the chance of the moment; 0 brings a peak of 50. */
export const gapOf = (human: Human, mind: Mind, spot: Spot, day: Day): number => {
  const difficulty = human.steps[spot.step]?.difficulty ?? 0;
  const other = human.others[spot.other];
  // Who is there weighs more the more there is at stake.
  const stake = human.world.plain ? 1 : 0.5 + difficulty / 80;
  const weight = other === undefined ? 0 : other.weight * stake - at(mind.other, spot.other);
  const step = at(human.quirks, spot.step) - at(mind.step, spot.step);
  const domain = at(human.domainPlus, spot.domain) - at(mind.domain, spot.domain);
  const context = at(human.contextPlus, spot.context) - at(mind.context, spot.context);
  const reach = human.reach + day.drift + mind.general;
  return (
    difficulty * at(human.domainTimes, spot.domain) + weight + step + domain + context - reach + strainOf(human, day)
  );
};

/** Strain costs more than in proportion once it is high, and good days help less than bad ones hurt. */
const strainOf = ({ world, strainWeight }: Human, { strain }: Day): number =>
  strainWeight * (world.plain ? strain : strain > 0 ? strain * (0.8 + 0.2 * strain) : 0.7 * strain);

/** Peak distress, 0-100, at a distance of `gap` points. */
export const peakAt = (human: Human, gap: number): number =>
  100 * (human.world.plain ? 1 / (1 + Math.exp(-gap / 14)) : phi(gap / human.slope));

/** The distress this person would report of it: shifted and shrunk by habit, without noise. */
export const reportAt = (human: Human, gap: number): number => {
  const { reportShrink, reportShift } = human;
  return human.world.plain
    ? peakAt(human, reportShrink * (gap + reportShift))
    : reportShrink * peakAt(human, gap + reportShift);
};

const mean = (list: readonly number[]): number => {
  let sum = 0;
  for (const value of list) sum += value;
  return sum / Math.max(1, list.length);
};

/** The published difficulty that brings this person to 50: average step and person, ordinary day, five contexts. */
export const reachOf = (human: Human, mind: Mind, drift: number): number => {
  const known = contexts.map((_, c) => at(human.contextPlus, c) - at(mind.context, c));
  const settings = mean([...known, human.unfamiliarPlus - mind.unfamiliar]);
  const plus = mean(human.domainPlus) - mean(mind.domain) + settings;
  return (human.reach + drift + mind.general - plus) / human.stretch;
};

/** What a change adds to reach as `reachOf` counts it. */
export const reachGain = (human: Human, change: Change): number =>
  (change.general + change.domain / domains.length + (change.context + change.unfamiliar) / (contexts.length + 1)) /
  human.stretch;

/** Repeating the same teaches less: 1 for something quite new, falling with what was done in the last 14 days. */
export const newness = (mind: Mind, spot: Spot, day: number): number => {
  let same = 0;
  for (const past of mind.lately) {
    if (day - past.day > 14) continue;
    if (past.step === spot.step) same += 0.45;
    if (past.other === spot.other && spot.other >= 0) same += 0.12;
    if (past.context === spot.context) same += 0.06;
    if (past.domain === spot.domain) same += 0.06;
  }
  return 1 / (1 + same);
};

/** Shift of how bad it was, in points, by what the other person answered. */
const outcomeShift: Readonly<Record<Outcome, number>> = { yes: -8, partial: -3, no: 5, hurtful: 24 };

/** How bad it was, as a distance: the moment and what was answered. */
export const badGap = (gap: number, outcome: Outcome | null): number =>
  gap + (outcome === null ? 0 : outcomeShift[outcome]);

/**
 * What a step that was carried out teaches: surprise (expected badness minus felt badness), only as far as the alarm
 * rang at all, less for what is familiar and towards a ceiling; overwhelm and hurt undo more than they are worth.
 * `expected` and `gap` are distances in points, without and with the chance of the moment.
 */
export const taught = (
  human: Human,
  mind: Mind,
  fresh: number,
  { expected, gap, outcome }: { readonly expected: number; readonly gap: number; readonly outcome: Outcome | null },
): Change => {
  const felt = badGap(gap, outcome);
  const surprise = phi((expected + mind.pessimism) / human.slope) - phi(felt / human.slope);
  const alarm = phi((gap + 8) / 9);
  const room = Math.max(0.05, 1 - (mind.general + mean(mind.domain)) / human.world.ceiling);
  const size = (human.learning * alarm * surprise) / 0.22;
  const learnt = size > 0 ? size * fresh * room : 0.5 * size;
  const over = gap > 0.8416 * human.slope ? 1 : 0;
  const hurt = outcome === "hurtful" ? 1 : 0;
  const { spread } = human.world;
  return {
    general: learnt * (0.3 + 0.4 * spread) - 0.6 * over - 0.6 * hurt,
    domain: 0.9 * learnt - 1.2 * over - 1.1 * hurt,
    context: 0.7 * learnt - 0.4 * over,
    unfamiliar: learnt > 0 ? 0.9 * spread * learnt * fresh : 0,
    other: 0.8 * learnt - 3 * over - 9 * hurt,
    step: 1.4 * learnt - 4 * over,
    pessimism: -0.12 * (size > 0 ? Math.min(1, size) : 2 * size) + over + 0.5 * hurt,
  };
};

/** What avoiding, breaking off, or later harm leaves behind. */
export const marks = {
  avoided: { ...nothing, general: -0.02, domain: -0.04, step: -0.8, pessimism: 0.15 },
  started: { ...nothing, general: -0.06, domain: -0.1, step: -1.5, other: -0.5, pessimism: 0.3 },
  overwhelmed: { ...nothing, general: -0.6, domain: -1.2, context: -0.4, step: -4, other: -3, pessimism: 1 },
  harmed: { ...nothing, general: -0.8, domain: -1.2, other: -15, pessimism: 1 },
} as const satisfies Readonly<Record<string, Change>>;

const added = (list: readonly number[], index: number, value: number): readonly number[] =>
  value === 0 || index < 0 ? list : list.map((old, i) => (i === index ? old + value : old));

/** The mind after a change at that spot. */
export const changed = (mind: Mind, spot: Spot, change: Change): Mind => ({
  ...mind,
  general: mind.general + change.general,
  domain: added(mind.domain, spot.domain, change.domain),
  context: added(mind.context, spot.context, change.context),
  unfamiliar: mind.unfamiliar + change.unfamiliar,
  other: added(mind.other, spot.other, change.other),
  step: added(mind.step, spot.step, change.step),
  pessimism: within(mind.pessimism + change.pessimism, 0, 30),
});

/** The mind a day later: gains fade, losses heal four times as fast, what is long past no longer counts as familiar. */
export const slept = (human: Human, mind: Mind, day: number): Mind => {
  const { forgetting } = human.world;
  const fade = (value: number): number => value * (1 - (value > 0 ? forgetting : 4 * forgetting));
  return {
    ...mind,
    general: fade(mind.general),
    domain: mind.domain.map(fade),
    context: mind.context.map(fade),
    unfamiliar: fade(mind.unfamiliar),
    other: mind.other.map(fade),
    step: mind.step.map(fade),
    lately: mind.lately.filter((past) => day - past.day <= 14),
  };
};
