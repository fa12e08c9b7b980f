/** Runs tests over the sources with one line changed: the mutant whose number stands in `BELAY_MUTANT`; none without. */
import { mergeConfig } from "vitest/config";
import usual from "../../vitest.config.ts";
import { planting } from "../relay/planting.ts";
import { partMutants } from "./part-mutants.ts";

const mutant = partMutants[Number(process.env["BELAY_MUTANT"] ?? -1)];

export default mergeConfig(usual, {
  plugins: mutant === undefined ? [] : [planting(mutant)],
  test: { bail: 1, maxWorkers: 1 },
});
