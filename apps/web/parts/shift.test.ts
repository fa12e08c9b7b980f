/** Tests that three lone presses of Shift leave, and that writing in capitals does not. */
import { describe, expect, test } from "vitest";
import { countShift } from "./shift.ts";

type Press = readonly [key: string, at: number];

/** At which press, counted from one, the page is left; null when it is not. */
const leftAt = (presses: readonly Press[]): number | null => {
  let state = { count: 0, since: 0 };
  for (const [i, [key, at]] of presses.entries()) {
    const counted = countShift(state, key, at);
    if (counted.leave) return i + 1;
    state = counted;
  }
  return null;
};

const rows: readonly (readonly [string, readonly Press[], number | null])[] = [
  [
    "three presses",
    [
      ["Shift", 0],
      ["Shift", 400],
      ["Shift", 900],
    ],
    3,
  ],
  [
    "three presses just within five seconds",
    [
      ["Shift", 0],
      ["Shift", 2500],
      ["Shift", 5000],
    ],
    3,
  ],
  [
    "two presses",
    [
      ["Shift", 0],
      ["Shift", 400],
    ],
    null,
  ],
  [
    "three presses too far apart",
    [
      ["Shift", 0],
      ["Shift", 3000],
      ["Shift", 6000],
    ],
    null,
  ],
  [
    "slow presses, then three quick ones",
    [
      ["Shift", 0],
      ["Shift", 6000],
      ["Shift", 6200],
      ["Shift", 6400],
    ],
    4,
  ],
  [
    "another key in between",
    [
      ["Shift", 0],
      ["Shift", 200],
      ["a", 300],
      ["Shift", 400],
    ],
    null,
  ],
  [
    "capitals",
    [
      ["Shift", 0],
      ["I", 50],
      ["Shift", 300],
      ["A", 350],
      ["Shift", 600],
      ["M", 650],
    ],
    null,
  ],
];

describe("leaving by keyboard", () => {
  test.each(rows)("%s", (_what, presses, at) => {
    expect(leftAt(presses)).toBe(at);
  });
});
