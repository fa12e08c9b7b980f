/** Holds the names of files: one door per package, an idea in each name, a sentence at the top. */
import { packageOf } from "./rooms.ts";
import { isTest, sourcesWhere, type Finding, type Rule, type Tree } from "./tree.ts";

const vague = new Set(["utils", "util", "helpers", "helper", "common", "types", "type", "manager", "misc", "shared"]);

const fileRule = (
  name: string,
  holds: string,
  keep: (path: string) => boolean,
  judge: (path: string, text: string) => string | null,
): Rule => ({
  name,
  holds,
  check: (tree) =>
    sourcesWhere(tree, keep).flatMap(({ path, text }): readonly Finding[] => {
      const message = judge(path, text);
      return message === null ? [] : [{ rule: name, path, line: 1, message }];
    }),
});

/** The parts of a path below its package, the last without its endings. */
const wordsOf = (path: string): readonly string[] =>
  path.split("/").map((part, i, all) => (i === all.length - 1 ? (part.split(".")[0] ?? part) : part));

/** Files are named for the idea in them, in small letters and hyphens. */
export const fileNames = fileRule(
  "file name",
  "files are named for an idea, in small letters and hyphens",
  () => true,
  (path) => {
    const words = wordsOf(path);
    const bad = words.find((word) => vague.has(word));
    if (bad !== undefined) return `"${bad}" names no idea`;
    const shape = words.find((word) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word));
    return shape === undefined ? null : `"${shape}" is not written in small letters and hyphens`;
  },
);

/** Every file begins by saying its job. */
export const firstLine = fileRule(
  "first line",
  "the first line of a file says its job (tests say theirs in sentences)",
  (path) => !isTest(path),
  (_path, text) => {
    const first =
      text
        .replace(/^#![^\n]*\n/, "")
        .replace(/^\/\*\*\s+(?:\* )?/, "/** ")
        .split("\n")[0] ?? "";
    if (!first.startsWith("/** ")) return "does not begin with /** what it is for */";
    return first.length > 12 ? null : "begins with an empty sentence";
  },
);

const missingDoors = (tree: Tree): readonly Finding[] => {
  const folders = new Set(
    tree.sources
      .map(({ path }) => path)
      .filter((path) => path.startsWith("packages/"))
      .map(packageOf),
  );
  const paths = new Set(tree.sources.map(({ path }) => path));
  return [...folders]
    .filter((folder): folder is string => folder !== null && !paths.has(`${folder}/index.ts`))
    .map((path) => ({ rule: "one door", path, line: 1, message: "has no index.ts" }));
};

/** One index per package, at its root, and none inside. */
export const oneDoor: Rule = {
  name: "one door",
  holds: "a package has one index.ts, and none inside",
  check: (tree) => [
    ...missingDoors(tree),
    ...sourcesWhere(tree, (path) => /^(?:packages|apps)\/.*\/index\.(?:ts|tsx|mjs)$/.test(path))
      .filter(({ path }) => path !== `${packageOf(path) ?? ""}/index.ts`)
      .map(({ path }): Finding => ({ rule: "one door", path, line: 1, message: "an index inside" })),
  ],
};

/** The lines that skip or single out a test. */
export const skips = (text: string): readonly number[] =>
  text
    .split("\n")
    .flatMap((line, i) =>
      /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf|fails)\b|\b(?:xit|xdescribe|fit|fdescribe)\(/.test(
        line,
      )
        ? [i + 1]
        : [],
    );

/** Nobody skips a test, and nobody runs one alone. */
export const noSkips: Rule = {
  name: "skipped tests",
  holds: "no test is skipped, singled out or left for later",
  check: (tree) =>
    sourcesWhere(tree, (path) => isTest(path)).flatMap(({ path, text }) =>
      skips(text).map((line): Finding => ({
        rule: "skipped tests",
        path,
        line,
        message: "skips or singles out a test",
      })),
    ),
};
