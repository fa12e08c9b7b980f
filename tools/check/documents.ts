/** Holds how much is explained: exports have a comment of their own, and comments are neither rare nor a wall. */
import { packageOf } from "./rooms.ts";
import { child, children, findAll, lineAt, textOf, type Source, type SyntaxNode } from "./source.ts";
import { groupBy, isShipped, sourcesWhere, type Finding, type Rule } from "./tree.ts";

/** The share of a package's exports that must be documented, and the share of lines that comments may take. */
export const shares = { documented: 0.9, comments: [0.12, 0.25] } as const;

/** Rooms with fewer lines than this are not measured: the first sentence alone would tip them over. */
const leastLines = 60;

/** An exported name and where it is declared. */
interface Exported {
  readonly name: string;
  readonly start: number;
}

const declared = (node: SyntaxNode): readonly Exported[] => {
  const declaration = child(node, "declaration");
  if (declaration === null) return [];
  const own = textOf(child(declaration, "id"), "name");
  if (own !== "") return [{ name: own, start: node.start }];
  return children(declaration, "declarations").map((part) => ({
    name: textOf(child(part, "id"), "name"),
    start: node.start,
  }));
};

/** What `source` declares and exports; what it only hands on is documented where it is declared. */
export const exportsOf = (source: Source): readonly Exported[] =>
  findAll(source.program, "ExportNamedDeclaration").flatMap(declared);

/** True when a doc comment ends right before `start`. */
export const isDocumented = (source: Source, start: number): boolean =>
  source.comments.some(
    (comment) =>
      comment.block &&
      source.text.startsWith("/**", comment.start) &&
      comment.end <= start &&
      source.text.slice(comment.end, start).trim() === "" &&
      // The sentence at the top of a file is about the file, unless nothing but one line break follows it.
      (comment.start > 0 || !source.text.slice(comment.end, start).includes("\n\n")),
  );

/** Nine of ten exports of each package say what they take, give and refuse. */
export const documented: Rule = {
  name: "documented exports",
  holds: `at least ${shares.documented * 100} % of the exports of a package are documented`,
  check: (tree) => {
    const sources = sourcesWhere(
      tree,
      (path) => path.startsWith("packages/") && !path.includes(".test.") && !path.endsWith("/index.ts"),
    );
    const byPackage = groupBy(sources, ({ path }) => packageOf(path) ?? path);
    return [...byPackage].flatMap(([path, files]): readonly Finding[] => {
      const all = files.flatMap((source) => exportsOf(source).map((each) => ({ ...each, source })));
      const bare = all.filter(({ source, start }) => !isDocumented(source, start));
      if (all.length === 0 || 1 - bare.length / all.length >= shares.documented) return [];
      const where = bare
        .slice(0, 8)
        .map(({ name, source, start }) => `${name} (${source.path}:${lineAt(source, start)})`);
      return [
        {
          rule: "documented exports",
          path,
          line: 1,
          message: `${bare.length} of ${all.length} say nothing: ${where.join(", ")}`,
        },
      ];
    });
  },
};

/** How many lines of a file hold something, and how many of those hold a comment. Empty lines count in neither. */
export const commentLines = (source: Source): { readonly lines: number; readonly comments: number } => {
  const inComment = new Set<number>();
  for (const { start, end } of source.comments) {
    for (let line = lineAt(source, start); line <= lineAt(source, end - 1); line += 1) inComment.add(line);
  }
  const filled = source.text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [i + 1]));
  return { lines: filled.length, comments: filled.filter((line) => inComment.has(line)).length };
};

/** Comments take between an eighth and a quarter of the lines; content, all tables and their shapes, is exempt. */
export const commentShare: Rule = {
  name: "comment share",
  holds: `comments take ${shares.comments[0] * 100} to ${shares.comments[1] * 100} % of the lines of a package or an app`,
  check: (tree) => {
    const sources = sourcesWhere(
      tree,
      (path) =>
        isShipped(path) &&
        !path.startsWith("packages/content/") &&
        !path.endsWith("/index.ts") &&
        !path.endsWith(".d.ts"),
    );
    const byPackage = groupBy(sources, ({ path }) => packageOf(path) ?? path);
    return [...byPackage].flatMap(([path, files]): readonly Finding[] => {
      const counts = files.map(commentLines);
      const lines = counts.reduce((sum, count) => sum + count.lines, 0);
      const share = counts.reduce((sum, count) => sum + count.comments, 0) / Math.max(1, lines);
      const [least, most] = shares.comments;
      if (lines < leastLines || (share >= least && share <= most)) return [];
      return [
        {
          rule: "comment share",
          path,
          line: 1,
          message: `comments take ${(share * 100).toFixed(1)} % of ${lines} lines`,
        },
      ];
    });
  },
};
