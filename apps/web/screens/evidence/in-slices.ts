/** Does long work in short turns, so that a finger on the screen never waits for it. */

/** The clock and the pause of a run; tests bring their own. */
export interface Turns {
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
  /** Calls `work` after everything else that waits. */
  readonly later: (work: () => void) => void;
}

/** A turn takes about so many milliseconds: half a frame, so that drawing fits beside it. */
const turn = 8;

const browserTurns: Turns = {
  now: () => performance.now(),
  later: (work) => void setTimeout(work, 0),
};

/**
 * Runs a generator a turn at a time and hands over what it gives in the end. Gives the way to call it off; called off
 * work says nothing any more.
 */
export const inSlices = <T>(
  work: Generator<undefined, T>,
  done: (found: T) => void,
  turns: Turns = browserTurns,
): (() => void) => {
  let wanted = true;
  const go = (): void => {
    const end = turns.now() + turn;
    while (wanted) {
      const step = work.next();
      if (step.done === true) return done(step.value);
      if (turns.now() >= end) return turns.later(go);
    }
  };
  turns.later(go);
  return () => void (wanted = false);
};

/** What a generator gives in the end, without a pause. */
export const atOnce = <T>(work: Generator<undefined, T>): T => {
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
};
