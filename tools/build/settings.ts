/** What every build shares: where things are, what the language level is, and how views are compiled. */
import { join } from "node:path";

/** The root of the source tree. Configurations are bundled before they run, so the working folder says it. */
export const root = process.cwd();

const setting = (name: string, fallback: string): string => process.env[name] ?? fallback;

/** The folder this build writes to. */
export const outDir = setting("BELAY_OUT", join(root, "build/web"));

/** The folder for notes about the build that are not served. */
export const metaDir = setting("BELAY_META", join(root, "build/meta"));

/** Which Node program is built: relay, proof, coverage or check. */
export const program = setting("BELAY_PROGRAM", "relay");

/** Which page is built: ask and share for other people, console for a host. Each is one file, and so a build of its own. */
const asked = setting("BELAY_PAGE", "ask");
export const page = asked === "share" || asked === "console" ? asked : "ask";

/** Views are Preact's, compiled with its automatic runtime. */
export const views = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

/** Options that every browser build shares. Sizes are reported by our own check instead. */
export const browser = {
  emptyOutDir: false,
  reportCompressedSize: false,
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
} as const;
