/** Runs the tests that stand beside the sources; journeys in a browser have a configuration of their own. */
import { defineConfig } from "vitest/config";
import { messageCatalogues } from "./tools/build/messages.ts";
import { views } from "./tools/build/settings.ts";

export default defineConfig({
  oxc: views,
  plugins: [messageCatalogues()],
  test: {
    include: [
      "bench/**/*.test.ts",
      "ops/**/*.test.ts",
      "packages/**/*.test.ts",
      "apps/**/*.test.ts",
      "apps/**/*.test.tsx",
      "tools/**/*.test.ts",
    ],
    maxWorkers: 2,
    testTimeout: 120_000,
  },
});
