/** Makes guessing slow: a wait after each wrong passphrase, which a restart does not shorten and which never wipes. */

/** The longest wait, in ms (security page 4.7). */
export const longestWait = 300_000;

/** How guessing stands, as it is kept in the keystore. */
export interface Guesses {
  /** Wrong ones in a row. */
  readonly failures: number;
  /** The time before which no guess is tried, ms since 1970; 0 when there is none. */
  readonly notBefore: number;
}

/** Nobody has guessed wrong. */
export const noGuesses: Guesses = { failures: 0, notBefore: 0 };

/** The wait after so many wrong guesses in a row: 0, then 1, 2, 4 ... 256, 300 seconds, in ms. */
export const waitAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(longestWait, 1000 * 2 ** Math.min(failures - 1, 20));

/** What is left of the wait at `now`. A clock that was turned back cannot make it longer than it was to begin with. */
export const waitLeft = ({ failures, notBefore }: Guesses, now: number): number =>
  Math.max(0, Math.min(notBefore - now, waitAfter(failures)));

/** One guess more, written before it is tried, so that ending the worker half-way does not make it free. */
export const guessedAt = ({ failures }: Guesses, now: number): Guesses => {
  const next = Math.min(failures + 1, 0xffff);
  return { failures: next, notBefore: now + waitAfter(next) };
};
