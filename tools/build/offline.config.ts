/** Builds the offline worker (`/sw.js`), which is the same for every build until its own source changes. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { browser, outDir, root } from "./settings.ts";

export default defineConfig({
  root: join(root, "apps/web"),
  publicDir: false,
  build: {
    ...browser,
    outDir,
    rolldownOptions: {
      input: join(root, "apps/web/sw.ts"),
      output: { entryFileNames: "sw.js", codeSplitting: false },
    },
  },
});
