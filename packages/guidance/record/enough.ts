/**
 * How many cases a figure must rest on before it is put into words.
 *
 * Design choices, on the careful side: the ones who read these figures have learnt to read them against themselves.
 */

/** Known answers with a guess before a calibration curve is drawn: two groups of five at the least. */
export const enoughForCurve = 10;

/** Cases in one group of the curve; a share of fewer than three says nothing but one person's mood. */
export const enoughInGroup = 3;

/**
 * Tries before a trend is spoken of. With ten, Kendall's statistic is close enough to normal for the interval
 * (Kendall 1970, Rank Correlation Methods, chapter 4).
 */
export const enoughForTrend = 10;

/** Tries that told how they felt before reach is spoken of; the estimate itself needs none, and knows little before. */
export const enoughForReach = 10;

/** The newest tries over which a mean runs: about two weeks at the usual pace, short enough to move. */
export const runOf = 8;

/** Answers on how it was to be asked before anything is said of them together. */
export const enoughOfThem = 5;
