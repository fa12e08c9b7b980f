/** Builds the app: one entry, lazy parts, hashed names, nothing inlined into the page. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { classNames, shortClass, stylesKept } from "../../tools/build/class-names.ts";
import { graphNote } from "../../tools/build/graph.ts";
import { messageCatalogues } from "../../tools/build/messages.ts";
import { pseudoTables } from "../../tools/build/pseudo.ts";
import { browser, outDir, root, views } from "../../tools/build/settings.ts";

/** The address of the key worker that was built just before; the app may load no other worker. */
const keysUrl = (): string => {
  const name = readdirSync(join(outDir, "w")).find((file) => file.startsWith("keys-"));
  if (name === undefined) throw new Error("build the key worker first: node tools/build.mjs web");
  return `/w/${name}`;
};

/** Asks for the latin letters early; every other alphabet is fetched when a page needs it. */
const fontPreload = (): Plugin => ({
  name: "belay:font-preload",
  transformIndexHtml: {
    order: "post",
    handler: (_html, context) =>
      Object.keys(context.bundle ?? {})
        .filter((file) => /-latin-[^/]*normal[^/]*\.woff2$/.test(file) && !file.includes("latin-ext"))
        .toSorted()
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
          injectTo: "head" as const,
        })),
  },
});

/** Views of the log that only rooms read, packed with the acts; without this they would come with the first view, through the domain's door. */
const roomViews =
  /packages\/(?:domain\/(?:room-views|talk|quietness|(?:beliefs|load|measures|offers|origins|plan|shifts|signs)\/view)|guidance\/)/;

/** Tables that the loop needs: steps, beliefs, scripts, and the lists of the wording help. */
const loopWords =
  /packages\/content\/(?:wording\/|catalogue\/(?:steps|beliefs|belief-|scripts|no-scripts|safe-qualities|body-cues))/;

/** What the engine fetches once the app is open; what one room alone wants of it comes with the rooms. */
const engineActs = /apps\/web\/(?:far|adapters\/|engine\/(?!backup|open-export))/;

/** What commands come to: apart from the acts, so that what is noted is written also when those do not come. */
const deciders = /packages\/domain\/(?:[a-z]+\/)?decide\.ts|engine\/deciding/;

/** Screens of numbers over time, and what they alone need: most visits never go there. Style comes with that of the rooms. */
const numbers =
  /(?:apps\/web\/screens\/(?:number-screens|measures|measures-in|summary|share\/(?!who-can-see))|parts\/document(?!-figures|-shape)|packages\/measures\/(?:import|fhir|csv)).*\.tsx?$/;

/**
 * Few scripts rather than many: texts that are packed together share their words. What the language holds stands in
 * files of its own (`words-…`), so that code and words are measured, and one day translated, apart. Help stays by
 * itself: it is small, and it must wait for nothing but its lines. What several groups need goes to the first that may
 * have it. The loop and the other rooms are one: the step of the day needs both as soon as the first view stands.
 */
const groups = [
  { name: "words-first", tags: ["$initial" as const], test: /packages\/content\/|virtual:messages/, priority: 6 },
  {
    name: "first",
    tags: ["$initial" as const],
    test: (id: string) => !roomViews.test(id),
    priority: 5,
    includeDependenciesRecursively: false,
  },
  { name: "words-help", test: /catalogue\/help-lines/, priority: 4 },
  { name: "help", test: /screens\/help\//, priority: 4 },
  { name: "words-loop", test: loopWords, priority: 3 },
  { name: "words-rooms", test: /packages\/content\//, priority: 3 },
  { name: "deciders", test: deciders, priority: 3 },
  { name: "acts", test: (id: string) => engineActs.test(id) || roomViews.test(id), priority: 2 },
  { name: "numbers", test: numbers, priority: 2, includeDependenciesRecursively: false },
  { name: "rooms", test: /apps\/web\/|packages\//, priority: 1 },
];

export default defineConfig(({ command }) => ({
  root: join(root, "apps/web"),
  publicDir: "public",
  oxc: views,
  define: { __KEYS_URL__: JSON.stringify(command === "build" ? keysUrl() : "/w/keys.js") },
  css: { modules: { generateScopedName: shortClass } },
  plugins: [classNames(), messageCatalogues(), pseudoTables(), fontPreload(), stylesKept(), graphNote("web")],
  build: { ...browser, outDir, rolldownOptions: { output: { codeSplitting: { groups } } } },
}));
