/** A row counts as reachable only through something that the built app holds, and as tested only by its full name. */
import { describe, expect, it } from "vitest";
import { coversIn, coversOfScreen, modulesOf, namedIn, reachedScreens, reachedTables, shortfalls } from "./walk.ts";

const note = (modules: Readonly<Record<string, readonly string[]>>) => JSON.stringify({ chunks: [{ modules }] });

describe("the modules of a build", () => {
  it("are joined over all scripts and builds", () => {
    const modules = modulesOf([note({ "a.ts": ["x"] }), note({ "a.ts": ["y"], "b.ts": [] })]);
    expect(modules.get("a.ts")).toEqual(new Set(["x", "y"]));
    expect(modules.has("b.ts")).toBe(true);
  });
});

describe("a content table", () => {
  const tables = {
    "steps.ts": { steps: [{ id: "a", covers: ["MV-01", "HMV-02"] }], rest: [{ covers: ["MV-02"] }] },
    "later.ts": { later: [{ covers: ["MV-03"] }] },
  };

  it("counts by those exports that the build holds", () => {
    expect(reachedTables(modulesOf([note({ "steps.ts": ["steps"] })]), tables)).toEqual(["MV-01", "HMV-02"]);
  });

  it("does not count when nothing imports it", () => {
    expect(reachedTables(modulesOf([note({ "other.ts": ["later"] })]), tables)).toEqual([]);
  });

  it("may hold its rows at any depth", () => {
    expect(coversIn({ parts: { a: [{ covers: ["DIS-01"] }], b: { covers: ["DIS-02"] } }, n: 1 })).toEqual([
      "DIS-01",
      "DIS-02",
    ]);
  });
});

describe("a screen", () => {
  const text = 'export const covers = ["INT-01", "INT-02"] as const;\nexport const other = ["INT-03"];';

  it("names its rows in a list called covers", () => {
    expect(coversOfScreen("a.tsx", text)).toEqual(["INT-01", "INT-02"]);
  });

  it("counts only when it is built in", () => {
    expect(reachedScreens(modulesOf([note({ "a.tsx": [] })]), { "a.tsx": text, "b.tsx": text })).toHaveLength(2);
    expect(reachedScreens(modulesOf([]), { "a.tsx": text })).toEqual([]);
  });
});

describe("a test", () => {
  it("names a row only in full", () => {
    const texts = ['it("MV-01 is a step")', "MV-1 XMV-02 MV-033 HMV-04"];
    expect(namedIn(["MV-01", "MV-02", "MV-03", "MV-04", "HMV-04"], texts)).toEqual(["MV-01", "HMV-04"]);
  });
});

describe("a shortfall", () => {
  const rows = ["MV-01", "MV-02", "BEL-01"];
  const whole = { rows: 3, reachable: rows, tested: rows };

  it("is a row that nothing reaches", () => {
    expect(shortfalls({ ...whole, reachable: ["MV-01", "BEL-01"] }, rows, [])).toEqual(["MV-02 is not reachable"]);
  });

  it("is a row that no test names", () => {
    expect(shortfalls({ ...whole, tested: ["MV-01", "MV-02"] }, rows, [])).toEqual(["BEL-01 is named by no test"]);
  });

  it("is a row that nobody knows", () => {
    expect(shortfalls(whole, rows, ["MV-01", "MV-99"])).toEqual(["MV-99 is no row"]);
  });

  it("is absent when all is there", () => {
    expect(shortfalls(whole, rows, rows)).toEqual([]);
  });
});
