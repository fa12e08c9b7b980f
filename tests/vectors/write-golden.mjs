/** `node tests/vectors/write-golden.mjs`: freezes the vault of the present formats; never touches one that stands. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = new URL("../../fixtures/golden/vault-1.json", import.meta.url);
if (existsSync(file)) throw new Error("vault-1.json is frozen: a later format gets a file of its own");

const { module } = await runnerImport(fileURLToPath(new URL("golden-make.ts", import.meta.url)), {
  root,
  configFile: false,
});
mkdirSync(new URL(".", file), { recursive: true });
writeFileSync(file, `${JSON.stringify(await module.makeGolden(), null, 1)}\n`);
