/** Holds what types may claim: no `any`, no `!`, and `as` only where something has just been checked. */
import { isFunction } from "./functions.ts";
import { roomOf } from "./rooms.ts";
import { child, children, findAll, lineAt, textOf, walk, type Source, type SyntaxNode } from "./source.ts";
import { isConfig, isTest, type Finding, type Rule, type Tree } from "./tree.ts";

const rule = (name: string, holds: string, check: (source: Source) => readonly Finding[]): Rule => ({
  name,
  holds,
  check: (tree) => tree.sources.flatMap(check),
});

const findingAt = (name: string, source: Source, node: SyntaxNode, message: string): Finding => ({
  rule: name,
  path: source.path,
  line: lineAt(source, node.start),
  message,
});

/** `any` in any form, tests included, and the comments that switch the compiler off. */
export const noAny = rule("any", "nobody writes `any`, or a comment that silences the compiler", (source) => [
  ...findAll(source.program, "TSAnyKeyword").map((node) => findingAt("any", source, node, "any")),
  ...source.comments
    .filter(({ start, end }) => /^[\s/*]*@ts-(?:ignore|expect-error|nocheck)/.test(source.text.slice(start, end)))
    .map(({ start }) => ({
      rule: "any",
      path: source.path,
      line: lineAt(source, start),
      message: "silences the compiler",
    })),
]);

/** `x!`, tests included. `let x!: T` counts too. */
export const noBang = rule("non-null", "nobody writes `!` to wave a null away", (source) => [
  ...findAll(source.program, "TSNonNullExpression").map((node) => findingAt("non-null", source, node, "!")),
  ...findAll(source.program, "VariableDeclarator", "PropertyDefinition")
    .filter((node) => node["definite"] === true)
    .map((node) => findingAt("non-null", source, node, "!:")),
]);

/** An assertion of a type, with what stands around it. */
interface Assertion {
  readonly node: SyntaxNode;
  readonly around: readonly SyntaxNode[];
  readonly type: string;
}

const isConst = (node: SyntaxNode): boolean => {
  const annotation = child(node, "typeAnnotation");
  const name = annotation === null ? null : child(annotation, "typeName");
  return textOf(name, "name") === "const";
};

const assertionsOf = (source: Source): readonly Assertion[] => {
  const found: Assertion[] = [];
  walk(source.program, (node, around) => {
    if (node.type !== "TSAsExpression" && node.type !== "TSTypeAssertion") return;
    const annotation = child(node, "typeAnnotation");
    if (isConst(node) || annotation === null) return;
    found.push({ node, around: [...around], type: source.text.slice(annotation.start, annotation.end) });
  });
  return found;
};

const asks = new Set(["IfStatement", "ConditionalExpression", "SwitchStatement"]);

/** True when a question is asked in `body` before `at`, or around it. */
const asksBefore = (body: SyntaxNode, at: number): boolean => {
  let asked = false;
  walk(body, (node) => {
    if (asks.has(node.type) && node.start < at) asked = true;
  });
  return asked;
};

/** `v.pipe(v.string(), v.check(…), v.transform((text) => text as Day))`: the schema has checked before the transform. */
const inCheckedPipe = (around: readonly SyntaxNode[], at: number): boolean =>
  around.some((node) => {
    if (node.type !== "CallExpression") return false;
    const callee = child(node, "callee");
    const name = textOf(callee, "name") || textOf(callee === null ? null : child(callee, "property"), "name");
    return name === "pipe" && children(node, "arguments").filter((step) => step.end < at).length >= 2;
  });

const isChecked = ({ node, around }: Assertion): boolean => {
  const holder = around.findLast(isFunction);
  if (inCheckedPipe(around, node.start)) return true;
  return holder !== undefined && asksBefore(holder, node.start);
};

const castFinding = (source: Source, { node }: Assertion, message: string): Finding =>
  findingAt("cast", source, node, message);

/** The first assertion of each type in each room is its constructor; a second one is a way around it. */
const repeated = (tree: Tree): readonly Finding[] => {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const source of tree.sources.filter(({ path }) => !isTest(path))) {
    for (const assertion of assertionsOf(source)) {
      const key = `${roomOf(source.path)?.name ?? "tools"} ${assertion.type}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, source.path);
      else findings.push(castFinding(source, assertion, `${assertion.type} has its constructor in ${first} already`));
    }
  }
  return findings;
};

/**
 * A checked constructor is a function that asks something (`if`, `?:`, `switch`) before it asserts, or a transform
 * behind a check in a schema's pipe. Each room has at most one per type. `as const` is free; tests, which must be
 * able to pass what the types forbid, are too.
 */
export const casts: Rule = {
  name: "cast",
  holds: "`as` stands only in the one constructor of a type that has just checked",
  check: (tree) => {
    const findings: Finding[] = [];
    for (const source of tree.sources.filter(({ path }) => !isTest(path))) {
      for (const assertion of assertionsOf(source)) {
        const { node, type } = assertion;
        const double = child(node, "expression")?.type === "TSAsExpression" || type === "unknown";
        if (double) findings.push(castFinding(source, assertion, `asserts through ${type}`));
        else if (!isChecked(assertion))
          findings.push(castFinding(source, assertion, `${type} is asserted, not checked`));
      }
    }
    return [...findings, ...repeated(tree)];
  },
};

/** Enums are a second kind of value with surprises of its own; lists `as const` do the same. */
export const noEnums = rule("enum", "there are no enums", (source) =>
  findAll(source.program, "TSEnumDeclaration").map((node) => findingAt("enum", source, node, "enum")),
);

/** Default exports have no name to search for; only the configuration of tools needs them. */
export const noDefaults = rule(
  "default export",
  "there are no default exports, tool configurations aside",
  (source) => {
    if (isConfig(source.path)) return [];
    const named = findAll(source.program, "ExportSpecifier").filter(
      (node) => textOf(child(node, "exported"), "name") === "default",
    );
    return [...findAll(source.program, "ExportDefaultDeclaration"), ...named].map((node) =>
      findingAt("default export", source, node, "exports without a name"),
    );
  },
);
