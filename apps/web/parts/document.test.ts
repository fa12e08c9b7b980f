import { h, render } from "preact";
import { describe, expect, it } from "vitest";
import { PretendNode, settle } from "../../../tests/screens/pretend-page.ts";
import { joined, marksOf } from "./document-figures.tsx";
import type { DocumentFigure, Section } from "./document-shape.ts";
import { Document, type DocumentWords } from "./document.tsx";

const words: DocumentWords = {
  title: "A page by M.",
  facts: [{ name: "For", words: "Dr Weiss" }],
  note: "Not a record.",
  contents: "In this page",
  allRows: (count) => `All ${count} rows`,
  running: "Made by M.",
  band: "ordinary wobble",
  noAnswer: "no answer",
};
const plain: Section = { id: "own", title: "In my words", sentences: ["A line."], figure: null, table: null };
const table = (rows: number) => ({
  caption: "Numbers",
  columns: ["Day", "Count"],
  rows: Array.from({ length: rows }, (_, row) => [`day ${row}`, String(row)]),
});

const drawn = (sections: readonly Section[], level?: 1 | 2): PretendNode => {
  const root = new PretendNode("div");
  Reflect.apply(render, null, [h(Document, { doc: { locale: "en", sections }, words, level }), root]);
  return root;
};
const named = (root: PretendNode, name: string) => root.all().filter(({ localName }) => localName === name);
const classed = (root: PretendNode, look: string) =>
  root.all().filter((node) => new RegExp(`(^|[ _])${look}([ _]|$)`).test(node.getAttribute("class") ?? ""));

const course: DocumentFigure = {
  kind: "course",
  low: 0,
  high: 10,
  from: "3 March",
  to: "9 June",
  band: { low: 2, high: 4 },
  lines: [{ name: "mine", points: [0, 0.5, 1].map((at) => ({ at, value: at * 10 })), breaks: [2] }],
};
const bars: DocumentFigure = {
  kind: "bars",
  highest: 4,
  bars: [
    { label: "a", value: 0 },
    { label: "b", value: null },
    { label: "c", value: 4 },
  ],
};
const pairs: DocumentFigure = {
  kind: "pairs",
  low: 0,
  high: 100,
  beforeText: "feared",
  afterText: "felt",
  pairs: [
    { label: "one", before: 80, after: 20 },
    { label: "two", before: 40, after: null },
    { label: "three", before: null, after: null },
  ],
};

describe("a document", () => {
  it("says who made it, for whom and what it is not, before anything else", () => {
    const text = drawn([plain]).textContent;
    expect(text).toMatch(/A page by M\..*ForDr Weiss.*Not a record\..*In my words.*A line\./);
  });

  it.each([
    [1, "h1", "h2"],
    [2, "h2", "h3"],
    [undefined, "h2", "h3"],
  ] as const)("on level %s has %s and %s", (level, title, section) => {
    const root = drawn([plain], level);
    expect(named(root, title).map((node) => node.textContent)).toContain("A page by M.");
    expect(named(root, section).map((node) => node.textContent)).toContain("In my words");
  });

  it("has a list of its sections when it is long, made of buttons, since the address must not change", () => {
    const many = ["a", "b", "c", "d", "e"].map((id) => ({ ...plain, id, title: `Part ${id}` }));
    expect(named(drawn(many.slice(1)), "nav")).toHaveLength(0);
    const root = drawn(many);
    expect(named(root, "button").map((node) => node.textContent)).toEqual(many.map(({ title }) => title));
    expect(named(root, "a")).toHaveLength(0);
  });

  it("has a real table, whose long end comes when it is asked for", async () => {
    const root = drawn([{ ...plain, table: table(40) }]);
    expect(named(root, "tr")).toHaveLength(41);
    expect(classed(root, "short")).toHaveLength(1);
    named(root, "button")[0]?.fire("click");
    await settle();
    expect(classed(root, "short")).toHaveLength(0);
    expect(named(drawn([{ ...plain, table: table(4) }]), "button")).toHaveLength(0);
  });

  it("lets a table of many columns be pushed sideways, by the keyboard too", () => {
    const columns = ["Week", "a", "b", "c", "d"];
    const wide = drawn([{ ...plain, table: { caption: "Weeks", columns, rows: [["1", "2", "3", "4", "5"]] } }]);
    const region = wide.all().find((node) => node.getAttribute("role") === "group");
    expect(region?.getAttribute("aria-label")).toBe("Weeks");
    expect(
      region?.attributes.some(({ name }) => /tabindex/i.test(name)) || Reflect.get(region ?? {}, "tabIndex") === 0,
    ).toBe(true);
    const narrow = drawn([{ ...plain, table: table(2) }]);
    expect(narrow.all().some((node) => node.getAttribute("role") === "group")).toBe(false);
  });

  it("hides a drawing from screen readers where a table says the same, and describes it where none does", () => {
    const besides = drawn([{ ...plain, figure: course, table: table(2) }]);
    expect(besides.all().some((node) => node.getAttribute("aria-hidden") === "true")).toBe(true);
    expect(besides.all().some((node) => node.getAttribute("role") === "img")).toBe(false);
    const alone = drawn([{ ...plain, figure: course }]);
    const image = alone.all().find((node) => node.getAttribute("role") === "img");
    expect(image?.getAttribute("aria-label")).toBe("A line.");
  });

  it("says a finding before it is drawn, and what bounds it after", () => {
    const root = drawn([{ ...plain, sentences: ["Finding.", "Bound."], figure: bars, table: table(1) }]);
    expect(root.textContent).toMatch(/Finding\..*no answer.*Bound\..*Numbers/);
    expect(classed(root, "small").map((node) => node.textContent)).toEqual(["Bound."]);
  });

  it("takes markup for text", () => {
    const root = drawn([{ ...plain, sentences: ["<img src=x onerror=y>"] }]);
    expect(named(root, "img")).toHaveLength(0);
    expect(root.textContent).toContain("<img src=x onerror=y>");
  });
});

describe("drawings", () => {
  it.each([
    [0, 24, [0, 5, 10, 15, 20, 24]],
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [1, 5, [1, 2, 3, 4, 5]],
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("from %d to %d write both ends and round numbers between them", (low, high, marks) => {
    expect(marksOf(low, high)).toEqual(marks);
  });

  it("do not join a line where something is missing", () => {
    const line = course.lines[0];
    expect(line && joined(line).map(([from, to]) => [from.at, to.at])).toEqual([[0, 0.5]]);
  });

  it("of a course have a mark for each number, its band and both in the key", () => {
    const root = drawn([{ ...plain, figure: course }]);
    expect(classed(root, "disc")).toHaveLength(4);
    expect(classed(root, "band")).toHaveLength(2);
    expect(root.textContent).toMatch(/3 March9 June.*mine.*ordinary wobble/);
  });

  it("of bars draw a gap as a gap and a zero as a zero", () => {
    const root = drawn([{ ...plain, figure: bars }]);
    expect(classed(root, "column")).toHaveLength(2);
    expect(classed(root, "gap")).toHaveLength(1);
    expect(root.textContent).toContain("no answer");
    expect(drawn([{ ...plain, figure: { ...bars, bars: bars.bars.slice(0, 1) } }]).textContent).not.toContain(
      "no answer",
    );
  });

  it("of pairs leave out what is not known, and say so where nothing is", () => {
    const root = drawn([{ ...plain, figure: pairs }]);
    // One of each in the key.
    expect(classed(root, "ring")).toHaveLength(3);
    expect(classed(root, "disc")).toHaveLength(2);
    expect(root.textContent).toMatch(/threeno answer/);
  });
});
