/** `node tests/vectors/write.mjs`: adds new vectors to fixtures/vectors; refuses to change one that is there. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const folder = new URL("../../fixtures/vectors/", import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));
const standing = (/** @type {string} */ name) => {
  const path = new URL(name, folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).vectors : [];
};

const { module } = await runnerImport(fileURLToPath(new URL("make.ts", import.meta.url)), { root, configFile: false });
const made = await module.makeVectors(standing("own.json"), standing("negative.json"));
for (const name of /** @type {const} */ (["own", "negative"]))
  writeFileSync(new URL(`${name}.json`, folder), made[name]);
