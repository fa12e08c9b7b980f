/** Virtual time: what is due runs in order, and everything that follows from it is finished before the next. */

/** A clock that jumps from one due thing to the next. */
export interface Schedule {
  readonly now: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
  /** Runs everything that comes due within so many ms. */
  readonly run: (ms: number) => Promise<void>;
  /** How many things were run. */
  readonly steps: () => number;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
  off: boolean;
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap, smallest first. */
const createHeap = () => {
  const heap: Due[] = [];
  const at = (index: number): Due | undefined => heap[index];
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x !== undefined && y !== undefined) [heap[a], heap[b]] = [y, x];
  };
  return {
    first: () => heap[0],
    push: (due: Due): void => {
      heap.push(due);
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        const [up, low] = [at(parent), at(child)];
        if (up === undefined || low === undefined || !before(low, up)) return;
        swap(parent, child);
        child = parent;
      }
    },
    pop: (): Due | undefined => {
      swap(0, heap.length - 1);
      const top = heap.pop();
      for (let parent = 0; ;) {
        let least = parent;
        for (const child of [parent * 2 + 1, parent * 2 + 2]) {
          const [low, up] = [at(child), at(least)];
          if (low !== undefined && up !== undefined && before(low, up)) least = child;
        }
        if (least === parent) return top;
        swap(least, parent);
        parent = least;
      }
    },
  };
};

/** Everything that waits only for promises is done when the next turn of the loop begins. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Time that starts at `start` ms. */
export const createSchedule = (start: number): Schedule => {
  const heap = createHeap();
  let now = start;
  let order = 0;
  let steps = 0;
  return {
    now: () => now,
    steps: () => steps,
    after: (ms, work) => {
      order += 1;
      const due: Due = { at: now + Math.max(0, ms), order, work, off: false };
      heap.push(due);
      return () => {
        due.off = true;
      };
    },
    run: async (ms) => {
      const until = now + ms;
      await settled();
      for (let due = heap.first(); due !== undefined && due.at <= until; due = heap.first()) {
        heap.pop();
        if (due.off) continue;
        now = Math.max(now, due.at);
        steps += 1;
        due.work();
        await settled();
      }
      now = until;
    },
  };
};
