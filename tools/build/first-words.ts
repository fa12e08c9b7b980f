/** Finds the sentences that the first view may need, so that all others can arrive later. */
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Reads a source by its path from the root of the tree; null when there is none. */
export type ReadSource = (path: string) => string | null;

/** Reads below `root`. */
export const readBelow =
  (root: string): ReadSource =>
  (path) =>
    existsSync(posix.join(root, path)) ? readFileSync(posix.join(root, path), "utf8") : null;

/** What `text` imports at once: not in types, and not by `import()`. */
const importedAtOnce = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"(\.[^"]+\.tsx?)";/gm)].map(
    (match) => match[1] ?? "",
  );

/** The sources that are loaded together with `entry`, itself first. */
export const loadedWith = (entry: string, read: ReadSource): readonly string[] => {
  const found: string[] = [];
  const visit = (path: string): void => {
    const text = found.includes(path) ? null : read(path);
    if (text === null) return;
    found.push(path);
    for (const from of importedAtOnce(text)) visit(posix.join(posix.dirname(path), from));
  };
  visit(entry);
  return found;
};

/**
 * Those of `ids` that one of `texts` could ask for: named in full, or beginning like a text that is put together
 * (`today.${part}`). Too many is harmless, too few would show a bare id.
 */
export const idsNamed = (ids: readonly string[], texts: readonly string[]): ReadonlySet<string> => {
  const whole = new Set<string>();
  const heads = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/["'`]([a-z][a-z0-9-]*\.[A-Za-z0-9.-]*)(\$\{)?/g)) {
      const [, name = "", open] = match;
      if (open === undefined) whole.add(name);
      else heads.add(name);
    }
  }
  const begins = [...heads];
  return new Set(ids.filter((id) => whole.has(id) || begins.some((head) => id.startsWith(head))));
};
