/** Builds one program for Node: our own packages go in, everything installed stays outside. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { graphNote } from "./graph.ts";
import { outDir, program, root, views } from "./settings.ts";

const entries: Readonly<Record<string, string>> = {
  relay: "apps/relay/main.ts",
  proof: "tools/proof/main.ts",
  coverage: "tools/coverage/main.ts",
  check: "tools/check/main.ts",
  guidance: "tools/guidance/main.ts",
  measures: "tools/measures/main.ts",
  "bench-guidance": "bench/guidance/main.ts",
  "bench-relay": "bench/relay/main.ts",
  "bench-peers": "bench/peers/main.ts",
};

export default defineConfig({
  root,
  publicDir: false,
  oxc: views,
  plugins: [graphNote(program)],
  ssr: { noExternal: [/^@belay\//], target: "node" },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: "node20",
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { [program]: join(root, entries[program] ?? "") },
      output: { entryFileNames: "[name].js", chunkFileNames: `${program}/[name]-[hash].js` },
    },
  },
});
