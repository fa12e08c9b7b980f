/** The normal curve, and the bent scale between points of distress and the state's straight one. */

/** How steeply distress bends at its ends: a distance of 14 beyond reach brings 73 of 100. */
export const bend = 14;

/** Density of the standard normal at `x`. */
export const density = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** Coefficients of the Chebyshev fit to erfc (Press et al. 1992, Numerical Recipes, 6.2). */
const fit = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const;

/** Share of the standard normal below `x`; relative error below 1.2e-7 everywhere, so that far tails keep their ratio. */
export const below = (x: number): number => {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * z);
  let sum = 0;
  for (let i = fit.length - 1; i >= 0; i -= 1) sum = sum * t + (fit[i] ?? 0);
  const tail = 0.5 * t * Math.exp(-z * z + sum);
  return x >= 0 ? 1 - tail : tail;
};

/** Density over share below (the inverse Mills ratio): how far knowing "below 0" pulls. About -x far to the left. */
export const pull = (x: number): number => (x < -30 ? -x : density(x) / below(x));

/** Half the width of a 90 % interval, in standard deviations. */
export const ninety = 1.6448536269514722;

/** The logistic function. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Its inverse, for a share strictly between 0 and 1. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** Points of distress (0 to 100) at a distance beyond reach. */
export const pointsAt = (u: number): number => 100 * logistic(u / bend);

/** The distance at which so many points are felt; the points must lie strictly between 0 and 100. */
export const distanceAt = (points: number): number => bend * logit(points / 100);

/** A logistic curve of slope 1 is close to a normal one of this width (Bowling et al. 2009, J Ind Eng Manag 2:114-127). */
export const logisticWidth = 1.702;

/** Mean of the logistic of a normal variable, by MacKay's approximation (1992, Neural Comput 4:720-736). */
export const meanLogistic = (mean: number, variance: number): number =>
  logistic(mean / Math.sqrt(1 + (Math.PI / 8) * variance));
