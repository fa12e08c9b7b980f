/** Notes which source modules ended up in which built file, for the size, coverage and arrow checks. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { metaDir, root } from "./settings.ts";

/** One built script: what it loads, and for each source module in it which of its exports are left. */
export interface ChunkNote {
  readonly file: string;
  readonly entry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly css: readonly string[];
  readonly modules: Readonly<Record<string, readonly string[]>>;
}

/** The note of one build. */
export interface BuildNote {
  readonly chunks: readonly ChunkNote[];
}

/** A path from the root of the tree, the same in every folder; installed files from `node_modules/` on. */
const shortId = (id: string): string => {
  if (id.startsWith("\0")) return id.slice(1);
  const path = relative(root, id.split("?")[0] ?? id).replaceAll("\\", "/");
  const installed = path.lastIndexOf("node_modules/");
  return installed > 0 ? path.slice(installed) : path;
};

/** What a build before this one noted under the same name; the pages are built one by one. */
const chunksIn = (path: string): readonly ChunkNote[] => {
  const found: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  const chunks: unknown = typeof found === "object" && found !== null ? Reflect.get(found, "chunks") : [];
  return Array.isArray(chunks) ? chunks : [];
};

/** Writes `<name>.json` beside the build, in an order that depends on the sources alone. */
export const graphNote = (name: string): Plugin => ({
  name: "belay:graph-note",
  generateBundle(_options, bundle) {
    const path = join(metaDir, `${name}.json`);
    const chunks: ChunkNote[] = [...chunksIn(path)];
    for (const output of Object.values(bundle)) {
      if (output.type !== "chunk") continue;
      const modules = Object.entries(output.modules)
        .map(([id, module]): [string, readonly string[]] => [shortId(id), module.renderedExports.toSorted()])
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
      chunks.push({
        file: output.fileName,
        entry: output.isEntry,
        imports: output.imports.toSorted(),
        dynamicImports: output.dynamicImports.toSorted(),
        css: [...(output.viteMetadata?.importedCss ?? [])].toSorted(),
        modules: Object.fromEntries(modules),
      });
    }
    chunks.sort((a, b) => (a.file < b.file ? -1 : 1));
    mkdirSync(metaDir, { recursive: true });
    const note: BuildNote = { chunks };
    writeFileSync(path, `${JSON.stringify(note, null, 1)}\n`);
  },
});
