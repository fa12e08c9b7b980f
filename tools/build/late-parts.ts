/** Has late imports brought by the app's own small piece of script instead of the build tool's general one. */
import { join } from "node:path";
import type { Plugin } from "vite";
import { root } from "./settings.ts";

/** The module that the build tool puts around every `import()`, and the name it takes from it. */
const general = "\0vite/preload-helper.js";

const own = JSON.stringify(join(root, "apps/web/bring-part.ts"));

/** Answers for that module with `bringPart`. A tool that calls it by another name fails the build: the name is missing. */
export const lateParts = (): Plugin => ({
  name: "belay:late-parts",
  enforce: "pre",
  apply: "build",
  load: {
    filter: { id: /preload-helper/ },
    handler: (id) => (id === general ? `export { bringPart as __vitePreload } from ${own};` : undefined),
  },
});
