/** Runs a relay as a process of its own, so that a proof can kill it, and builds its bundle where none is there. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { withFolder } from "./begin.ts";
import { planting, type Fault } from "./planting.ts";

const root = process.cwd();

/**
 * Bundles one entry file for Node and gives the path of the bundle. The bundle lies inside the tree, because what it
 * does not contain is found in the tree's `node_modules`.
 */
export const bundle = async (entry: string, name: string, ...faults: readonly Fault[]): Promise<string> => {
  const outDir = join(root, "build", "tests");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: faults.map(planting),
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

/** The relay with faults planted in it: what a proof must catch. */
export const brokenRelay = (name: string, ...faults: readonly Fault[]): Promise<string> =>
  bundle("apps/relay/main.ts", `relay-${name}`, ...faults);

/** A relay in a process of its own. */
export interface ChildRelay {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  readonly said: () => { readonly out: string; readonly err: string };
  /** Sends the signal and waits for the end; gives the exit code, null when a signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Starts a bundle and waits until it says where it is. Rejects with what it printed when it ends before. `through` is a
 * command that runs it, such as a tracer.
 */
export const spawnRelay = (
  path: string,
  env: Readonly<Record<string, string>>,
  through: readonly string[] = [],
): Promise<ChildRelay> =>
  new Promise((resolve, reject) => {
    const [command, ...args] = [...through, process.execPath, path];
    if (command === undefined) return reject(new Error("no command"));
    const child = spawn(command, args, { env: { PATH: process.env["PATH"] ?? "", ...env }, cwd: root });
    // A run that is given up on ends this process, and must not leave the relay behind.
    const orphaned = (): void => void child.kill("SIGKILL");
    process.once("exit", orphaned);
    child.once("exit", () => process.off("exit", orphaned));
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

/** A relay on any free port that serves no files. */
export const bareEnv: Readonly<Record<string, string>> = { PORT: "0", WEB_DIR: "none", PAGES_DIR: "none" };

/** Runs `use` with a relay in a process of its own on an empty folder, and takes both away again. */
export const withChild = <T>(
  env: Readonly<Record<string, string>>,
  use: (relay: ChildRelay, folder: string) => Promise<T>,
  path?: string,
): Promise<T> =>
  withFolder(async (folder) => {
    const relay = await spawnRelay(path ?? (await relayBundle()), { ...bareEnv, DATA_DIR: folder, ...env });
    try {
      return await use(relay, folder);
    } finally {
      if (relay.process.exitCode === null && relay.process.signalCode === null) await relay.end("SIGKILL");
    }
  });

/** Resident bytes of a relay; null where the system does not tell. */
export const residentOf = (relay: ChildRelay): number | null => {
  const path = `/proc/${String(relay.process.pid)}/status`;
  if (!existsSync(path)) return null;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(path, "utf8"))?.[1] ?? 0) * 1024;
};
