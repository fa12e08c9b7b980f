/** Lists the worlds that people are drawn from: one set for tuning, another with other numbers for reports. */

/** How the chance of carrying a step out falls with how hard it looks. */
export type DoneShape = "probit" | "cloglog";

/** What a world is made of. Points are those of the 0-100 scale of difficulty; shares and chances lie in 0-1. */
export interface World {
  readonly name: string;
  /** Keeps the people of two sets of worlds apart. */
  readonly seed: string;
  /** True: normal numbers, logistic curves, parts that only add up, as the design page writes people. */
  readonly plain: boolean;
  readonly steps: number;
  /** Two kinds of people: mean reach of the many, how far the few stand above, and the share of the few. */
  readonly reach: number;
  readonly reachFew: number;
  readonly few: number;
  readonly reachSpread: number;
  /** Standard deviations, in points, of what is peculiar to a step, a person and a context; of factors per domain. */
  readonly quirk: number;
  readonly personSpread: number;
  readonly contextSpread: number;
  readonly domainFactor: number;
  /** Points of distance that take a peak of 50 to about 84 (one standard normal deviate). */
  readonly slope: number;
  /** Standard deviation of a moment; one in ten moments is 2.5 times as wide. */
  readonly moment: number;
  /** Report of a peak: shift and noise in points, factor on the scale, share of fields left empty. */
  readonly reportShift: number;
  readonly reportShrink: number;
  readonly reportNoise: number;
  readonly silence: number;
  /** Share of events that never arrive, arrive late, arrive twice. */
  readonly lost: number;
  readonly late: number;
  readonly twice: number;
  readonly shape: DoneShape;
  readonly tolerance: number;
  readonly toleranceSpread: number;
  /** Points that an avoided step adds to how hard the next one looks. */
  readonly avoidance: number;
  /** Points by which steps look harder than they turn out, at first. */
  readonly pessimism: number;
  /** Strain: its mean, chance a day that a bad week begins, points a unit. */
  readonly strain: number;
  readonly badWeek: number;
  readonly strainWeight: number;
  /** Learning from a clear surprise in points, its ceiling, share lost a day, and how much reaches unknown contexts. */
  readonly learning: number;
  readonly ceiling: number;
  readonly forgetting: number;
  readonly spread: number;
  /** Random walk of reach a day, and its trend. */
  readonly drift: number;
  readonly trend: number;
  /** The circle: share of truly unsafe people, their chance of a hurtful answer, of later harm, of being marked then. */
  readonly unsafe: number;
  readonly hurts: number;
  readonly harms: number;
  readonly marks: number;
  /** Mean willingness at a cost of 0.45, how concentrated (beta), chance that somebody changes for good. */
  readonly willing: number;
  readonly willingSure: number;
  readonly changes: number;
  /** Chances a day: an ask, a person in reach, a context possible, an energy note, a step of one's own. */
  readonly asks: number;
  readonly inReach: number;
  readonly possible: number;
  readonly notes: number;
  readonly own: number;
  /** Chance that there is no chance to try. */
  readonly noChance: number;
}

const tuningBase: World = {
  name: "base",
  seed: "tuning",
  plain: false,
  steps: 36,
  reach: 30,
  reachFew: 12,
  few: 0.25,
  reachSpread: 8,
  quirk: 8.5,
  personSpread: 5,
  contextSpread: 5,
  domainFactor: 0.15,
  slope: 23,
  moment: 5.5,
  reportShift: -2,
  reportShrink: 1,
  reportNoise: 4,
  silence: 0.1,
  lost: 0.05,
  late: 0.08,
  twice: 0.05,
  shape: "probit",
  tolerance: 15,
  toleranceSpread: 6,
  avoidance: 3,
  pessimism: 9,
  strain: 0,
  badWeek: 0.012,
  strainWeight: 5,
  learning: 0.75,
  ceiling: 34,
  forgetting: 0.004,
  spread: 0.5,
  drift: 0.12,
  trend: 0,
  unsafe: 0.08,
  hurts: 0.35,
  harms: 0.12,
  marks: 0.35,
  willing: 0.76,
  willingSure: 7,
  changes: 0.03,
  asks: 0.9,
  inReach: 0.6,
  possible: 0.8,
  notes: 0.8,
  own: 0.05,
  noChance: 0.12,
};

/** The sizes that the design page gives; 23 is the slope at which 80 of 100 lies where its logistic curve has it. */
const asWritten: Partial<World> = {
  plain: true,
  few: 0,
  reachSpread: 9,
  quirk: 9.5,
  personSpread: 5.4,
  domainFactor: 0,
  slope: 23.06,
  tolerance: 9,
  toleranceSpread: 6.5,
  badWeek: 0,
};

/** The kinds of worlds beside the base: what each of them changes. */
const kinds = (base: World): readonly Partial<World>[] => [
  {},
  { name: "noisy", moment: base.moment * 1.35, reportNoise: base.reportNoise * 2.2, quirk: base.quirk * 1.2 },
  { name: "avoidant", tolerance: base.tolerance - 9, avoidance: base.avoidance * 2.5, pessimism: base.pessimism + 5 },
  { name: "under-reporting", reportShrink: 0.62, reportShift: base.reportShift - 5 },
  { name: "unsafe circle", unsafe: base.unsafe * 3.5, harms: base.harms * 1.4, willing: base.willing - 0.08 },
  { name: "burnt out", strain: 0.9, badWeek: base.badWeek * 2, strainWeight: base.strainWeight * 1.3 },
  { name: "slow learners", learning: base.learning * 0.45, forgetting: base.forgetting * 1.8 },
  { name: "sparse", silence: 0.4, lost: 0.2, asks: base.asks * 0.65, notes: 0.35, late: 0.2 },
  { name: "drifting", drift: base.drift * 4, trend: -0.05 },
  { name: "context-bound", contextSpread: base.contextSpread * 2.2, spread: 0.2, possible: base.possible * 0.7 },
  { name: "changing hearts", changes: 0.6, willingSure: base.willingSure * 0.5 },
  { name: "as written", ...asWritten },
];

/** Worlds that may be looked at while the engine is tuned. */
export const tuningWorlds: readonly World[] = kinds(tuningBase).map((changes) => ({ ...tuningBase, ...changes }));

/** Another population: other sizes, another rule of being done, other tails. Never to be tuned on. */
const reportBase: World = {
  ...tuningBase,
  seed: "report",
  steps: 40,
  reach: 28,
  reachFew: 16,
  few: 0.3,
  reachSpread: 7,
  quirk: 9.5,
  personSpread: 5.8,
  contextSpread: 4.4,
  domainFactor: 0.18,
  slope: 24.5,
  moment: 5,
  reportShift: -3,
  reportNoise: 4.6,
  silence: 0.13,
  shape: "cloglog",
  tolerance: 14,
  toleranceSpread: 7,
  avoidance: 2.2,
  pessimism: 11,
  badWeek: 0.015,
  strainWeight: 4.4,
  learning: 0.85,
  ceiling: 30,
  forgetting: 0.005,
  spread: 0.4,
  unsafe: 0.1,
  hurts: 0.3,
  willing: 0.72,
  willingSure: 5.5,
  inReach: 0.55,
  own: 0.08,
  noChance: 0.15,
};

/** Worlds for the published tables, of the same kinds and with fresh numbers and seeds. */
export const reportWorlds: readonly World[] = kinds(reportBase).map((changes) => ({ ...reportBase, ...changes }));

/** The two sets by name. */
export const worldSets = { tuning: tuningWorlds, report: reportWorlds } as const;
