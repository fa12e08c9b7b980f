/** Builds what other people open: each page one file, its script and style inlined and allowed by hash alone. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { graphNote } from "../../tools/build/graph.ts";
import { pageWords } from "../../tools/build/page-words.ts";
import { pseudoTables } from "../../tools/build/pseudo.ts";
import { singleFile } from "../../tools/build/single-file.ts";
import { browser, outDir, page, root, views } from "../../tools/build/settings.ts";

/** Each page: the sentences of its file, what it is built as, and where it is served. The console is the host's own. */
const pages = {
  ask: { words: "answer", target: { file: "ask.html", path: "/a" } },
  share: { words: "sharePage", target: { file: "share.html", path: "/s" } },
  console: { words: "hostConsole", target: { file: "console.html", path: "/console", sandboxed: false } },
} as const;

export default defineConfig({
  root: join(root, "apps/pages"),
  publicDir: false,
  oxc: views,
  plugins: [
    pageWords(pages[page].words),
    pseudoTables(),
    graphNote("pages"),
    singleFile({ [`${page}/index.html`]: pages[page].target }),
  ],
  build: {
    ...browser,
    outDir,
    cssCodeSplit: false,
    rolldownOptions: {
      input: join(root, `apps/pages/${page}/index.html`),
      output: { codeSplitting: false },
    },
  },
});
