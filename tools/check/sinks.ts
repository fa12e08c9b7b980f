/** Finds every way to turn text into markup or code (security H-2), and every input that is not one of our parts (G-13). */
import { roomOf } from "./rooms.ts";
import { child, children, lineAt, textOf, walk, type Source, type SyntaxNode } from "./source.ts";
import { isShipped, sourcesWhere, type Finding, type Rule, type Tree } from "./tree.ts";

const markup = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "createContextualFragment",
  "parseFromString",
  "srcdoc",
  "srcDoc",
  "dangerouslySetInnerHTML",
]);
const writers = new Set(["write", "writeln"]);
const evaluators = new Set(["eval", "Function", "execScript"]);
const timers = new Set(["setTimeout", "setInterval", "setImmediate"]);

/** Written as a pattern, so that this file does not hold what it looks for. */
const scriptUrl = /^\s*javascript\s*:/i;

const calleeOf = (node: SyntaxNode): { readonly name: string; readonly object: string } => {
  const callee = child(node, "callee");
  if (callee?.type !== "MemberExpression") return { name: textOf(callee, "name"), object: "" };
  return { name: textOf(child(callee, "property"), "name"), object: textOf(child(callee, "object"), "name") };
};

const calls = (node: SyntaxNode): string | null => {
  const { name, object } = calleeOf(node);
  if (evaluators.has(name) && (object === "" || object === "globalThis" || object === "window")) return `${name}()`;
  if (writers.has(name) && object === "document") return `document.${name}()`;
  const first = children(node, "arguments")[0];
  const isText = first?.type === "TemplateLiteral" || (first?.type === "Literal" && typeof first["value"] === "string");
  return timers.has(name) && isText ? `${name} of a text` : null;
};

const sinkAt = (node: SyntaxNode): string | null => {
  if (node.type === "CallExpression" || node.type === "NewExpression") return calls(node);
  if (node.type === "Identifier" || node.type === "JSXIdentifier")
    return markup.has(textOf(node, "name")) ? textOf(node, "name") : null;
  if (node.type === "Literal") {
    const value = textOf(node, "value");
    return scriptUrl.test(value) || markup.has(value) ? value.slice(0, 40) : null;
  }
  if (node.type !== "TemplateElement" || typeof node["value"] !== "object" || node["value"] === null) return null;
  return scriptUrl.test(String(Reflect.get(node["value"], "raw"))) ? "a script address" : null;
};

/** Every sink in one parsed file. */
export const sinksIn = (source: Source): readonly Finding[] => {
  const findings: Finding[] = [];
  walk(source.program, (node) => {
    const sink = sinkAt(node);
    if (sink === null) return;
    findings.push({ rule: "sinks", path: source.path, line: lineAt(source, node.start), message: `uses ${sink}` });
  });
  return findings;
};

/** Every sink in one page: handlers in attributes, scripts in the page itself, addresses that are code. */
export const sinksInPage = (path: string, html: string): readonly Finding[] => {
  const found = [
    ...html.matchAll(/<[a-z][^>]*\son[a-z]+\s*=/gi),
    ...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gi),
    ...html.matchAll(/=\s*["']?\s*javascript\s*:/gi),
    ...html.matchAll(/\ssrcdoc\s*=/gi),
  ];
  return found.map((match) => {
    const line = html.slice(0, match.index).split("\n").length;
    return { rule: "sinks", path, line, message: `holds ${match[0].trim().slice(0, 40)}` };
  });
};

/** Security H-2: nothing turns text into markup or code. */
export const sinks: Rule = {
  name: "sinks",
  holds: "nothing turns text into markup or code",
  check: (tree: Tree) => [
    ...sourcesWhere(tree, isShipped).flatMap(sinksIn),
    ...[...tree.texts]
      .filter(([path]) => /^apps\/.*\.html$/.test(path))
      .flatMap(([path, html]) => sinksInPage(path, html)),
  ],
};

const inputs = new Set(["input", "textarea"]);

const rawInput = (node: SyntaxNode): string | null => {
  if (node.type === "JSXOpeningElement") {
    const name = textOf(child(node, "name"), "name");
    return inputs.has(name) ? `<${name}>` : null;
  }
  if (node.type === "JSXAttribute") {
    return /^content-?editable$/i.test(textOf(child(node, "name"), "name")) ? "an editable element" : null;
  }
  if (node.type !== "CallExpression" || calleeOf(node).name !== "createElement") return null;
  const name = textOf(children(node, "arguments")[0] ?? null, "value");
  return inputs.has(name) ? `<${name}>` : null;
};

/** Security G-13, by source: a person types only into our own parts, which keep the browser from remembering it. */
export const ownInputs: Rule = {
  name: "inputs",
  holds: "a person types only into parts that keep the browser from remembering",
  check: (tree) => {
    const elsewhere = (path: string): boolean => !["parts", "pages"].includes(roomOf(path)?.name ?? "");
    return sourcesWhere(tree, (path) => isShipped(path) && elsewhere(path)).flatMap((source) => {
      const findings: Finding[] = [];
      walk(source.program, (node) => {
        const raw = rawInput(node);
        if (raw === null) return;
        findings.push({
          rule: "inputs",
          path: source.path,
          line: lineAt(source, node.start),
          message: `${raw} outside of parts`,
        });
      });
      return findings;
    });
  },
};
