/** Runs the tests of the guidance room alone, as mutation testing needs them: without the longest histories. */
import { defineConfig } from "vitest/config";

/** The rooms by name, each as it stands in the folder the run is in, so that a changed copy meets its own neighbours. */
const rooms = ["basics", "domain"].map((room) => ({
  find: `@belay/${room}`,
  replacement: new URL(`../../packages/${room}/index.ts`, import.meta.url).pathname,
}));

/** Laws over long histories that other tests pin to figures; each takes longer than all of those together. */
const long = ["packages/guidance/**/*-laws.test.ts", "packages/guidance/record/ninety-days.test.ts"];

export default defineConfig({
  resolve: { alias: rooms },
  test: {
    include: ["packages/guidance/**/*.test.ts"],
    exclude: long,
    isolate: false,
    setupFiles: ["tools/mutation/few-runs.ts"],
    testTimeout: 60_000,
  },
});
