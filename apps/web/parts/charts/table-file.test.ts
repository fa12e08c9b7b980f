import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableFile } from "./table-file.ts";

const text = (cells: readonly string[]): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    tableFile({ columns: ["Day", "What"], rows: [{ id: "1", cells }] }),
  );

/** The cells of the only row, as a spreadsheet reads them. */
const read = (cells: readonly string[]): readonly string[] => {
  const line = text(cells).slice('\ufeff"Day","What"\r\n'.length, -"\r\n".length);
  return [...line.matchAll(/"((?:[^"]|"")*)"|([^,"]+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'),
  );
};

describe("a table as a file", () => {
  it("begins with a byte order mark and its headings, and ends every line with two characters", () => {
    expect(text(["March 1", "5"])).toBe('\ufeff"Day","What"\r\n"March 1",5\r\n');
  });

  it.each([
    ["a number stays one", "12", "12"],
    ["a number below zero stays one", "-12.5", "-12.5"],
    ["a gap is a dash in words", "–", "–"],
    ["quotes and commas are kept", 'a "b", c', 'a "b", c'],
    ["a line end is kept", "a\nb", "a\nb"],
    ["an equals sign", "=1+1", "'=1+1"],
    ["a plus", "+49 1", "'+49 1"],
    ["a minus before words", "-cmd", "'-cmd"],
    ["an at", "@a", "'@a"],
    ["a tab", "\ta", "'\ta"],
    ["blanks before it", "  =a", "'  =a"],
    ["its wide form", "＝a", "'＝a"],
    ["two signs", "--1", "'--1"],
  ])("%s", (_name, given, kept) => {
    expect(read(["x", given])).toEqual(["x", kept]);
  });

  it("no cell can ever begin a formula, and none is lost", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "", "5");
    fc.assert(
      fc.property(start, fc.string({ minLength: 1 }), (first, rest) => {
        const [, got = ""] = read(["x", `${first}${rest}`]);
        expect(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(got)).toBe(false);
        expect([`${first}${rest}`, `'${first}${rest}`]).toContain(got);
      }),
    );
  });
});
