/** A code is drawn square for square as a published drawer draws it, and a published reader reads it back. */
import fc from "fast-check";
import { encodeQR } from "qr";
import { describe, expect, it } from "vitest";
import { codeGrid, mostLetters } from "./code-grid.ts";

/** The same code by the published drawer, without the one empty square it insists on; with a mask of its own choice, or with that one. */
const published = (text: string, mask?: number): readonly (readonly boolean[])[] =>
  encodeQR(text, "raw", {
    ecc: "low",
    version: 9,
    encoding: "byte",
    border: 1,
    ...(mask === undefined ? {} : { mask }),
  })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));

const seen = (grid: readonly (readonly boolean[])[]): string =>
  grid.map((row) => row.map((dark) => (dark ? "#" : ".")).join("")).join("\n");

const letters = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

describe("a code", () => {
  it.each(["", "a", "A".repeat(224), "0".repeat(mostLetters), "Für später, 東京"])(
    "of %j is the published one",
    (text) => {
      expect(seen(codeGrid(text))).toBe(seen(published(text)));
    },
  );

  it("is the published one with one of the eight masks, for any text that fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: mostLetters }), (text) => {
        const eight = Array.from({ length: 8 }, (_, mask) => seen(published(text, mask)));
        expect(eight).toContain(seen(codeGrid(text)));
      }),
      { numRuns: 30 },
    );
  });

  it("is as high as it is wide", () => {
    const grid = codeGrid("high and wide");
    expect(grid).toHaveLength(53);
    for (const row of grid) expect(row).toHaveLength(53);
  });

  it("refuses a text that does not fit", () => {
    expect(() => codeGrid("A".repeat(mostLetters + 1))).toThrow("more letters");
  });
});
