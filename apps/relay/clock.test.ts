/** The relay's clock, while the machine's own is set forwards, backwards, and right again. */
import { describe, expect, it } from "vitest";
import { steadyClock } from "./clock.ts";

const year = 365 * 86_400_000;
const begin = Date.UTC(2026, 10, 23);

const world = () => {
  let [wall, passed, left] = [begin, 1_000, 0];
  const now = steadyClock(
    () => wall,
    () => passed,
    () => void (left += 1),
  );
  return {
    now,
    left: () => left,
    /** So much time goes by, on both clocks. */
    pass: (ms: number) => {
      wall += ms;
      passed += ms;
    },
    /** Somebody sets the wall clock. */
    set: (by: number) => void (wall += by),
  };
};

describe("a clock that is set", () => {
  it.each([
    ["ten years ahead", 10 * year],
    ["ten years back", -10 * year],
    ["an hour back", -3_600_000],
  ])("%s moves nothing, and is said once", (_what, by) => {
    const { now, pass, set, left } = world();
    pass(60_000);
    set(by);
    expect(now()).toBe(begin + 60_000);
    pass(1_000);
    expect(now()).toBe(begin + 61_000);
    expect(left()).toBe(1);
  });

  it("by a little is followed, as often as it is corrected", () => {
    const { now, pass, set, left } = world();
    for (let n = 1; n <= 10; n += 1) {
      pass(1_000);
      set(200_000);
      expect(now()).toBe(begin + n * 201_000);
    }
    expect(left()).toBe(0);
  });

  it("wrong and then right again is followed again", () => {
    const { now, pass, set, left } = world();
    set(year);
    now();
    pass(5_000);
    set(20_000 - year);
    expect(now()).toBe(begin + 25_000);
    set(year);
    expect(now()).toBe(begin + 25_000);
    expect(left()).toBe(2);
  });
});
