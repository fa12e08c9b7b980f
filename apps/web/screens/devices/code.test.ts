import { toBase64Url } from "@belay/basics";
import fc from "fast-check";
import { encodeQR } from "qr";
import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { codeText, pathOf } from "./code-picture.tsx";
import { codeIn } from "./code-reader.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** A picture of a grid, `scale` pixels a module, as a camera or a screenshot would give it. */
const picture = (grid: readonly (readonly boolean[])[], scale: number) => {
  const side = grid.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  grid.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy += 1)
        for (let dx = 0; dx < scale; dx += 1) {
          const at = ((y * scale + dy) * side + x * scale + dx) * 4;
          data.fill(0, at, at + 3);
        }
    }),
  );
  return { width: side, height: side, data };
};

const gridOf = (code: Uint8Array) => encodeQR(codeText(code), "raw", { ecc: "low", border: 4 });

describe("a pairing code", () => {
  it("comes back from its picture, byte for byte", () => {
    fc.assert(
      fc.property(bytes(120), fc.integer({ min: 3, max: 6 }), (code, scale) => {
        expect(codeIn(decodeQR(picture(gridOf(code), scale)))).toEqual(code);
      }),
      { numRuns: 8 },
    );
  });

  it("is drawn with one square for each dark module, and an edge of four light ones", () => {
    const grid = gridOf(new Uint8Array(120).fill(9));
    expect(pathOf(grid).split("M")).toHaveLength(grid.flat().filter(Boolean).length + 1);
    expect(grid.slice(0, 4).flat().some(Boolean)).toBe(false);
    expect(
      pathOf([
        [false, true],
        [true, false],
      ]),
    ).toBe("M1 0h1v1h-1zM0 1h1v1h-1z");
  });

  it.each([
    ["an address", "https://example.org/pair/abcdef"],
    ["a short text", toBase64Url(new Uint8Array(20))],
    ["nothing", ""],
    ["a wireless network", "WIFI:T:WPA;S:home;P:secret;;"],
  ])("is not taken for %s", (_what, text) => {
    expect(codeIn(text)).toBeNull();
  });

  it("is never an address itself", () => {
    fc.assert(fc.property(bytes(120), (code) => !/[:/.?#]/.test(codeText(code))));
  });
});
