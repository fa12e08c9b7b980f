/** S-10: parts of copying, seals, proofs, relay and stores are broken one at a time; each must be noticed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fields, list } from "../../tools/tally.mjs";
import { mutants, type Mutant } from "../sim/mutants.ts";
import { partMutants } from "../sim/part-mutants.ts";
import type { Proof } from "./proof.ts";

type Hunt = (seed: number) => Promise<string | null>;

const isHunt = (value: unknown): value is Hunt => typeof value === "function";

/** Builds the runs with one line changed; null when the line is not there exactly once. */
const built = async (mutant: Mutant | null, index: number): Promise<Hunt | null> => {
  const root = process.cwd();
  if (mutant !== null && readFileSync(join(root, mutant.file), "utf8").split(mutant.find).length !== 2) return null;
  const { build } = await import("vite");
  const outDir = join(root, "build/mutants");
  const name = `hunt-${process.pid}-${index}.mjs`;
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "silent",
    plugins: [
      {
        name: "mutant",
        enforce: "pre",
        transform: (code, id) =>
          mutant !== null && id.endsWith(mutant.file) ? code.replace(mutant.find, () => mutant.put) : null,
      },
    ],
    ssr: { noExternal: [/^@belay\//], target: "node" },
    build: {
      ssr: join(root, "tests/sim/hunt.ts"),
      outDir,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  const file = join(outDir, name);
  const made: unknown = await import(pathToFileURL(file).href);
  rmSync(file);
  const hunt = typeof made === "object" && made !== null && "hunt" in made ? made.hunt : null;
  return isHunt(hunt) ? hunt : null;
};

/** Tests that go round for ever are no proof either. */
const patienceMs = 300_000;

/** What the tests of a part said: the first that failed, null when all passed. Text in `trouble` means that none ran. */
interface Said {
  readonly failed: string | null;
  readonly trouble: string | null;
}

/** Runs test files over the sources with one line changed; `index` is the place in the list, null for the sources as they are. */
const testsSay = async (index: number | null, files: readonly string[]): Promise<Said> => {
  const root = process.cwd();
  const folder = join(root, "build/mutants");
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `tests-${process.pid}.json`);
  rmSync(report, { force: true });
  const config = ["--config", "tests/sim/part-mutant.vitest.config.ts", "--reporter=json", `--outputFile=${report}`];
  const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...config, ...files], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, BELAY_MUTANT: String(index ?? -1) },
  });
  const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await once(child, "exit");
  clearTimeout(late);
  if (!existsSync(report)) return { failed: null, trouble: "no tests ran" };
  const read: unknown = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
  const tests = list(fields(read)["testResults"]).map((one) => list(one["assertionResults"]));
  const failed = tests.flat().find(({ status }) => status === "failed");
  if (failed !== undefined) return { failed: String(failed["fullName"]), trouble: null };
  // A file that cannot be loaded has no tests; that the change made no programme at all is no proof of anything.
  const loaded = tests.length > 0 && tests.every((one) => one.length > 0);
  return { failed: null, trouble: loaded ? null : "could not load" };
};

/** A part of a list, spread over the whole of it. */
const spread = <T>(all: readonly T[], share: number): readonly T[] => {
  const count = Math.ceil(all.length * share);
  return all.filter((_, at) => count >= all.length || (at * count) % all.length < count);
};

const number = mutants.length + partMutants.length;

/** A case is a mutant; a part of them is taken over both lists. The control is that nothing is found unbroken. */
export const proof: Proof = {
  id: "S-10",
  number,
  control: "the shipped source itself, which no run may find broken",
  run: async ({ asked, seed, note }) => {
    const chosen = spread(mutants, asked / number);
    const parts = spread(partMutants, asked / number);
    const alive: string[] = [];
    const judge = (name: string, found: string | null, trouble: string | null): void => {
      note(`S-10: ${name}: ${trouble ?? found ?? "ALIVE"}`);
      if (found === null) alive.push(name);
    };
    for (const [at, mutant] of chosen.entries()) {
      const hunt = await built(mutant, at);
      const found = hunt === null ? null : await hunt(seed);
      judge(mutant.name, found, hunt === null ? "does not apply" : null);
    }
    for (const mutant of parts) {
      const { failed, trouble } = await testsSay(partMutants.indexOf(mutant), mutant.tests);
      judge(`${mutant.file}: ${mutant.name}`, failed, trouble);
    }
    const whole = await built(null, chosen.length);
    const false_ = whole === null ? "not built" : await whole(seed);
    if (false_ !== null) note(`S-10: unbroken: ${false_}`);
    const unbroken = await testsSay(null, [...new Set(parts.flatMap(({ tests }) => tests))]);
    const red = unbroken.trouble ?? unbroken.failed;
    if (red !== null) note(`S-10: unbroken: ${red}`);
    const [why] = alive;
    return {
      done: chosen.length + parts.length,
      failures: alive.length,
      control: false_ === null && red === null,
      ...(why === undefined ? {} : { why: `alive: ${alive.join("; ")}` }),
    };
  },
};
