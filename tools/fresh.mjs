/** Tells quickly whether something built is newer than all it was made from, without reading a single file. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** When the file was last written, in ms; never, for what is not there. */
const written = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;

/**
 * True when nothing at `path` was written at or after `then` (ms). Folders count as well, since a file that was taken
 * away leaves only its folder's time behind; tests change no build.
 * @returns {boolean}
 */
const olderThan = (/** @type {string} */ path, /** @type {number} */ then) => {
  if (written(path) >= then) return false;
  if (!statSync(path).isDirectory()) return true;
  return readdirSync(path).every(
    (name) =>
      name === "node_modules" ||
      name.startsWith(".") ||
      /\.test\.tsx?$/.test(name) ||
      olderThan(join(path, name), then),
  );
};

/** True when `made` is there and newer than all of `from`; false is no proof of the contrary, only of doubt. */
export const isFresh = (/** @type {string} */ made, /** @type {readonly string[]} */ from) => {
  const then = written(made);
  return Number.isFinite(then) && from.every((path) => olderThan(path, then));
};
