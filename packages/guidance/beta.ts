/** The beta distribution: its cumulative share and its quantiles, in double precision. */

/** Lanczos coefficients for g = 7, n = 9 (Lanczos 1964, SIAM J Numer Anal B 1:86-96; digits after Godfrey 2001). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function for `x` > 0; about 14 digits. */
export const lnGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const t = x + 6.5;
  const series = lanczos.reduce((sum, coefficient, i) => (i === 0 ? coefficient : sum + coefficient / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
};

/** Keeps a denominator of the continued fraction away from zero. */
const tiny = 1e-300;
const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. Converges for x below the mean. */
const fraction = (a: number, b: number, x: number): number => {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
};

/**
 * The regularised incomplete beta function I_x(a, b): the share of Beta(a, b) below `x` (0 to 1), for `a`, `b` > 0.
 * DLMF 8.17; the symmetry I_x(a, b) = 1 - I_(1-x)(b, a) keeps the fraction where it converges fast.
 */
export const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) / a) * fraction(a, b, x);
};

/** The density of Beta(a, b) at `x`, strictly between 0 and 1. */
const densityOf = (a: number, b: number, x: number): number =>
  Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));

/**
 * The `x` below which the share `p` (0 to 1) of Beta(a, b) lies, exact to about 1e-15: Newton's steps, and halving
 * where one of them would leave the bracket or hardly shorten it.
 */
export const betaQuantile = (a: number, b: number, p: number): number => {
  let low = 0;
  let high = 1;
  let x = Math.min(0.999, Math.max(0.001, a / (a + b)));
  for (let i = 0; i < 120 && high - low > 1e-16; i += 1) {
    const off = incompleteBeta(a, b, x) - p;
    if (off < 0) low = x;
    else high = x;
    const step = off / densityOf(a, b, x);
    const next = x - step;
    if (Math.abs(step) < 1e-15 * x) return next > low && next < high ? next : x;
    // Every third move halves, so that a flat tail cannot hold it up.
    x = next > low && next < high && i % 3 !== 2 ? next : (low + high) / 2;
  }
  return (low + high) / 2;
};
