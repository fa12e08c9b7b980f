/** Builds the app in a language that does not exist, when `BELAY_PSEUDO` is set. */
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { root } from "./settings.ts";

/** Whether the build that runs now is for the pseudo-locale run; one process builds both. */
export const isPseudo = (): boolean => process.env["BELAY_PSEUDO"] === "1";

const text = JSON.stringify(join(root, "tools/build/pseudo-text.ts"));

/** One line that passes a table, or the words of the answer page, on; types among the names are left behind. */
const tableLine = /^export \{ ([\w, ]+) \} from ("\.\/(?:catalogue|locales\/en)\/[^"]+");$/gm;

/** A table of names alone, whose words are found by them; and one whose sentences are messages, stretched with those. */
const notWords = ["helpFallbacks", "measureWords"];

const stretched = (list: string, from: string): string =>
  list
    .split(", ")
    .filter((name) => !name.startsWith("type "))
    .map((name) =>
      notWords.includes(name)
        ? `export { ${name} } from ${from};`
        : `import { ${name} as ${name}Plain } from ${from};\nexport const ${name} = stretchTable(${name}Plain);`,
    )
    .join("\n");

/** Stretches what the tables of the content room export; the messages are stretched where they are compiled. */
export const pseudoTables = (): Plugin => ({
  name: "belay:pseudo",
  enforce: "pre",
  transform(code, id) {
    if (!isPseudo() || relative(root, id).replaceAll("\\", "/") !== "packages/content/index.ts") return undefined;
    const body = code.replaceAll(tableLine, (_line, list: string, from: string) => stretched(list, from));
    return { code: `import { stretchTable } from ${text};\n${body}`, map: null };
  },
});
