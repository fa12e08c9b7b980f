/** Finds a Chromium for the tests, or installs Debian's package where that is possible. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./bootstrap.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  "/snap/bin/chromium",
];

const find = () => {
  const asked = process.env["CHROMIUM"];
  if (asked !== undefined && asked !== "") return existsSync(asked) ? asked : null;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path)) ?? null;
};

const apt = (/** @type {readonly string[]} */ args) =>
  spawnSync("apt-get", ["-qq", "-y", ...args], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

const installed = () => {
  const root = typeof process.getuid === "function" && process.getuid() === 0;
  if (!root || !existsSync("/usr/bin/apt-get")) return false;
  const packages = ["install", "--no-install-recommends", "chromium"];
  return apt(packages) || (apt(["update"]) && apt(packages));
};

/** The path of a browser, or null after one line that says what to do. */
export const browserPath = () => {
  const found = find() ?? (process.env["CHROMIUM"] === undefined && installed() ? find() : null);
  if (found === null) say("No Chrome or Chromium was found: install one, or set CHROMIUM to the path of its program.");
  return found;
};
