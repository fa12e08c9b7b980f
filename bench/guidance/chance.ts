/** Draws seeded numbers: the same parts give the same series on every machine and for ever. */

/** The next uniform number in [0, 1). */
export type Chance = () => number;

/** Four 32-bit words from a text (the public domain hash cyrb128); good enough to part the streams of a bench. */
const wordsOf = (text: string): readonly [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i += 1) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
};

/** A stream of its own for each list of parts (Doty-Humphrey's sfc32, PractRand 2010). */
export const chanceOf = (...parts: readonly (string | number)[]): Chance => {
  let [a, b, c, d] = wordsOf(parts.join("/"));
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
};

/** True with probability `p`. */
export const happens = (chance: Chance, p: number): boolean => chance() < p;

/** A standard normal number (Box and Muller 1958); takes two uniform ones. */
export const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** A double exponential number of standard deviation 1: a sharp middle and long tails. */
export const laplace = (chance: Chance): number => {
  const u = chance() - 0.5;
  return (-Math.sign(u) * Math.log(Math.max(1e-12, 1 - 2 * Math.abs(u)))) / Math.SQRT2;
};

/** A number of standard deviation 1 with Student's tails of 4 degrees of freedom. */
export const student = (chance: Chance): number => {
  const square = [0, 1, 2, 3].reduce((sum) => sum + normal(chance) ** 2, 0);
  return normal(chance) / Math.sqrt(square / 4) / Math.SQRT2;
};

/** Standard normal distribution function (Abramowitz and Stegun 1964, 26.2.17; error below 7.5e-8). */
export const phi = (x: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp((-x * x) / 2) * poly;
  return x > 0 ? 1 - tail : tail;
};

/** A number kept between `least` and `most`. */
export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** One of a list that is not empty. */
export const oneOf = <T>(chance: Chance, list: readonly [T, ...T[]]): T =>
  list[Math.floor(chance() * list.length)] ?? list[0];

/** A list in another order (Fisher and Yates). */
export const shuffled = <T>(chance: Chance, list: readonly T[]): readonly T[] =>
  list
    .map((value) => ({ value, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
