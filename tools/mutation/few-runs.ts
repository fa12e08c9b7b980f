/** Gives every property the same few cases in each run, since a change is met by thousands of runs. */
import fc from "fast-check";

fc.configureGlobal({ numRuns: 25, seed: 20_260 });
