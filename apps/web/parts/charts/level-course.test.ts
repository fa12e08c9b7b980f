import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseDots, mostRounds } from "./level-course.tsx";

const anyAnswers = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 30 });

describe("dots from round to round", () => {
  it("stand higher for more, from the lowest line to the highest", () => {
    const heights = courseDots([0, 1, 2, 3, 4], 4).map(({ y }) => y);
    expect(heights).toEqual([63, 49.5, 36, 22.5, 9]);
  });

  it.each([
    ["all answered", [1, 2, 3], [false, true, true]],
    ["one left in the middle", [1, null, 3], [false, false]],
    ["left at first", [null, 2, 3], [false, true]],
    ["one alone", [2], [false]],
    ["none", [null, null], []],
  ] as const)("are joined only where nothing was left between them: %s", (_name, answers, joined) => {
    expect(courseDots(answers, 4).map((dot) => dot.joined)).toEqual(joined);
  });

  it("keep the place of a round that was left", () => {
    const [, gap] = courseDots([1, null, 3], 4);
    const [, , whole] = courseDots([1, 2, 3], 4);
    expect(gap?.x).toBe(whole?.x);
  });

  it("are of the newest rounds where there are many", () => {
    const many = Array.from({ length: 40 }, (_, index) => (index < 28 ? 0 : 4));
    expect(courseDots(many, 4)).toEqual(courseDots(many.slice(-mostRounds), 4));
    expect(courseDots(many, 4).every(({ y }) => y === 9)).toBe(true);
  });

  it("all lie on the sheet, in the order of time", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const dots = courseDots(answers, 4);
        expect(dots.length).toBe(answers.slice(-mostRounds).filter((answer) => answer !== null).length);
        dots.forEach(({ x, y }, index) => {
          expect(x > 8 && x < 124 && y >= 9 && y <= 63).toBe(true);
          expect(x).toBeGreaterThan(dots[index - 1]?.x ?? 0);
        });
      }),
    );
  });
});
