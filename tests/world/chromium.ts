/** Finds the browser that the tests run in, and the flags it runs with. */
import { existsSync } from "node:fs";

/** Flags under which Chromium runs without a network of its own. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser the tests were given, or the usual place of Debian's. */
export const chromiumPath = (): string => {
  const path = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(path)) throw new Error("no Chromium: run the tests by `npm test`, which installs one");
  return path;
};
