/** Holds how much test there is for the code of each room, in lines. */
import { groupBy, isTable, isTest, type Finding, type Rule, type Tree } from "./tree.ts";

/** A part of the tree, and the least lines of test for each line of code in it. */
interface Ratio {
  readonly at: string;
  readonly least: number;
}

/** Rooms outside packages that have a ratio of their own. */
const named: readonly Ratio[] = [
  { at: "apps/web/engine/", least: 1 },
  { at: "apps/web/adapters/", least: 1 },
  { at: "apps/web/screens/", least: 0.4 },
];

const perPackage = 1.2;

const ratioOf = (path: string): Ratio | null => {
  const folder = /^packages\/[^/]+\//.exec(path)?.[0];
  if (folder === "packages/testkit/") return null;
  if (folder !== undefined) return { at: folder, least: perPackage };
  return named.find(({ at }) => path.startsWith(at)) ?? null;
};

const filled = (text: string): number => text.split("\n").filter((line) => line.trim() !== "").length;

/** Lines of code and of test per room; tables of words and doors are neither. */
export const countLines = (tree: Tree): readonly (Ratio & { readonly code: number; readonly test: number })[] => {
  const counted = tree.sources.flatMap(({ path, text }) => {
    const ratio = ratioOf(path);
    const neither = isTable(path) || path.endsWith("/index.ts") || path.endsWith(".d.ts");
    return ratio === null || neither ? [] : [{ ...ratio, test: isTest(path), lines: filled(text) }];
  });
  return [...groupBy(counted, ({ at }) => at)].map(([at, files]) => {
    const sum = (test: boolean): number =>
      files.filter((file) => file.test === test).reduce((total, { lines }) => total + lines, 0);
    return { at, least: files[0]?.least ?? perPackage, code: sum(false), test: sum(true) };
  });
};

/** Packages have more test than code, the engine as much, the screens a good part. */
export const testRatio: Rule = {
  name: "test ratio",
  holds: "each room has its share of tests",
  check: (tree) =>
    countLines(tree)
      .filter(({ code, test, least }) => code > 0 && test / code < least)
      .map(({ at, code, test, least }): Finding => {
        const message = `${test} lines of test for ${code} of code: ${(test / code).toFixed(2)}, at least ${least} are wanted`;
        return { rule: "test ratio", path: at, line: 1, message };
      }),
};
