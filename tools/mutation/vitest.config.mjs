/** Runs the tests of the guidance room alone, as mutation testing needs them: without the longest histories. */
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

/** The rooms by name, each as it stands in the folder the run is in, so that a changed copy meets its own neighbours. */
const rooms = ["basics", "domain"].map((room) => ({
  find: `@belay/${room}`,
  replacement: new URL(`../../packages/${room}/index.ts`, import.meta.url).pathname,
}));

/** Laws over long histories that other tests pin to figures; each takes longer than all of those together. */
const long = ["packages/guidance/**/*-laws.test.ts", "packages/guidance/record/ninety-days.test.ts"];

/** What takes longest comes last, since the first test that notices a change ends its run. */
const later = ["app/", "record/", "memory.test", "gauss.test", "protocol"];

class QuickFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    const place = (/** @type {string} */ path) => later.findIndex((part) => path.includes(part));
    return files.toSorted((a, b) => place(a.moduleId) - place(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  resolve: { alias: rooms },
  test: {
    include: ["packages/guidance/**/*.test.ts"],
    exclude: long,
    isolate: false,
    sequence: { sequencer: QuickFirst },
    setupFiles: ["tools/mutation/few-runs.ts"],
    testTimeout: 60_000,
  },
});
