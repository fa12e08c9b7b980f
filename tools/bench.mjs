/** `npm run bench`: builds what is stale, then measures the app in a browser and prints tables. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeReady, root, say } from "./bootstrap.mjs";
import { browserPath } from "./browser.mjs";

makeReady(["web", "pages", "relay"]);
const path = browserPath();
if (path === null) {
  say("there is no browser to measure in");
  process.exit(1);
}
const run = spawnSync(
  process.execPath,
  [join(root, "node_modules/@playwright/test/cli.js"), "test", "--config", "bench/playwright.config.ts"],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, CHROMIUM: path } },
);
process.exit(run.status ?? 1);
