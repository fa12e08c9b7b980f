/** Builds what other people open: each page one file, its script and style inlined and allowed by hash alone. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { graphNote } from "../../tools/build/graph.ts";
import { pageWords } from "../../tools/build/page-words.ts";
import { pseudoTables } from "../../tools/build/pseudo.ts";
import { singleFile } from "../../tools/build/single-file.ts";
import { browser, outDir, page, root, views } from "../../tools/build/settings.ts";

export default defineConfig({
  root: join(root, "apps/pages"),
  publicDir: false,
  oxc: views,
  plugins: [
    pageWords(page === "share" ? "sharePage" : "answer"),
    pseudoTables(),
    graphNote("pages"),
    singleFile(
      page === "share"
        ? { "share/index.html": { file: "share.html", path: "/s" } }
        : { "ask/index.html": { file: "ask.html", path: "/a" } },
    ),
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
