/** Reads one source file into its syntax tree, its comments and its imports, for every rule to share. */
import { parseSync } from "vite";

/** A node of the syntax tree (ESTree with TypeScript's additions); `start` and `end` are offsets into the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** One `import`, `export … from` or `import()` that names another module. */
export interface ImportNote {
  readonly from: string;
  readonly start: number;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** A parsed file. `path` is relative to the root of the tree, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly program: SyntaxNode;
  readonly comments: readonly { readonly start: number; readonly end: number; readonly block: boolean }[];
  readonly imports: readonly ImportNote[];
  /** What the parser could not read; anything here fails the run. */
  readonly errors: readonly string[];
}

/** True for anything that looks like a node of the tree. */
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value;

/** The child under `key`, when there is exactly one. */
export const child = (node: SyntaxNode, key: string): SyntaxNode | null => {
  const value = node[key];
  return isNode(value) ? value : null;
};

/** The children under `key`, when it holds a list. */
export const children = (node: SyntaxNode, key: string): readonly SyntaxNode[] => {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** The text under `key`, such as an identifier's `name`; empty when there is none. */
export const textOf = (node: SyntaxNode | null, key: string): string => {
  const value = node?.[key];
  return typeof value === "string" ? value : "";
};

/** Called for each node, with the nodes around it, nearest last. Returning false leaves its children out. */
export type Visit = (node: SyntaxNode, around: readonly SyntaxNode[], key: string) => boolean | void;

/** Visits `node` and all below it, outside in and in the order of the text. */
export const walk = (node: SyntaxNode, visit: Visit): void => {
  const around: SyntaxNode[] = [];
  const step = (current: SyntaxNode, key: string): void => {
    if (visit(current, around, key) === false) return;
    around.push(current);
    for (const [name, value] of Object.entries(current)) {
      if (isNode(value)) step(value, name);
      else if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item, name);
    }
    around.pop();
  };
  step(node, "");
};

/** Every node below `node` whose type is one of `types`. */
export const findAll = (node: SyntaxNode, ...types: readonly string[]): readonly SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  walk(node, (current) => void (types.includes(current.type) && found.push(current)));
  return found;
};

/** The 1-based line of an offset. */
export const lineAt = (source: Source, offset: number): number => {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
};

const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

/** `import("…")` in types, which the parser's own list of imports leaves out. */
const importsInTypes = (program: SyntaxNode): readonly ImportNote[] =>
  findAll(program, "TSImportType").map((node) => {
    const named = child(node, "source") ?? child(node, "argument");
    const from = textOf(named, "value") || textOf(named === null ? null : child(named, "literal"), "value");
    return { from, start: node.start, typeOnly: true };
  });

const importsOf = (program: SyntaxNode): readonly ImportNote[] => {
  const notes: ImportNote[] = [];
  for (const node of findAll(
    program,
    "ImportDeclaration",
    "ExportNamedDeclaration",
    "ExportAllDeclaration",
    "ImportExpression",
  )) {
    const from = textOf(child(node, "source"), "value");
    const typeOnly = node["importKind"] === "type" || node["exportKind"] === "type";
    if (from !== "") notes.push({ from, start: node.start, typeOnly });
  }
  return [...notes, ...importsInTypes(program)];
};

/** Parses TypeScript, with or without views, or plain JavaScript, by the ending of `path`. */
export const parseSource = (path: string, text: string): Source => {
  const parsed = parseSync(path, text);
  const program: unknown = parsed.program;
  if (!isNode(program)) throw new Error(`no syntax tree for ${path}`);
  return {
    path,
    text,
    lineStarts: lineStartsOf(text),
    program,
    comments: parsed.comments.map(({ start, end, type }) => ({ start, end, block: type === "Block" })),
    imports: importsOf(program),
    errors: parsed.errors.map(({ message }) => message),
  };
};
