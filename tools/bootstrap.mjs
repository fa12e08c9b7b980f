/** Makes a fresh clone ready to run: checks Node, then installs and builds only what is stale. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pieces } from "./pieces.mjs";

/** The root of the source tree, without a slash at the end. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const stamps = join(root, ".stamps");
const buildRules = ["tools/build", "tools/build.mjs", "tools/pieces.mjs", "package-lock.json"];

/** Writes one line of progress to standard error, so that commands keep standard output for data. */
export const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);

/** Seconds since `from` (milliseconds), as people read them. */
export const since = (/** @type {number} */ from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Ends with one line when this Node is too old to run the project (20.19, or 22.12 and newer). */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  say(`Node ${process.versions.node} is too old: this needs Node 20.19 or newer (22.12 or newer of the 22 line).`);
  process.exit(1);
};

/** Runs npm with `args`; true when it ended well. Its output goes to standard error. */
const npm = (/** @type {readonly string[]} */ args) => {
  const script = process.env["npm_execpath"];
  const viaNode = script !== undefined && script.endsWith("npm-cli.js");
  const command = viaNode ? process.execPath : "npm";
  const full = viaNode ? [script, ...args] : [...args];
  const run = spawnSync(command, full, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: !viaNode && process.platform === "win32",
  });
  if (run.error !== undefined) say("npm was not found: it comes with Node; install both, then try again.");
  return run.status === 0;
};

const readStamp = (/** @type {string} */ name) => {
  const path = join(stamps, name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

const writeStamp = (/** @type {string} */ name, /** @type {string} */ text) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), text);
};

/**
 * Installs when the lock file, the manifests, Node's major version or the platform changed.
 * The stamp goes first: an install that is cut off is done again.
 */
export const install = () => {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  hash.update([process.versions.node.split(".")[0], process.platform, process.arch].join(" "));
  const wanted = hash.digest("hex");
  if (readStamp("install") === wanted && existsSync(join(root, "node_modules", "vite"))) return true;
  const from = Date.now();
  rmSync(join(stamps, "install"), { force: true });
  if (!npm(["ci", "--ignore-scripts", "--loglevel=error"])) {
    say(`install   failed after ${since(from)}`);
    return false;
  }
  writeStamp("install", wanted);
  say(`install   ${since(from)}`);
  return true;
};

/**
 * Content hashes of the file at `path` below `base`, or of every file in it, as sorted `path hash` lines.
 * @returns {string[]}
 */
export const hashesBelow = (/** @type {string} */ base, /** @type {string} */ path) => {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) {
    return [`${path} ${createHash("sha256").update(readFileSync(full)).digest("hex")}`];
  }
  return readdirSync(full)
    .filter((name) => name !== "node_modules" && !name.startsWith("."))
    .sort()
    .flatMap((name) => hashesBelow(base, `${path}/${name}`));
};

/** One hash over such lines. Tests that stand beside the code change no build, and are left out. */
export const hashOfLines = (/** @type {readonly string[]} */ lines) =>
  createHash("sha256")
    .update(lines.filter((line) => !/\.test\.tsx? /.test(line)).join("\n"))
    .digest("hex");

/** One hash over all that decides what a piece looks like; `seen` keeps folders that were read already. */
const hashOf = (
  /** @type {import("./pieces.mjs").PieceName} */ name,
  /** @type {Map<string, readonly string[]>} */ seen,
) => {
  const folders = [...buildRules, ...pieces[name].from];
  for (const folder of folders) if (!seen.has(folder)) seen.set(folder, hashesBelow(root, folder));
  return hashOfLines(folders.flatMap((folder) => seen.get(folder) ?? []));
};

/**
 * Builds those of `names` whose sources changed since they were last built.
 * Gives the names that failed; one that fails is tried again next time.
 */
export const buildStale = (/** @type {readonly import("./pieces.mjs").PieceName[]} */ names) => {
  const seen = new Map();
  const stale = names
    .map((name) => ({ name, hash: hashOf(name, seen) }))
    .filter(
      ({ name, hash }) => readStamp(name) !== hash || pieces[name].makes.some((path) => !existsSync(join(root, path))),
    );
  return stale
    .filter(({ name, hash }) => {
      const from = Date.now();
      rmSync(join(stamps, name), { force: true });
      const run = spawnSync(process.execPath, [join(root, "tools/build.mjs"), name], {
        cwd: root,
        stdio: ["ignore", 2, 2],
      });
      if (run.status === 0) writeStamp(name, hash);
      say(`build     ${name} ${run.status === 0 ? since(from) : `failed after ${since(from)}`}`);
      return run.status !== 0;
    })
    .map(({ name }) => name);
};

/** Checks, installs and builds; ends the process with 1 when any of it fails. */
export const makeReady = (/** @type {readonly import("./pieces.mjs").PieceName[]} */ names) => {
  checkNode();
  if (!install() || buildStale(names).length > 0) process.exit(1);
};
