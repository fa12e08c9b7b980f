/** `npm run -s proof -- [ID...] [--scale f] [--seed n] [--limit s]`: one JSON line per numbered proof. */
import { parseArgs } from "node:util";
import type { Proof } from "../../tests/proofs/proof.ts";
import { held, missingLine, runProof, skipped, type ProofLine, type RunOptions } from "./run.ts";

/** Every proof that exists, by file name; each is loaded only when it is run. */
const files = import.meta.glob<Proof>(["../../tests/proofs/[a-z]-[0-9]*.ts", "!../../tests/proofs/*.test.ts"], {
  import: "proof",
});

const idOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1, -".ts".length).toUpperCase();

const loaders = new Map(Object.entries(files).map(([path, load]) => [idOf(path), load]));

/** Letters first, then the number: D-1, D-2, D-10, E-1. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

const prove = async (id: string, options: RunOptions): Promise<ProofLine> => {
  const load = loaders.get(id);
  if (load === undefined) return missingLine(id, options.seed, "there is no proof of this id yet");
  try {
    const proof = await load();
    if (proof.id !== id) return missingLine(id, options.seed, `its file says that it is ${proof.id}`);
    return await runProof(proof, options);
  } catch (error) {
    return missingLine(id, options.seed, `could not be loaded: ${String(error)}`);
  }
};

const numberOf = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} must be a number above 0`);
  return value;
};

const main = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: "string", default: "1" },
      seed: { type: "string", default: "1" },
      limit: { type: "string", default: "1200" },
    },
  });
  const options: RunOptions = {
    scale: numberOf(values.scale, "scale"),
    seed: numberOf(values.seed, "seed"),
    limit: numberOf(values.limit, "limit") * 1000,
    note: (text) => process.stderr.write(`${text}\n`),
  };
  const asked = positionals.map((id) => id.toUpperCase());
  const ids = asked.length > 0 ? asked : [...loaders.keys()].toSorted(inOrder);
  let all = ids.length > 0;
  for (const id of ids) {
    const line = await prove(id, options);
    process.stdout.write(`${JSON.stringify(line)}\n`);
    all = (held(line) || skipped(line)) && all;
  }
  return all;
};

// Standard output carries JSON alone; what a proof prints by the way goes to standard error.
console.log = console.error;
console.info = console.error;

main().then(
  (all) => process.exit(all ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(2);
  },
);
