/** S-10: parts of copying, keys, relay and store are broken one at a time; each must be noticed by one of the runs. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mutants, type Mutant } from "../sim/mutants.ts";
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

/** A case is a mutant; a part of them is taken over the whole list. The control is that nothing is found unbroken. */
export const proof: Proof = {
  id: "S-10",
  number: mutants.length,
  control: "the shipped source itself, which no run may find broken",
  run: async ({ asked, seed, note }) => {
    const chosen = mutants.filter((_, at) => asked >= mutants.length || (at * asked) % mutants.length < asked);
    const alive: string[] = [];
    for (const [at, mutant] of chosen.entries()) {
      const hunt = await built(mutant, at);
      const found = hunt === null ? null : await hunt(seed);
      note(`S-10: ${mutant.name}: ${hunt === null ? "does not apply" : (found ?? "ALIVE")}`);
      if (found === null) alive.push(mutant.name);
    }
    const whole = await built(null, chosen.length);
    const false_ = whole === null ? "not built" : await whole(seed);
    if (false_ !== null) note(`S-10: unbroken: ${false_}`);
    const [why] = alive;
    return {
      done: chosen.length,
      failures: alive.length,
      control: false_ === null,
      ...(why === undefined ? {} : { why: `alive: ${alive.join("; ")}` }),
    };
  },
};
