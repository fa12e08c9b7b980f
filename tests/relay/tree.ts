/** The files of the project and what was built of it, for proofs that read them. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file by its path from where it was looked for. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly TreeFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** The paths that belong to the project: what is not installed and not built. */
export const ownPaths = (root: string): readonly string[] => {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (listed.status === 0) return listed.stdout.split("\0").filter((path) => path !== "");
  // An archive without its history: everything but what the project itself never holds.
  const skipped = /^(?:node_modules|build|reports|shots|\.stamps|\.git)(?:\/|$)/;
  return filesBelow(root)
    .map(({ path }) => path)
    .filter((path) => !skipped.test(path));
};
