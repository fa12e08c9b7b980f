/** Builds the key worker as one script of its own, so that it can be served with a policy without network. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { graphNote } from "../../../tools/build/graph.ts";
import { browser, outDir, root } from "../../../tools/build/settings.ts";

export default defineConfig({
  root: join(root, "apps/web/worker"),
  publicDir: false,
  plugins: [graphNote("keys")],
  build: {
    ...browser,
    outDir,
    rolldownOptions: {
      input: join(root, "apps/web/worker/main.ts"),
      output: { entryFileNames: "w/keys-[hash].js", codeSplitting: false },
    },
  },
});
