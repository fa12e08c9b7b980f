/** Finds which coverage rows the built app reaches, and which of them some test names. */
import { child, children, findAll, parseSource, textOf } from "../check/source.ts";

/** Which exports of each source module are left in a build, by path; what nothing uses is not in it. */
export type Modules = ReadonlyMap<string, ReadonlySet<string>>;

/** The modules of a build's note (the JSON of tools/build/graph.ts), over all its scripts. */
export const modulesOf = (notes: readonly string[]): Modules => {
  const modules = new Map<string, Set<string>>();
  for (const note of notes) {
    const json: { readonly chunks: readonly { readonly modules: Readonly<Record<string, readonly string[]>> }[] } =
      JSON.parse(note);
    for (const chunk of json.chunks) {
      for (const [path, exports] of Object.entries(chunk.modules)) {
        modules.set(path, new Set([...(modules.get(path) ?? []), ...exports]));
      }
    }
  }
  return modules;
};

/** Every row id in a `covers` list anywhere inside `value`. */
export const coversIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(coversIn);
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === "covers" && Array.isArray(inner) ? inner.map(String) : coversIn(inner),
  );
};

/** Row ids of the content tables that a build really holds: a table whose export nothing uses does not count. */
export const reachedTables = (
  modules: Modules,
  tables: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): readonly string[] =>
  Object.entries(tables).flatMap(([path, exports]) => {
    const used = modules.get(path);
    return Object.entries(exports).flatMap(([name, value]) => (used?.has(name) === true ? coversIn(value) : []));
  });

/** The words of `export const covers = ["ROW-01", …]` in one screen. */
export const coversOfScreen = (path: string, text: string): readonly string[] =>
  findAll(parseSource(path, text).program, "ExportNamedDeclaration")
    .flatMap((node) => {
      const declaration = child(node, "declaration");
      return declaration === null ? [] : children(declaration, "declarations");
    })
    .filter((part) => textOf(child(part, "id"), "name") === "covers")
    .flatMap((part) => findAll(part, "Literal"))
    .map((literal) => textOf(literal, "value"))
    .filter((id) => id !== "");

/** Row ids of the screens that a build holds. */
export const reachedScreens = (modules: Modules, screens: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(screens).flatMap(([path, text]) => (modules.has(path) ? coversOfScreen(path, text) : []));

/** Those of `rows` that one of `texts` names in full; `MV-1` does not name `MV-10`. */
export const namedIn = (rows: readonly string[], texts: readonly string[]): readonly string[] => {
  const named = new Set(texts.flatMap((text) => text.match(/\b[A-Z]{2,4}-\d{2}\b/g) ?? []));
  return rows.filter((row) => named.has(row));
};

/** The line that is printed. */
export interface CoverageLine {
  readonly rows: number;
  readonly reachable: readonly string[];
  readonly tested: readonly string[];
}

/** What may not be: a row that nothing reaches, one that no test names, and a name in a `covers` list that is no row. */
export const shortfalls = (
  line: CoverageLine,
  rows: readonly string[],
  reached: readonly string[],
): readonly string[] => {
  const [known, there, tested] = [new Set(rows), new Set(line.reachable), new Set(line.tested)];
  return [
    ...[...new Set(reached)].filter((id) => !known.has(id)).map((id) => `${id} is no row`),
    ...rows.filter((id) => !there.has(id)).map((id) => `${id} is not reachable`),
    ...rows.filter((id) => !tested.has(id)).map((id) => `${id} is named by no test`),
  ];
};
