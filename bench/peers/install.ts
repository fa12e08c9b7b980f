/** Puts a peer from the package registry into build/peers, once, and runs it as a process of its own. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { usedBy, type Used } from "../relay/watched.ts";
import type { Peer } from "./subject.ts";

const homeOf = ({ name }: Peer): string => join(process.cwd(), "build", "peers", name);

const npm = (home: string, ...args: readonly string[]): boolean =>
  spawnSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: home,
    stdio: ["ignore", 2, 2],
    timeout: 900_000,
  }).status === 0;

/** Whether its packages are there. Install scripts run for the native packages alone that the peer names. */
const isInstalled = (peer: Peer, home: string, say: (text: string) => void): boolean => {
  const lock = readFileSync(join(home, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).update(process.versions.modules).digest("hex");
  const stamp = join(home, "ready");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  say(`installing ${peer.title}; a native part may be compiled, which takes minutes`);
  if (!npm(home, "ci", "--ignore-scripts")) return false;
  if (peer.native.length > 0 && !npm(home, "rebuild", ...peer.native)) return false;
  writeFileSync(stamp, wanted);
  return true;
};

/** The folder that the peer runs from, or null when it cannot be had here. */
export const install = (peer: Peer, say: (text: string) => void): string | null => {
  const home = homeOf(peer);
  mkdirSync(home, { recursive: true });
  for (const file of ["package.json", "package-lock.json", "serve.mjs", "client.mjs"])
    copyFileSync(join(process.cwd(), "bench", "peers", peer.name, file), join(home, file));
  return isInstalled(peer, home, say) ? home : null;
};

/** The versions of its packages, as they lie there. */
export const versionsOf = ({ packages }: Peer, home: string): string =>
  packages
    .map((name) => {
      const text = readFileSync(join(home, "node_modules", name, "package.json"), "utf8");
      return `${name} ${/"version":\s*"([^"]+)"/.exec(text)?.[1] ?? "?"}`;
    })
    .join(", ");

/** A port that nobody has, below those that the system gives away by itself. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
};

/** A peer that runs. */
export interface RunningPeer {
  readonly origin: string;
  readonly pid: number;
  readonly used: () => Used;
  readonly end: () => Promise<void>;
}

const startMs = 30_000;

/** Starts `serve.mjs` over an empty folder and waits until it says that it is ready. */
export const serve = async (home: string, folder: string): Promise<RunningPeer> => {
  const port = await freePort();
  const child = spawn(process.execPath, [join(home, "serve.mjs"), String(port), folder], {
    cwd: home,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const orphaned = (): void => void child.kill("SIGKILL");
  process.once("exit", orphaned);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  void ended.then(() => process.off("exit", orphaned));
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("it did not start")), startMs);
    let said = "";
    child.stdout.on("data", (part) => {
      // It may log a line for each request: only the beginning is kept.
      if (said.length < 10_000) said += String(part);
      if (!said.includes("ready\n")) return;
      clearTimeout(late);
      resolve();
    });
    void ended.then(() => reject(new Error(`it ended: ${said.slice(-500)}`)));
  });
  const pid = child.pid ?? 0;
  const end = async (): Promise<void> => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
  };
  return { origin: `http://127.0.0.1:${port}`, pid, used: () => usedBy(pid), end };
};
