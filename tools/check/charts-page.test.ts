import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/charts.md"), "utf8");

/** The sources of the rooms whose figures the page is about. */
const sources = ["evidence", "beliefs", "shifts"].flatMap((room) => {
  const folder = join(root, "apps/web/screens", room);
  return readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(join(folder, name), "utf8"));
});

const found = (pattern: RegExp, texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => id ?? "")))].toSorted();

/** Tables that are drawn: every figure has one. */
const tables = found(/caption(?:: |=\{)t\("([^"]+)"/g, sources);

/** Sections that can be shared, as their makers call them. */
const sections = found(/sectionOf\(\s*"([^"]+)"/g, sources);

/** The page's sections with their headings. */
const parts = page.split(/^## /m).slice(1);

describe("the page on charts", () => {
  it("finds the figures it is held to", () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(sections.length).toBeGreaterThan(7);
  });

  it("has a section for every table that is drawn, and for none that is not", () => {
    const named = found(/`((?:evidence|change|beliefs|shifts)\.[A-Za-z]+)`/g, [page]);
    expect(named).toEqual(tables);
  });

  it("has a section for every section that can be shared, and for none that cannot", () => {
    const named = found(/\(`([^`]+)`\)$/gm, [page]).filter((id) => id !== "-");
    expect(named).toEqual([...sections, "measures:<instrument>"].toSorted());
  });

  it.each(parts.map((part) => [part.split("\n")[0] ?? "", part] as const))("%s says all it has to", (_name, part) => {
    for (const word of ["*Table*", "*From*", "**Shows**", "**May say**", "**May not say**"])
      expect(part).toContain(word);
  });

  it.each(["Jacobson & Truax 1991", "Parker & Vannest 2009", "Brier 1950", "Newcombe 2006"])("cites %s", (source) => {
    expect(page).toContain(source);
  });
});
