/** How strained somebody is today, from the energy of their check-ins, on a scale that is the same for everybody. */

/** Strain in standard deviations of people in general: mean and variance, as of a day. Positive is strained. */
export type Strain = { readonly mean: number; readonly variance: number; readonly day: number };

/** Energy is about 55 on an ordinary day and 17 lower for each unit of strain; single check-ins scatter by 11. */
export const energyAt = { ordinary: 55, perUnit: 17, sd: 11 } as const;

/** How much of a day's strain is left on the next; without news it returns to what is usual for people in general. */
const kept = 0.88;

/** Before any check-in. */
export const usualStrain = (day: number): Strain => ({ mean: 0, variance: 1, day });

/** The strain of a later day, with nothing heard between. Going back in time changes nothing. */
export const strainOn = (strain: Strain, day: number): Strain => {
  if (day <= strain.day) return strain;
  const share = kept ** (day - strain.day);
  return { mean: strain.mean * share, variance: strain.variance * share * share + (1 - share * share), day };
};

/** After a check-in: Kalman's update of one number. */
export const afterCheckin = (strain: Strain, day: number, energy: number): Strain => {
  const before = strainOn(strain, day);
  const said = (energyAt.ordinary - energy) / energyAt.perUnit;
  const gain = before.variance / (before.variance + (energyAt.sd / energyAt.perUnit) ** 2);
  return {
    mean: before.mean + gain * (said - before.mean),
    variance: before.variance * (1 - gain),
    day: before.day,
  };
};
