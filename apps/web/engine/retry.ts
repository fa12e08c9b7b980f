/** How long to wait before knocking at the relay again. */

const firstMs = 1_000;
const longestMs = 60_000;

/**
 * Doubling from one second to one minute, in milliseconds, for attempt 1, 2, 3, …
 * `chance` (0 to 1) spreads devices apart over the second half of the wait.
 */
export const retryDelay = (attempt: number, chance = 0.5): number => {
  const half = Math.min(longestMs, firstMs * 2 ** (attempt - 1)) / 2;
  return Math.round(half + half * chance);
};
