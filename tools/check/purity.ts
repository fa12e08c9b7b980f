/** Keeps the pure rooms pure: nothing waits, looks at a clock, rolls dice, or touches the outside. */
import { functionsOf } from "./functions.ts";
import { pureRooms, roomOf } from "./rooms.ts";
import { child, lineAt, textOf, walk, type Source, type SyntaxNode } from "./source.ts";
import { isShipped, sourcesWhere, type Finding, type Rule } from "./tree.ts";

const outside = new Set(
  `fetch XMLHttpRequest WebSocket EventSource indexedDB localStorage sessionStorage caches navigator document window
  self location history process globalThis global crypto performance console setTimeout setInterval setImmediate
  clearTimeout clearInterval queueMicrotask requestAnimationFrame structuredClone Promise require Atomics Worker
  BroadcastChannel MessageChannel`.split(/\s+/),
);

const declares = new Set(["VariableDeclarator", "FunctionDeclaration", "ClassDeclaration"]);
const patterns = new Set(["ObjectPattern", "ArrayPattern"]);

/** True for an identifier that gives a name to something: a variable, a function, a parameter, an import, a part taken out. */
const bindsName = (node: SyntaxNode, around: readonly SyntaxNode[], key: string): boolean => {
  const holder = around.at(-1);
  if (node.type !== "Identifier" || holder === undefined) return false;
  if (key === "params" || key === "local") return true;
  if (key === "id") return declares.has(holder.type);
  return (key === "value" || key === "elements") && around.slice(-2).some(({ type }) => patterns.has(type));
};

/** Names that the file gives to something of its own. `declare` gives nothing: it only promises. */
const ownNames = (source: Source): ReadonlySet<string> => {
  const names = new Set<string>();
  walk(source.program, (node, around, key) => {
    if (node["declare"] === true) return false;
    if (bindsName(node, around, key)) names.add(textOf(node, "name"));
    return undefined;
  });
  return names;
};

/** True for an identifier that reads a name, rather than naming a property or a type. */
const readsName = (node: SyntaxNode, holder: SyntaxNode | undefined, key: string): boolean => {
  if (node.type !== "Identifier" || holder === undefined) return false;
  const named =
    (key === "property" && holder.type === "MemberExpression") ||
    (key === "key" && holder.type !== "TSPropertySignature");
  if (named) return holder["computed"] === true;
  return (
    !holder.type.startsWith("TS") ||
    holder.type === "TSAsExpression" ||
    holder.type === "TSNonNullExpression" ||
    holder.type === "TSSatisfiesExpression"
  );
};

const memberName = (node: SyntaxNode): string =>
  `${textOf(child(node, "object"), "name")}.${textOf(child(node, "property"), "name")}`;

/** What is impure about one node, or null. */
const impurity = (
  node: SyntaxNode,
  holder: SyntaxNode | undefined,
  key: string,
  own: ReadonlySet<string>,
): string | null => {
  if (node["async"] === true) return "async";
  if (node.type === "AwaitExpression" || node.type === "ImportExpression") return "waits";
  if (node.type === "ForOfStatement" && node["await"] === true) return "waits";
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    const name = textOf(child(node, "callee"), "name");
    const given = node["arguments"];
    if (name === "Date" && Array.isArray(given) && (given.length === 0 || node.type === "CallExpression"))
      return "reads the clock";
  }
  if (node.type === "MemberExpression") {
    const name = memberName(node);
    if (["Date.now", "Math.random", "performance.now"].includes(name)) return `uses ${name}`;
  }
  const name = textOf(node, "name");
  return readsName(node, holder, key) && outside.has(name) && !own.has(name) ? `touches ${name}` : null;
};

const impurities = (source: Source): readonly Finding[] => {
  const own = ownNames(source);
  const findings: Finding[] = [];
  const add = (node: SyntaxNode, message: string): void => {
    findings.push({ rule: "purity", path: source.path, line: lineAt(source, node.start), message });
  };
  walk(source.program, (node, around, key) => {
    if (node["declare"] === true) return false;
    const message = impurity(node, around.at(-1), key, own);
    if (message !== null) add(node, message);
    return undefined;
  });
  return findings;
};

/** Time, ids and chance are arguments in the pure rooms; nothing there is `async`. */
export const purity: Rule = {
  name: "purity",
  holds: `nothing in ${pureRooms.join(", ")} waits, reads a clock, rolls dice or touches the outside`,
  check: (tree) =>
    sourcesWhere(tree, (path) => isShipped(path) && pureRooms.includes(roomOf(path)?.name ?? "")).flatMap(impurities),
};

/** Content is words and tables of words: nothing in it decides. */
export const contentWithoutLogic: Rule = {
  name: "content without logic",
  holds: "nothing in content is a function",
  check: (tree) =>
    sourcesWhere(tree, (path) => isShipped(path) && roomOf(path)?.name === "content").flatMap((source) =>
      functionsOf(source).map(({ line }) => ({
        rule: "content without logic",
        path: source.path,
        line,
        message: "holds a function",
      })),
    ),
};

const dom = /^(?:document|window|DOMParser|(?:HTML|SVG)\w*Element)$/;

const pageTouches = (source: Source): readonly Finding[] => {
  const own = ownNames(source);
  const findings: Finding[] = [];
  walk(source.program, (node, around, key) => {
    const holder = around.at(-1);
    const name = textOf(node, "name");
    if (!dom.test(name) || own.has(name)) return;
    if (!readsName(node, holder, key) && holder?.type !== "TSTypeReference") return;
    const line = lineAt(source, node.start);
    findings.push({ rule: "engine without a page", path: source.path, line, message: `touches ${name}` });
  });
  return findings;
};

/** The engine knows no page; what it needs of a browser comes through a port. */
export const domFreeEngine: Rule = {
  name: "engine without a page",
  holds: "the engine and its ports never touch the document",
  check: (tree) => {
    const engine = (path: string): boolean => ["engine", "ports"].includes(roomOf(path)?.name ?? "");
    return sourcesWhere(tree, (path) => isShipped(path) && engine(path)).flatMap(pageTouches);
  },
};
