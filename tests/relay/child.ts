/** Runs a relay as a process of its own, so that a proof can kill it, and builds its bundle where none is there. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = process.cwd();

/**
 * Bundles one entry file for Node and gives the path of the bundle. The bundle lies inside the tree, because what it
 * does not contain is found in the tree's `node_modules`.
 */
export const bundle = async (entry: string, name: string): Promise<string> => {
  const outDir = join(root, "build", "tests");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: [/^@belay\//] },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: "node20",
      rollupOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return join(outDir, `${name}.js`);
};

/** The built relay, or a bundle made now from the same entry. */
export const relayBundle = async (): Promise<string> => {
  const built = join(root, "build", "node", "relay.js");
  return existsSync(built) ? built : bundle("apps/relay/main.ts", "relay");
};

/** A relay in a process of its own. */
export interface ChildRelay {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  readonly said: () => { readonly out: string; readonly err: string };
  /** Sends the signal and waits for the end; gives the exit code, null when a signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts a bundle and waits until it says where it is. Rejects with what it printed when it ends before. */
export const spawnRelay = (path: string, env: Readonly<Record<string, string>>): Promise<ChildRelay> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path], { env: { PATH: process.env["PATH"] ?? "", ...env }, cwd: root });
    let [out, err] = ["", ""];
    const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
    const end = (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return ended;
    };
    child.stderr.on("data", (part) => (err += String(part)));
    child.stdout.on("data", (part) => {
      out += String(part);
      const origin = /^Belay is at (http:\S+)$/m.exec(out)?.[1];
      if (origin !== undefined) resolve({ origin, process: child, said: () => ({ out, err }), end });
    });
    void ended.then((code) => reject(new Error(`the relay ended with ${String(code)}: ${out}${err}`)));
  });
