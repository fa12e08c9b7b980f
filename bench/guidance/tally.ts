/** Counts what the figures are made of: sums over one person's whole run, nothing but numbers. */

/** All zeros; each figure is a ratio or a root of these sums. */
export const emptyTally = {
  gain: 0,
  restDays: 0,
  offers: 0,
  attempted: 0,
  overwhelmed: 0,
  tried: 0,
  done: 0,
  flagged: 0,
  afterHarm: 0,
  illegal: 0,
  broken: 0,
  lowDays: 0,
  lowOffers: 0,
  lowHard: 0,
  badEvents: 0,
  badFollowed: 0,
  asHard: 0,
  reachN: 0,
  reachIn: 0,
  reachSq: 0,
  reachBias: 0,
  yesN: 0,
  yesIn: 0,
  yesSq: 0,
  peakN: 0,
  peakIn: 0,
  peakSq: 0,
  doneN: 0,
  doneY: 0,
  doneSq: 0,
  pickYesN: 0,
  pickYesY: 0,
  pickYesSq: 0,
  overN: 0,
  overSaid: 0,
  overY: 0,
  probeN: 0,
  probeDoneSq: 0,
  probePeakSq: 0,
  trendN: 0,
  trendSq: 0,
  trendY: 0,
  reportN: 0,
  reportRight: 0,
  swapped: 0,
};

/** The name of one sum. */
export type Field = keyof typeof emptyTally;

/** One person's sums. */
export type Tally = Readonly<Record<Field, number>>;

const isField = (name: string): name is Field => name in emptyTally;

/** Every field there is. */
export const fields: readonly Field[] = Object.keys(emptyTally).filter(isField);

/** A counter that starts at nothing. */
export interface Counter {
  readonly add: (field: Field, value?: number) => void;
  readonly tally: () => Tally;
}

/** A fresh counter. */
export const counter = (): Counter => {
  const sums: Record<Field, number> = { ...emptyTally };
  return {
    add: (field, value = 1) => {
      sums[field] += value;
    },
    tally: () => ({ ...sums }),
  };
};

/** The sum of many people's tallies. */
export const total = (tallies: readonly Tally[]): Tally => {
  const sums: Record<Field, number> = { ...emptyTally };
  for (const tally of tallies) for (const field of fields) sums[field] += tally[field];
  return sums;
};
