/** Holds the budgets of length: files, functions, and how deep folders go. */
import { functionsOf } from "./functions.ts";
import { roomOf } from "./rooms.ts";
import type { Source } from "./source.ts";
import { isTable, isTest, sourcesWhere, type Finding, type Rule } from "./tree.ts";

/** The budgets, in lines. */
export const budgets = { fileP95: 250, file: 400, functionP95: 45, function: 80, screen: 120, depth: 3 } as const;

/** The value that 95 of 100 do not exceed (nearest rank); 0 of nothing. */
export const p95 = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
};

/** Lines of a text, a closing line break not counted as one more. */
export const linesOf = (text: string): number =>
  text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

const measured = (path: string): boolean => !isTable(path) && !path.endsWith(".d.ts");

/** Files stay short; tables of words are exempt. */
export const fileSizes: Rule = {
  name: "file size",
  holds: `a file has at most ${budgets.file} lines, 95 of 100 at most ${budgets.fileP95}`,
  check: (tree) => {
    const lengths = sourcesWhere(tree, measured).map(({ path, text }) => ({ path, lines: linesOf(text) }));
    const findings = lengths
      .filter(({ lines }) => lines > budgets.file)
      .map(({ path, lines }): Finding => ({ rule: "file size", path, line: 1, message: `${lines} lines` }));
    const most = p95(lengths.map(({ lines }) => lines));
    if (most <= budgets.fileP95) return findings;
    return [
      ...findings,
      { rule: "file size", path: ".", line: 1, message: `95 of 100 files have up to ${most} lines` },
    ];
  },
};

const functionLimit = (path: string): number =>
  roomOf(path)?.name === "screens" && path.endsWith(".tsx") ? budgets.screen : budgets.function;

const tooLong = (source: Source): readonly Finding[] =>
  functionsOf(source)
    .filter(({ lines }) => lines > functionLimit(source.path))
    .map(({ name, line, lines }) => ({
      rule: "function size",
      path: source.path,
      line,
      message: `${name === "" ? "a function" : name} has ${lines} lines`,
    }));

/** Functions stay short. Tests are exempt: a group of tests is a list, not a function. */
export const functionSizes: Rule = {
  name: "function size",
  holds: `a function has at most ${budgets.function} lines (a view ${budgets.screen}), 95 of 100 named ones at most ${budgets.functionP95}`,
  check: (tree) => {
    const sources = sourcesWhere(tree, (path) => measured(path) && !isTest(path));
    const named = sources.flatMap((source) => functionsOf(source).filter(({ name }) => name !== ""));
    const most = p95(named.map(({ lines }) => lines));
    const findings = sources.flatMap(tooLong);
    if (most <= budgets.functionP95) return findings;
    const message = `95 of 100 named functions have up to ${most} lines`;
    return [...findings, { rule: "function size", path: ".", line: 1, message }];
  },
};

/** Folders below a package go at most three deep. */
export const depth: Rule = {
  name: "folder depth",
  holds: `folders go at most ${budgets.depth} deep below a package`,
  check: (tree) =>
    sourcesWhere(tree, (path) => /^(?:packages|apps)\//.test(path))
      .filter(({ path }) => path.split("/").length - 3 > budgets.depth)
      .map(({ path }) => ({ rule: "folder depth", path, line: 1, message: "stands too deep" })),
};
