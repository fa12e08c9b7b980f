/** `node tests/world/write-ninety-days.mjs`: writes fixtures/logs/ninety-days.json anew, the same each time. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL("ninety-days.ts", import.meta.url)), {
  root,
  configFile: false,
});
const { device, events } = module.ninetyDays();
const lines = events.map((/** @type {unknown} */ event) => `    ${JSON.stringify(event)}`).join(",\n");
writeFileSync(
  new URL("../../fixtures/logs/ninety-days.json", import.meta.url),
  `{\n  "device": ${JSON.stringify(device)},\n  "events": [\n${lines}\n  ]\n}\n`,
);
