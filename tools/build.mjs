/** Builds the named pieces, or all of them, each into a fresh folder that then takes the old one's place. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { build, runnerImport } from "vite";
import { pieceNames } from "./pieces.mjs";

/** @typedef {import("./pieces.mjs").PieceName} PieceName */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const work = join(root, "build", `.work-${process.pid}`);

/** Runs one Vite configuration; what it makes lands in `folder`, given to it by the environment. */
const run = async (/** @type {string} */ configFile, /** @type {Record<string, string>} */ settings) => {
  Object.assign(process.env, settings);
  return build({ configFile: join(root, configFile), logLevel: "error" });
};

/** Puts what was made at `from` where `to` says, so that nobody ever reads a half-written folder. */
const place = (/** @type {string} */ from, /** @type {string} */ to) => {
  const target = join(root, "build", to);
  const old = `${work}-old`;
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(join(work, from), target);
  rmSync(old, { recursive: true, force: true });
};

/**
 * Stops a build of the app that holds a questionnaire its owner does not allow there (BELAY_USE=commercial). Importing
 * through Vite says "development" to the whole process where nothing is said; that must not reach what is built.
 */
const heedLicences = async () => {
  const said = process.env["NODE_ENV"];
  const { module } = await runnerImport(join(root, "tools/build/licences.ts"), {
    configFile: false,
    logLevel: "error",
  });
  if (said === undefined) delete process.env["NODE_ENV"];
  const { BELAY_USE: use, BELAY_INSTRUMENTS: instruments, BELAY_SWITCH_ON: switchedOn } = process.env;
  /** @type {string | null} */
  const fault = module.licenceFault({ use, instruments, switchedOn });
  if (fault !== null) throw new Error(fault);
};

/** Lists what was built, for the offline worker; signed when BELAY_SIGNING_KEY names a key, else by whoever serves it. */
const listAll = async (/** @type {string} */ folder) => {
  const { module } = await runnerImport(join(root, "tools/build/build-list.ts"), {
    configFile: false,
    logLevel: "error",
  });
  const { SOURCE_DATE_EPOCH: said, BELAY_SIGNING_KEY: key } = process.env;
  module.writeList(folder, module.buildNumber(root, said), key);
};

/** The app: first the key worker, whose hashed name the app holds, then the app, the offline worker, the list of all. */
const web = async () => {
  await heedLicences();
  const out = { BELAY_OUT: join(work, "web"), BELAY_META: join(work, "meta") };
  await run("apps/web/worker/vite.config.ts", out);
  await run("apps/web/vite.config.ts", out);
  await run("tools/build/offline.config.ts", out);
  await listAll(out.BELAY_OUT);
  place("web", "web");
  place("meta/web.json", "meta/web.json");
  place("meta/keys.json", "meta/keys.json");
};

/** What other people open: each page a build of its own, into one folder. */
const eachPage = async (/** @type {Record<string, string>} */ out) => {
  for (const page of ["ask", "share", "console"]) await run("apps/pages/vite.config.ts", { ...out, BELAY_PAGE: page });
};

const pseudo = async () => {
  const out = { BELAY_OUT: join(work, "pseudo"), BELAY_META: join(work, "pseudo-meta") };
  await run("apps/web/worker/vite.config.ts", out);
  process.env["BELAY_PSEUDO"] = "1";
  await run("apps/web/vite.config.ts", out);
  await eachPage({ BELAY_OUT: join(work, "pseudo/pages") });
  delete process.env["BELAY_PSEUDO"];
  place("pseudo", "pseudo");
};

const pages = async () => {
  const out = { BELAY_OUT: join(work, "pages"), BELAY_META: join(work, "meta") };
  await eachPage(out);
  place("pages", "pages");
  place("meta/pages.json", "meta/pages.json");
};

/** A program for Node, with its lazy parts in a folder of its own beside it. */
const program =
  (
    /** @type {"relay" | "proof" | "coverage" | "check" | "guidance" | "measures" | "bench-guidance" | "bench-relay" | "bench-peers"} */ name,
  ) =>
  async () => {
    await run("tools/build/node.config.ts", {
      BELAY_OUT: join(work, name),
      BELAY_META: join(work, "meta"),
      BELAY_PROGRAM: name,
    });
    if (existsSync(join(work, name, name))) place(`${name}/${name}`, `node/${name}`);
    else rmSync(join(root, "build/node", name), { recursive: true, force: true });
    place(`${name}/${name}.js`, `node/${name}.js`);
    place(`meta/${name}.json`, `meta/${name}.json`);
  };

/** @type {Readonly<Record<PieceName, () => Promise<void>>>} */
const builders = {
  web,
  pseudo,
  pages,
  relay: program("relay"),
  proof: program("proof"),
  coverage: program("coverage"),
  check: program("check"),
  guidance: program("guidance"),
  measures: program("measures"),
  "bench-guidance": program("bench-guidance"),
  "bench-relay": program("bench-relay"),
  "bench-peers": program("bench-peers"),
};

const asked = process.argv.slice(2);
const wanted = pieceNames.filter((name) => asked.length === 0 || asked.includes(name));
const unknown = asked.filter((name) => !pieceNames.some((piece) => piece === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no piece "${unknown.join(", ")}". There are: ${pieceNames.join(", ")}.\n`);
  process.exit(2);
}

let failed = 0;
for (const name of wanted) {
  try {
    await builders[name]();
  } catch (error) {
    failed += 1;
    const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    process.stderr.write(`${name} did not build: ${text.split("\n").slice(0, 24).join("\n")}\n`);
  }
}
rmSync(work, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
