/** Counts lone presses of Shift, the key that leaves a page at once. */

/** How many presses are needed, and the longest time from the first to the last, in ms (GOV.UK’s pattern: 3 in 5 s). */
const presses = 3;
const within = 5000;

/** Presses so far, and when the first of them was, in ms. */
export interface ShiftCount {
  readonly count: number;
  readonly since: number;
}

/**
 * Counts one key. Shift is used because it types nothing and is no screen reader’s command; any other key starts over,
 * so that writing in capitals never leaves.
 */
export const countShift = (state: ShiftCount, key: string, at: number): ShiftCount & { readonly leave: boolean } => {
  if (key !== "Shift") return { count: 0, since: at, leave: false };
  const fresh = state.count === 0 || at - state.since > within;
  const count = fresh ? 1 : state.count + 1;
  return { count, since: fresh ? at : state.since, leave: count >= presses };
};

/** Watches the keyboard of a whole document; `told` hears how many presses are left before each that leads there. */
export const watchShift = (page: Document, leave: () => void, told: (left: 1 | 2) => void): void => {
  let state = { count: 0, since: 0, leave: false };
  let alone = false;
  page.addEventListener(
    "keydown",
    (event) => {
      alone =
        event.key === "Shift" && !event.repeat
          ? !(event.ctrlKey || event.altKey || event.metaKey)
          : alone && event.repeat;
      if (event.key !== "Shift") state = countShift(state, event.key, event.timeStamp);
    },
    true,
  );
  page.addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift" || !alone) return;
      state = countShift(state, event.key, event.timeStamp);
      if (state.leave) leave();
      else told(state.count === 1 ? 2 : 1);
    },
    true,
  );
};
