/** Leaves out what installed packages would say to a developer when they throw: the kind and the place stay. */
import type { Plugin } from "vite";

/** A part of a program, as the bundler's parser gives it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (part: unknown): part is Node =>
  typeof part === "object" && part !== null && "type" in part && "start" in part;

/** What stands in a node, in order. */
const within = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** Kinds of expressions that a message is built of; whatever else is in it might do something, and stays. */
const sayings = new Set([
  "BinaryExpression",
  "ConditionalExpression",
  "Identifier",
  "Literal",
  "LogicalExpression",
  "MemberExpression",
  "TemplateElement",
  "TemplateLiteral",
  "UnaryExpression",
]);

const onlySays = (node: Node): boolean => sayings.has(node.type) && within(node).every(onlySays);

/** `new RangeError(text)`: where the text stands, when it is one that only says something; null otherwise. */
const messageOf = (node: Node): Node | null => {
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return null;
  const [callee, message, more] = within(node);
  if (callee === undefined || message === undefined || more !== undefined) return null;
  const name = callee.type === "Identifier" && "name" in callee ? callee.name : "";
  return /^(?:|Range|Type|Syntax)Error$/.test(String(name)) && onlySays(message) ? message : null;
};

const messagesIn = (node: Node): readonly Node[] => {
  const own = messageOf(node);
  return own === null ? within(node).flatMap(messagesIn) : [own];
};

/** The code without what its errors say. `program` is the code as parsed. */
export const quieted = (code: string, program: Node): string =>
  messagesIn(program)
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);

/**
 * Quiets every installed package. Their errors are our mistakes: nobody reads them but us, who have the sources, and a
 * tenth of what a package weighs are sentences about its arguments.
 */
export const quietErrors = (): Plugin => ({
  name: "belay:quiet-errors",
  apply: "build",
  transform: {
    filter: { id: /\/node_modules\/.*\.m?js$/ },
    handler(code) {
      return { code: quieted(code, this.parse(code)), map: null };
    },
  },
});
