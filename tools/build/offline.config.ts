/** Builds the offline worker (`/sw.js`) over the files that the app's build has just made. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { precacheList, precacheVersion } from "./precache.ts";
import { browser, outDir, root } from "./settings.ts";

const list = precacheList(outDir);

export default defineConfig({
  root: join(root, "apps/web"),
  publicDir: false,
  define: {
    __PRECACHE__: JSON.stringify(list),
    __VERSION__: JSON.stringify(precacheVersion(list)),
  },
  build: {
    ...browser,
    outDir,
    rolldownOptions: {
      input: join(root, "apps/web/sw.ts"),
      output: { entryFileNames: "sw.js", codeSplitting: false },
    },
  },
});
