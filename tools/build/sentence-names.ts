/** Gives sentences short names in the build, in the catalogue and wherever a screen names one in full. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { root } from "./settings.ts";

/** Built names by id. An id that is not in it keeps its own. */
export type SentenceNames = ReadonlyMap<string, string>;

const digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The n-th short name: two signs for the first 3,844, so none is ever like an id, which has a dot. */
const nth = (n: number): string =>
  (n < digits.length ** 2 ? "" : nth(Math.floor(n / digits.length ** 2))) +
  digits.charAt(Math.floor(n / digits.length) % digits.length) +
  digits.charAt(n % digits.length);

/** Any text between the same two quotes that looks like an id. */
const quoted = /(["'`])([a-z][a-z0-9-]*\.[A-Za-z0-9.-]+)\1/g;

/** Both ends of an id that is put together while the app runs: `steps.${id}.title` gives `steps.` and `.title`. */
const endsOf = (text: string): readonly (readonly [head: string, tail: string])[] =>
  [...text.matchAll(/`([a-z][a-z0-9-]*\.[^`$]*)\$\{[^`]*\}([^`}]*)`/g)].map(([, head = "", tail = ""]) => [head, tail]);

/**
 * A short name for each of `ids` that one of `texts` names in full and that none of them may put together. In the order
 * of the ids, so that one tree always gives one set of names and neighbours are named alike.
 */
export const shortNames = (ids: readonly string[], texts: readonly string[]): SentenceNames => {
  const named = new Set(texts.flatMap((text) => [...text.matchAll(quoted)].map(([, , id = ""]) => id)));
  const ends = texts.flatMap(endsOf);
  const free = ids.filter(
    (id) => named.has(id) && !ends.some(([head, tail]) => id.startsWith(head) && id.endsWith(tail)),
  );
  return new Map(free.toSorted().map((id, n) => [id, nth(n)]));
};

/** A source with the short names written in. */
export const renamed = (code: string, names: SentenceNames): string =>
  code.replaceAll(quoted, (whole, quote: string, id: string) => {
    const short = names.get(id);
    return short === undefined ? whole : quote + short + quote;
  });

/** Everything that may name a sentence: the sources of the screens, without their tests. */
const screens = (): readonly string[] => {
  const folder = join(root, "apps/web/screens");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
};

/** The names of this build, from all ids of its catalogue. */
export const namesFor = (ids: readonly string[]): SentenceNames => shortNames(ids, screens());

/** Writes the short names into every screen that is built; `ids` gives the ids of the catalogue. */
export const sentenceNames = (ids: () => Promise<readonly string[]>): Plugin => {
  let names: SentenceNames = new Map();
  return {
    name: "belay:sentence-names",
    enforce: "pre",
    apply: "build",
    async buildStart() {
      names = namesFor(await ids());
    },
    transform: {
      filter: { id: /apps\/web\/screens\/.*\.tsx?$/ },
      handler: (code) => ({ code: renamed(code, names), map: null }),
    },
  };
};
