/** What is believed before anything is known, and how noisy each kind of word is; `docs/guidance.md` says where from. */

/** Means and standard deviations, in points of the catalogue unless said otherwise. */
export const priors = {
  /** Reach, before and by how much the person's own rating of it moves it. */
  reach: { mean: 32, slope: 0.35, sd: 9.1 },
  domain: { sd: 7 },
  context: { sd: 5 },
  step: { sd: 9.5 },
  /** A person's ease: points for each point of comfort above 50. */
  person: { slope: 0.25, sd: 5.4 },
  /** How far beyond reach somebody still goes, half the time. */
  tolerance: { mean: 9, sd: 6.5 },
  /** What all reports of distress have in common, but not behaviour: below 0 is "I'm fine". */
  shade: { mean: -2, sd: 6.5 },
  /** How much reports spread wider than what is felt; a share. */
  stretch: { mean: 0, sd: 0.2 },
  /** Points for each unit of strain. */
  strain: { mean: 5, sd: 3 },
  /** Points learnt from a surprising try. */
  growth: { mean: 0.3, sd: 0.2 },
  /** What guesses before a try, and cards at the start, lie above reports of a peak. */
  guess: { mean: 8, sd: 8 },
  cards: { mean: 2, sd: 6 },
} as const;

/** Standard deviations: of words around what is so, on the straight scale; of their points (reading, rounding); of the moment. */
export const noise = { peak: 5.2, guess: 14, card: 9, points: 5, moment: 5.5 } as const;

/** Variance a day: what moves by itself. */
export const drift = { reach: 0.06, domain: 0.03, context: 0.03, person: 0.01, tolerance: 0.01, guess: 0.05 } as const;

/** What a surprising try brings to each number, in units of growth. */
export const growthTo = { reach: 0.6, domain: 0.8, context: 0.2 } as const;
