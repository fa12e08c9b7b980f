/** Writes the few words that a page shows before its script runs, from the content room into the page's file. */
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";
import { root } from "./settings.ts";

/** `<!--answer.title-->` becomes that sentence. A place that no sentence fills is our bug, and stops the build. */
export const fillWords = (html: string, sentences: Readonly<Record<string, string>>): string =>
  html.replaceAll(/<!--([a-z0-9]+(?:[.-][a-z0-9]+)+)-->/g, (_place, id: string) => {
    const text = sentences[id];
    if (text === undefined || /[<>&]/.test(text)) throw new Error(`no sentence fit for a page's file: ${id}`);
    return text;
  });

/** The texts among what a module exports under one name. */
const textsOf = (module: unknown, name: string): Readonly<Record<string, string>> => {
  const found: unknown = typeof module === "object" && module !== null ? Reflect.get(module, name) : null;
  const entries = Object.entries(found ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
};

/** Fills every place with the sentences that the content room exports as `name`. */
export const pageWords = (name: string): Plugin => ({
  name: "belay:page-words",
  transformIndexHtml: {
    order: "pre",
    handler: async (html) => {
      const source = join(root, "packages/content/index.ts");
      const content = await runnerImport<unknown>(source, { configFile: false, logLevel: "error" });
      return fillWords(html, textsOf(content.module, name));
    },
  },
});
