/** Tells the time so that nothing ends early and nothing counts twice when the machine's clock is set while we run. */

/** How far the wall clock may be from what passed on the monotonic one and still be believed: it is corrected in small steps. */
const slackMs = 300_000;

/**
 * A clock that follows `wall` (UNIX time in ms) as long as that runs like a clock, and otherwise goes on by `passed`
 * (ms on a clock that nobody sets). It comes back to `wall` when the two agree again, or at the next start. `onOff` is
 * called each time it leaves the wall clock.
 */
export const steadyClock = (wall: () => number, passed: () => number, onOff: () => void): (() => number) => {
  let [time, at] = [wall(), passed()];
  let follows = true;
  return () => {
    const here = passed();
    const expected = time + (here - at);
    const said = wall();
    const agrees = Math.abs(said - expected) <= slackMs;
    if (follows && !agrees) onOff();
    follows = agrees;
    time = agrees ? said : expected;
    at = here;
    return Math.floor(time);
  };
};
