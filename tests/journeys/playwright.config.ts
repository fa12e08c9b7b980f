/** Runs the journeys in the Chromium that the tests were given, against a relay of their own. */
import { defineConfig } from "@playwright/test";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../../reports/journeys",
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // The same journeys on a wide screen: on every full run. What every room looks like there is always looked at.
  ...(process.env["BELAY_FULL"] === "1" ? {} : { grepInvert: /^(?!.*can be handed to a friend).*1280 px wide/ }),
  use: {
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    actionTimeout: 30_000,
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
});
