/** Finds a Redis for the tests, or installs Debian's, and runs one that goes when whoever started it goes. */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A broker that runs, on this machine's own address alone. `kill` ends it at once; `begin` starts it again at the same
 * address, empty.
 * @typedef {{
 *   readonly url: string,
 *   readonly kill: () => Promise<void>,
 *   readonly begin: () => Promise<void>,
 * }} Broker
 */

/** What is said where there is none and none can be had. */
export const missing =
  "SKIPPED: hints over Redis were not tried, because there is no redis-server or valkey-server here and none can be installed: install one, or set REDIS_BIN to it.";

// Debian's tools hold the server's program under the name of a checker; which of the two it is, its own name decides.
const names = ["redis-server", "valkey-server", "redis-check-rdb"];

/** @returns {string | null} */
const find = () => {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path) && answers(path)) ?? null;
};

/** Whether a program is a server: new enough to speak the protocol's third version. */
const answers = (/** @type {string} */ path) => {
  const { stdout } = spawnSync(path, ["--version"], { argv0: "redis-server", encoding: "utf8", timeout: 10_000 });
  return Number(/v=(\d+)\./.exec(stdout ?? "")?.[1] ?? 0) >= 6;
};

/** Debian's package of the tools alone: it brings the program, and starts no service. */
const install = () => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stderr.write("redis     installing Debian's redis-tools\n");
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", "-y", ...args], {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const wanted = ["install", "--no-install-recommends", "redis-tools"];
  if (!apt(...wanted) && apt("update")) apt(...wanted);
};

/**
 * The path of a server: one that is named, one that is installed, or one that is installed now. Null when there is none;
 * `REDIS_BIN=none` says so without a look.
 * @returns {string | null}
 */
export const redisProgram = () => {
  const named = process.env["REDIS_BIN"];
  if (named !== undefined && named !== "") return existsSync(named) && answers(named) ? named : null;
  const found = find();
  if (found !== null) return found;
  install();
  return find();
};

/** Whether somebody takes connections there. */
const isOpen = (/** @type {number} */ port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });

/** The server below a shell that kills it when its input closes: so it ends with us, however we end. */
const script = '"$1/redis-server" "$1/conf" & server=$!; cat >/dev/null; kill -9 $server; rm -rf "$1"';

/** @returns {Promise<Broker>} */
export const startRedis = async (/** @type {string} */ path) => {
  const [port, secret] = [randomInt(20_000, 32_000), randomBytes(16).toString("hex")];
  /** @type {import("node:child_process").ChildProcess | null} */
  let running = null;
  const begin = async () => {
    const folder = mkdtempSync(join(tmpdir(), "belay-redis-"));
    const settings = [
      `port ${port}`,
      "bind 127.0.0.1",
      'save ""',
      "appendonly no",
      `dir ${folder}`,
      `requirepass ${secret}`,
    ];
    writeFileSync(join(folder, "conf"), [...settings, ""].join("\n"), { mode: 0o600 });
    symlinkSync(path, join(folder, "redis-server"));
    const child = spawn("sh", ["-c", script, "sh", folder], { stdio: ["pipe", "ignore", "ignore"], detached: true });
    child.unref();
    const input = child.stdin;
    if ("unref" in input && typeof input.unref === "function") input.unref();
    running = child;
    for (let look = 0; look < 200; look += 1) {
      if (await isOpen(port)) return;
      await pause(25);
    }
    throw new Error("Redis did not start");
  };
  const kill = async () => {
    const child = running;
    if (child === null) return;
    running = null;
    child.ref();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdin?.end();
    await ended;
  };
  await begin();
  return { url: `redis://:${secret}@127.0.0.1:${port}`, kill, begin };
};
