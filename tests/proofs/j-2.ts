/** J-2: two builds, in other folders, at other times and in other places of the world, make the same files to the byte. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFolder } from "../relay/begin.ts";
import { clockEnv } from "../relay/clock.ts";
import { filesBelow, ownPaths } from "../relay/tree.ts";
import type { Proof } from "./proof.ts";

const root = process.cwd();
const pieces = ["web", "pages", "relay"];
/** A build may take so long on a machine with other things to do. */
const patienceMs = 300_000;

/** Where and when one of the builds is made. */
interface Setting {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What of the permissions of new files is left out, in octal. */
  readonly umask: string;
  /** When all sources were last changed, in s since 1970. */
  readonly touched: number;
  /** Whether the last source is laid down first, so that folders list their files in another order. */
  readonly backwards: boolean;
}

const settingsIn = (place: string): readonly [Setting, Setting] => {
  const away = join(place, "another place", "far down");
  mkdirSync(away, { recursive: true });
  return [
    { folder: join(place, "a"), env: { TZ: "UTC", LC_ALL: "C" }, umask: "022", touched: 1.6e9, backwards: false },
    {
      folder: join(away, "ünlike"),
      // Chatham is 12:45 ahead, Turkish has an i of its own, and one thread does things in another order than two.
      env: {
        TZ: "Pacific/Chatham",
        LC_ALL: "tr_TR.UTF-8",
        LANG: "tr_TR.UTF-8",
        USER: "somebody",
        UV_THREADPOOL_SIZE: "1",
        RAYON_NUM_THREADS: "1",
        TOKIO_WORKER_THREADS: "1",
        ...clockEnv(place, 400 * 86_400_000),
      },
      umask: "077",
      touched: 1.7e9,
      backwards: true,
    },
  ];
};

/** Lays the tree into the folder: the sources copied, what is installed by link where the disk is the same. */
const lay = ({ folder, touched, backwards }: Setting): void => {
  mkdirSync(folder, { recursive: true });
  const paths = ownPaths(root).filter((path) => existsSync(join(root, path)));
  for (const path of backwards ? paths.toReversed() : paths) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
    utimesSync(join(folder, path), touched, touched);
  }
  const installed = join(root, "node_modules");
  const linked = spawnSync("cp", ["-al", installed, folder], { stdio: "ignore" }).status === 0;
  if (!linked) cpSync(installed, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
};

/** Builds some pieces there; rejects with what was said when that fails. */
const buildIn = ({ folder, env, umask }: Setting, names: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const line = `umask ${umask} && exec "$@"`;
    const child = spawn("sh", ["-c", line, "sh", process.execPath, "tools/build.mjs", ...names], {
      cwd: folder,
      // The number of the build: a clone takes it from the commit, and these copies have none.
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, SOURCE_DATE_EPOCH: "1767225600", ...env },
      timeout: patienceMs,
    });
    let said = "";
    child.stdout.on("data", (part) => (said += String(part)));
    child.stderr.on("data", (part) => (said += String(part)));
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`no build came of it: ${said}`))));
  });

/** Builds in both at once, and goes on when both have ended, however they did. */
const buildBoth = async (settings: readonly Setting[], names: readonly string[]): Promise<void> => {
  for (const end of await Promise.allSettled(settings.map((setting) => buildIn(setting, names))))
    if (end.status === "rejected") throw end.reason;
};

/** The SHA-256 of everything that was built, by path: what is served, what is run, and the notes about them. */
const hashesIn = ({ folder }: Setting): ReadonlyMap<string, string> =>
  new Map(
    filesBelow(join(folder, "build")).map(({ path, bytes }) => [
      path,
      createHash("sha256").update(bytes).digest("hex"),
    ]),
  );

/** Files that are not the same in both, or not in both. */
const apart = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

/** Has a builder write its moment, or its folder, into the program that it makes. */
const plant = ({ folder }: Setting, leak: string): void => {
  const file = join(folder, "tools/build/node.config.ts");
  const [before, after, more] = readFileSync(join(root, "tools/build/node.config.ts"), "utf8").split("output: {");
  if (before === undefined || after === undefined || more !== undefined) throw new Error("there is no one output");
  writeFileSync(file, `${before}output: { banner: \`// \${${leak}}\`,${after}`);
};

/** Whether a planted leak makes the two differ. */
const isCaught = async (settings: readonly [Setting, Setting], leak: string): Promise<boolean> => {
  for (const setting of settings) plant(setting, leak);
  await buildBoth(settings, ["relay"]);
  return apart(hashesIn(settings[0]), hashesIn(settings[1])).includes("node/relay.js");
};

/** A case is a build; both, whatever the scale. */
export const proof: Proof = {
  id: "J-2",
  number: 2,
  control: "a builder that writes the time into what it makes, and one that writes its folder",
  run: ({ note }) =>
    withFolder(async (place) => {
      const settings = settingsIn(place);
      for (const setting of settings) lay(setting);
      await buildBoth(settings, pieces);
      const [one, other] = [hashesIn(settings[0]), hashesIn(settings[1])];
      const wrong = apart(one, other);
      const missing = ["web/index.html", "pages/ask.html", "node/relay.js"].filter((path) => !one.has(path));
      const whole = createHash("sha256")
        .update([...one].flat().join("\n"))
        .digest("hex");
      note(`J-2: ${one.size} files, ${wrong.length} apart; all of them together are ${whole}`);
      for (const path of wrong.slice(0, 20)) note(`J-2: ${path} is not the same in both`);
      const control = (await isCaught(settings, "Date.now()")) && (await isCaught(settings, "process.cwd()"));
      const why = wrong[0] ?? missing[0];
      return {
        done: settings.length,
        failures: wrong.length + missing.length,
        control,
        ...(why === undefined ? {} : { why: `${why} is not the same in both` }),
      };
    }),
};
