/** Gives the classes of style modules short names, and writes each name where a view uses it. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { root } from "./settings.ts";

/** One style module: where it stands, and what is in it. */
export interface StyleModule {
  readonly path: string;
  readonly text: string;
}

/** Built names by class, by the path of the module. */
export type ClassNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

const remarks = /\/\*[^]*?\*\//g;

/** Every class and every movement that a style names, in order and once. */
const classesIn = (text: string): readonly string[] => {
  const found = text.replaceAll(remarks, "").matchAll(/(?:\.|@keyframes\s+)([a-z][\w-]*)/gi);
  return [...new Set([...found].map(([, name = ""]) => name))].toSorted();
};

/**
 * A number for each class of all modules, in the order of their paths, so that one tree always gives one set of names.
 * A hash would be as sure, but nothing packs a hash: names like these take several kilobytes off the whole.
 */
export const numbered = (modules: readonly StyleModule[]): ClassNames => {
  let next = 0;
  const inOrder = modules.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return new Map(
    inOrder.map(({ path, text }) => [
      path,
      new Map(classesIn(text).map((name) => [name, `c${(next++).toString(36)}`] as const)),
    ]),
  );
};

const plain = (path: string): string => (path.split("?")[0] ?? path).replaceAll("\\", "/");

const readAll = (folder: string): ClassNames =>
  numbered(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".module.css"))
      .map((file) => ({ path: plain(join(folder, file)), text: readFileSync(join(folder, file), "utf8") })),
  );

/** Read once a build. */
let known: ClassNames | null = null;

/** Every name given out so far. */
const given = new Set<string>();

/**
 * The built name of a class of the app. Throws when the module has no such class: what a view named in vain would be
 * left out of the page without a word.
 */
export const shortClass = (name: string, file: string): string => {
  known ??= readAll(join(root, "apps/web"));
  const short = known.get(plain(file))?.get(name);
  if (short === undefined) throw new Error(`no class "${name}" in ${file}`);
  given.add(short);
  return short;
};

/** The line by which a view takes its style module. */
const taken = /^import css from "([^"]+\.module\.css)";$/m;

/**
 * A view with the names of its classes written out. A view that picks a class while it runs keeps the whole table for
 * it; the others take the style alone.
 */
export const namedOut = (code: string, nameOf: (name: string) => string): string => {
  const named = code.replaceAll(/\bcss\["([^"]+)"\]/g, (_all, name: string) => JSON.stringify(nameOf(name)));
  return /\bcss\b(?!")/.test(named.replace(taken, "")) ? named : named.replace(taken, 'import "$1";');
};

/** Writes the names out in every view that is built. */
export const classNames = (): Plugin => ({
  name: "belay:class-names",
  enforce: "pre",
  apply: "build",
  transform: {
    filter: { id: /apps\/web\/.*\.tsx$/ },
    handler(code, id) {
      const module = taken.exec(code)?.[1];
      if (module === undefined) return undefined;
      const file = join(dirname(id), module);
      this.addWatchFile(file);
      return { code: namedOut(code, (name) => shortClass(name, file)), map: null };
    },
  },
});

/** The names that no style holds: what a build that lost a style has to say. */
export const namesLost = (names: Iterable<string>, styles: string): readonly string[] => {
  const held = new Set(styles.match(/[a-z][\w-]*/gi));
  return [...names].filter((name) => !held.has(name));
};

/**
 * Keeps every style in the build, although no script takes a name from its module any more, and fails a build in which
 * one of the names given out stands in no style.
 */
export const stylesKept = (): Plugin => ({
  name: "belay:styles-kept",
  enforce: "post",
  apply: "build",
  transform: {
    filter: { id: /\.module\.css$/ },
    handler: (code) => ({ code, map: null, moduleSideEffects: "no-treeshake" }),
  },
  generateBundle(_options, bundle) {
    const styles = Object.values(bundle)
      .map((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? String(file.source) : ""))
      .join("\n");
    const lost = namesLost(given, styles);
    if (lost.length > 0) throw new Error(`the build lost a style: ${lost.length} classes stand in none`);
  },
});
