/** What the first view waits for is followed through everything that it imports at once, and nothing late. */
import { describe, expect, it } from "vitest";
import { allowances, firstPaintFiles, fits, limits } from "./size.mjs";

const chunk = (file: string, change: object = {}) => ({
  file,
  entry: false,
  imports: [],
  dynamicImports: [],
  css: [],
  ...change,
});

describe("the first view", () => {
  const chunks = [
    chunk("main.js", { entry: true, imports: ["words.js"], dynamicImports: ["late.js"], css: ["main.css"] }),
    chunk("words.js", { imports: ["base.js"], css: ["words.css"] }),
    chunk("base.js", { imports: ["words.js"] }),
    chunk("late.js", { imports: ["base.js"], css: ["late.css"] }),
  ];

  it("counts the entry, what it imports, and their styles, each once", () => {
    expect(firstPaintFiles(chunks)).toEqual(["base.js", "main.css", "main.js", "words.css", "words.js"]);
  });

  it("is empty without an entry, which keeps no limit", () => {
    expect(firstPaintFiles([])).toEqual([]);
    expect(fits({ what: "first paint", bytes: 0, limit: limits.firstPaint })).toBe(false);
  });
});

describe("a limit", () => {
  it("is kept up to its last byte", () => {
    expect(fits({ what: "x", bytes: 60_000, limit: limits.firstPaint })).toBe(true);
    expect(fits({ what: "x", bytes: 60_001, limit: limits.firstPaint })).toBe(false);
  });
});

describe("an allowance", () => {
  const [what = "", allowed = { bytes: 0, until: "" }] = Object.entries(allowances)[0] ?? [];
  const line = (bytes: number) => ({ what, bytes, limit: limits.code });

  it("lets a missed goal through up to its own bound and day, and no further", () => {
    expect(fits(line(allowed.bytes), allowed.until)).toBe(true);
    expect(fits(line(allowed.bytes + 1), allowed.until)).toBe(false);
    expect(fits(line(allowed.bytes), "2999-01-01")).toBe(false);
  });

  it("fails once the goal is met without it, so that it goes", () => {
    expect(fits(line(limits.code), allowed.until)).toBe(false);
  });
});
