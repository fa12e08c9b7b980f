/** Keeps every sentence that a person reads in the content room, where it can be reworded and translated. */
import { child, children, lineAt, textOf, walk, type Source, type SyntaxNode } from "./source.ts";
import { isShipped, isTable, sourcesWhere, type Finding, type Rule, type Tree } from "./tree.ts";

const spoken = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
]);
const written = new Set(["textContent", "innerText", "title", "placeholder", "ariaLabel", "alt", "ariaValueText"]);

/** Titles that tell nobody anything: the neutral name, and that of the page that leaving ends on. */
const neutral = ["Belay", "Blank"];

const hasWords = (text: string): boolean => !neutral.includes(text.trim()) && /\p{L}{2,}/u.test(text);

/** A whole sentence in a string: a capital, at least three words, an end. Messages of thrown errors are for us. */
const isSentence = (text: string): boolean => /^\p{Lu}\S*(?:\s+\S+){2,}[.?!…]$/u.test(text.trim());

const literal = (node: SyntaxNode | null): string => {
  if (node?.type === "Literal") return textOf(node, "value");
  if (node?.type === "JSXExpressionContainer") return literal(child(node, "expression"));
  if (node?.type !== "TemplateLiteral") return "";
  return children(node, "quasis")
    .map(({ value }) => (typeof value === "object" && value !== null ? String(Reflect.get(value, "raw")) : ""))
    .join(" ");
};

const attribute = (node: SyntaxNode): string => {
  const named = child(node, "name");
  return spoken.has(textOf(named, "name")) ? literal(child(node, "value")) : "";
};

const assigned = (node: SyntaxNode): string => {
  const left = child(node, "left");
  const property = left === null ? null : child(left, "property");
  return written.has(textOf(property, "name")) ? literal(child(node, "right")) : "";
};

const called = (node: SyntaxNode): string => {
  const callee = child(node, "callee");
  const name = textOf(callee === null ? null : child(callee, "property"), "name");
  const first = children(node, "arguments");
  if (name === "createTextNode") return literal(first[0] ?? null);
  return name === "setAttribute" && spoken.has(literal(first[0] ?? null)) ? literal(first[1] ?? null) : "";
};

/** The words that one node shows to a person, or an empty text. */
const shown = (node: SyntaxNode, around: readonly SyntaxNode[]): string => {
  if (node.type === "JSXText") return textOf(node, "value");
  if (node.type === "JSXAttribute") return attribute(node);
  if (node.type === "AssignmentExpression") return assigned(node);
  if (node.type === "CallExpression") return called(node);
  if (node.type === "JSXExpressionContainer" && around.at(-1)?.type === "JSXElement") return literal(node);
  const forUs = around.some(({ type }) => type === "NewExpression" || type === "ThrowStatement");
  return !forUs && (node.type === "Literal" || node.type === "TemplateLiteral") && isSentence(literal(node))
    ? literal(node)
    : "";
};

const inSource = (source: Source): readonly Finding[] => {
  const findings: Finding[] = [];
  walk(source.program, (node, around) => {
    const text = shown(node, around);
    if (!hasWords(text)) return;
    const line = lineAt(source, node.start);
    findings.push({
      rule: "sentences",
      path: source.path,
      line,
      message: `says "${text.trim().slice(0, 60)}" outside of content`,
    });
  });
  return findings;
};

const oneSpace = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/**
 * The text of a page between its tags, without scripts and styles. A page that must say something before its script
 * runs repeats a sentence of content word for word; anything else is a finding.
 */
const inPage = (path: string, html: string, content: string): readonly Finding[] => {
  const bare = html.replaceAll(/&[a-z]+;|<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, "");
  return [...bare.matchAll(/>([^<]+)</g)]
    .map((match) => oneSpace(match[1] ?? ""))
    .filter((text) => hasWords(text) && !content.includes(`"${text}"`))
    .map((text) => ({ rule: "sentences", path, line: 1, message: `says "${text.slice(0, 60)}" outside of content` }));
};

/** Views, pages and parts hold no words of their own. The relay speaks to machines and to the one who runs it. */
export const sentences: Rule = {
  name: "sentences",
  holds: "what a person reads stands in content alone",
  check: (tree: Tree) => {
    const content = sourcesWhere(tree, isTable)
      .map(({ text }) => oneSpace(text))
      .join("\n");
    const pages = [...tree.texts].filter(([path]) => /^apps\/.*\.html$/.test(path));
    return [
      ...sourcesWhere(tree, (path) => isShipped(path) && /^apps\/(?:web|pages)\//.test(path)).flatMap(inSource),
      ...pages.flatMap(([path, html]) => inPage(path, html, content)),
    ];
  },
};
