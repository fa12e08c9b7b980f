/** Puts the runner and both implementations on a page, for the run in a browser. */
import { runVectors } from "../vectors/run.ts";
import { shipped } from "../vectors/shipped.ts";
import { second } from "./implementation.ts";

Object.assign(globalThis, {
  belayVectors: async (own: string, negative: string) => {
    const files = [JSON.parse(own), JSON.parse(negative)] as const;
    return [await runVectors(...files, shipped, true), await runVectors(...files, second)];
  },
});
