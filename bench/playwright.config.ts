/** Runs what is measured in a browser; nothing here passes or fails on a time. */
import { defineConfig } from "@playwright/test";
import { chromiumFlags, chromiumPath } from "../tests/world/chromium.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../reports/bench",
  workers: 1,
  timeout: 600_000,
  reporter: "line",
  use: {
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    actionTimeout: 60_000,
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
});
