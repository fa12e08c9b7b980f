/** Lists the functions of a file with their names and lengths. */
import { child, lineAt, textOf, walk, type Source, type SyntaxNode } from "./source.ts";

/** One function as written. `lines` counts from its first to its last line, both included. */
export interface FunctionNote {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly async: boolean;
}

const kinds = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

const nameFrom = (node: SyntaxNode, holder: SyntaxNode | undefined): string => {
  const own = textOf(child(node, "id"), "name");
  if (own !== "" || holder === undefined) return own;
  const named = child(holder, "id") ?? child(holder, "key");
  return named === null ? "" : textOf(named, "name");
};

/** True when `node` is a function with a body. */
export const isFunction = (node: SyntaxNode): boolean => kinds.has(node.type) && child(node, "body") !== null;

/** Every function of `source`; those without a name of their own or of what holds them are called `""`. */
export const functionsOf = (source: Source): readonly FunctionNote[] => {
  const notes: FunctionNote[] = [];
  walk(source.program, (node, around) => {
    if (!isFunction(node)) return;
    const line = lineAt(source, node.start);
    const lines = lineAt(source, node.end - 1) - line + 1;
    notes.push({ name: nameFrom(node, around.at(-1)), line, lines, async: node["async"] === true });
  });
  return notes;
};
