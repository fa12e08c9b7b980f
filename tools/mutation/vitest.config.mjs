/** Runs the tests of one piece of the guidance room, as mutation testing needs them: quick, and the same each time. */
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { leftOut, piece } from "./pieces.mjs";

/** The rooms by name, each as it stands in the folder the run is in, so that a changed copy meets its own neighbours. */
const rooms = ["basics", "domain"].map((room) => ({
  find: `@belay/${room}`,
  replacement: new URL(`../../packages/${room}/index.ts`, import.meta.url).pathname,
}));

/** What takes longest comes last, since the first test that notices a change ends its run. */
const later = ["choose", "distance", "today", "book", "gauss", "memory", "protocol.test"];

class QuickFirst extends BaseSequencer {
  /**
   * @override
   * @param {import("vitest/node").TestSpecification[]} files
   */
  async sort(files) {
    const place = (/** @type {string} */ path) => later.findIndex((part) => path.includes(part));
    return files.toSorted((a, b) => place(a.moduleId) - place(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  resolve: { alias: rooms },
  test: {
    include: [...piece.tests],
    exclude: [...leftOut],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    setupFiles: ["tools/mutation/few-runs.ts"],
    testTimeout: 60_000,
  },
});
