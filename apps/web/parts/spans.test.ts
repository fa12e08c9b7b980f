import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieces } from "./spans.ts";

const shown = (text: string, spans: readonly (readonly [number, number])[]): string =>
  pieces(
    text,
    spans.map(([from, to]) => ({ from, to })),
  )
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

describe("marks in a text", () => {
  it.each([
    ["no marks", "a plain ask", [], "a plain ask"],
    ["one mark", "sorry to ask", [[0, 5]], "[sorry] to ask"],
    [
      "marks in any order",
      "sorry, it’s nothing",
      [
        [7, 19],
        [0, 5],
      ],
      "[sorry], [it’s nothing]",
    ],
    [
      "overlapping marks",
      "abcdef",
      [
        [0, 3],
        [2, 5],
      ],
      "[abc][de]f",
    ],
    ["a mark beyond the end", "abc", [[1, 99]], "a[bc]"],
    ["a backward mark", "abc", [[2, 1]], "abc"],
  ] as const)("%s", (_name, text, spans, expected) => {
    expect(shown(text, spans)).toBe(expected);
  });

  it("never loses, doubles or moves a letter", () => {
    const span = fc.record({ from: fc.integer({ min: -3, max: 30 }), to: fc.integer({ min: -3, max: 30 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        expect(
          pieces(text, spans)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
