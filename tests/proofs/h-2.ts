/** H-2: nothing in our source turns text into markup or code. */
import { loadFiles } from "../../tools/check/load.ts";
import { wordSamples } from "../../tools/check/samples/words.ts";
import { sinks } from "../../tools/check/sinks.ts";
import { isShipped, treeOf } from "../../tools/check/tree.ts";
import type { Proof } from "./proof.ts";

/** Every sink we know of, planted one at a time in a clean tree, is found; the clean tree has none. */
const everyPlantedSinkIsFound = (): boolean => {
  const { clean, planted } = wordSamples["sinks"] ?? { clean: {}, planted: {} };
  const plants = Object.values(planted);
  const found = plants.filter((files) => sinks.check(treeOf({ ...clean, ...files })).length > 0);
  return plants.length > 0 && found.length === plants.length && sinks.check(treeOf(clean)).length === 0;
};

/** One pass over the whole source, whatever the scale: the page's number is of findings, and it is none. */
export const proof: Proof = {
  id: "H-2",
  number: 1,
  control: "each known sink planted once in a clean tree",
  run: ({ note }) => {
    const tree = treeOf(loadFiles(process.cwd()));
    const scanned = tree.sources.filter(({ path }) => isShipped(path)).length;
    const findings = sinks.check(tree);
    for (const { path, line, message } of findings) note(`${path}:${line} ${message}`);
    note(`H-2: ${scanned} shipped files scanned`);
    return Promise.resolve({
      done: scanned > 0 ? 1 : 0,
      failures: findings.length,
      control: everyPlantedSinkIsFound(),
      ...(findings[0] === undefined ? {} : { why: `${findings[0].path}:${findings[0].line} ${findings[0].message}` }),
    });
  },
};
