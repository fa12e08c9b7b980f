/** Lists every served file of the app with its hash under a number that only grows, and signs that list. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { listName, sealName, sealOf } from "../../apps/relay/edge/signing.ts";

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(?:^|\/)node_modules(?:\/|$)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));

/** The number, then `sha256-<base64> /address` for each file below `folder`, by address; `/index.html` stands at `/`. */
export const listOf = (folder: string, number: number): string => {
  const lines = filesBelow(folder)
    .map((path) => [path.slice(folder.length).replaceAll("\\", "/"), path] as const)
    .filter(([address]) => address !== `/${listName}` && address !== `/${sealName}`)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, path]) => {
      const hash = createHash("sha256").update(readFileSync(path)).digest("base64");
      return `sha256-${hash} ${address === "/index.html" ? "/" : address}\n`;
    });
  return `${number}\n${lines.join("")}`;
};

const git = (root: string, ...asked: readonly string[]): string =>
  execFileSync("git", ["-C", root, ...asked], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** Seconds of the last commit; null where there is no history, or the sources are not those of that commit. */
const commitTime = (root: string): number | null => {
  try {
    if (git(root, "status", "--porcelain", "--", "apps", "packages", "tools") !== "") return null;
    return Number(git(root, "log", "-1", "--format=%ct"));
  } catch {
    return null;
  }
};

/**
 * The number of a build, in seconds: what is said (`SOURCE_DATE_EPOCH`), else the time of the last commit, else of the
 * youngest source. Two builds of one commit have one number, and a later commit has a higher one.
 */
export const buildNumber = (root: string, said: string | undefined): number => {
  if (said !== undefined && /^[1-9]\d{0,11}$/.test(said)) return Number(said);
  const times = () => ["apps", "packages"].flatMap((part) => filesBelow(join(root, part)));
  return commitTime(root) ?? Math.floor(Math.max(...times().map((path) => statSync(path).mtimeMs)) / 1_000);
};

/** Writes the list into `folder`, and its signature when `keyFile` names a private key (PEM). */
export const writeList = (folder: string, number: number, keyFile: string | undefined): void => {
  const list = listOf(folder, number);
  writeFileSync(join(folder, listName), list);
  if (keyFile === undefined || keyFile === "") return;
  writeFileSync(join(folder, sealName), sealOf(Buffer.from(list), readFileSync(keyFile, "utf8")));
};
