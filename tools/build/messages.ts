/** Compiles the sentences of the content room into one lazy catalogue per language at build time. */
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { type Plugin, runnerImport } from "vite";
import { idsNamed, loadedWith, readBelow } from "./first-words.ts";
import { isPseudo } from "./pseudo.ts";
import { stretchMessage } from "./pseudo-text.ts";
import { root } from "./settings.ts";

const prefix = "virtual:messages/";
const source = join(root, "packages/content/index.ts");

/** The exported name of a language's sentences: `en` gives `messagesEn`. */
const exportName = (locale: string): string => `messages${locale.slice(0, 1).toUpperCase()}${locale.slice(1)}`;

const sentencesOf = (module: unknown, locale: string): Readonly<Record<string, string>> => {
  const found = typeof module === "object" && module !== null ? Reflect.get(module, exportName(locale)) : undefined;
  if (typeof found !== "object" || found === null) {
    throw new Error(`packages/content does not export ${exportName(locale)}`);
  }
  const sentences: Record<string, string> = {};
  for (const [id, text] of Object.entries(found)) {
    if (typeof text !== "string") throw new Error(`message ${id} is no text`);
    sentences[id] = text;
  }
  return sentences;
};

/** The sentences without those of questionnaires that this build may not hold (`licences.ts`). */
const withoutForbidden = async (sentences: Readonly<Record<string, string>>) => {
  const { module } = await runnerImport<typeof import("./licences.ts")>(join(root, "tools/build/licences.ts"), {
    configFile: false,
    logLevel: "error",
  });
  const { BELAY_USE: use, BELAY_INSTRUMENTS: instruments, BELAY_SWITCH_ON: switchedOn } = process.env;
  const left = module.wordsLeftOut({ use, instruments, switchedOn });
  return Object.fromEntries(Object.entries(sentences).filter(([id]) => !left.has(id)));
};

/** `en/first`: what the first view may need. `en/later`: everything else. `en`: all of it. */
const partOf = (sentences: Readonly<Record<string, string>>, part: string | undefined): readonly string[] => {
  const ids = Object.keys(sentences);
  if (part === undefined) return ids;
  const read = readBelow(root);
  const first = idsNamed(
    ids,
    loadedWith("apps/web/main.tsx", read).map((path) => read(path) ?? ""),
  );
  if (part === "first") return ids.filter((id) => first.has(id));
  if (part === "later") return ids.filter((id) => !first.has(id));
  throw new Error(`there is no part "${part}" of a catalogue`);
};

/**
 * Serves `virtual:messages/<locale>` and its parts `/first` and `/later`: `messages`, the compiled catalogue by id
 * (ICU text, parsed by Lingui).
 */
export const messageCatalogues = (): Plugin => ({
  name: "belay:messages",
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    const [locale = "", part] = id.slice(prefix.length + 1).split("/");
    const loaded = await runnerImport<unknown>(source, { configFile: false, logLevel: "error" });
    for (const file of loaded.dependencies) this.addWatchFile(join(root, file));
    const sentences = await withoutForbidden(sentencesOf(loaded.module, locale));
    const compiled = partOf(sentences, part).map((key) => [
      key,
      compileMessage(isPseudo() ? stretchMessage(sentences[key] ?? "") : (sentences[key] ?? "")),
    ]);
    return `export const messages = ${JSON.stringify(Object.fromEntries(compiled))};`;
  },
});
