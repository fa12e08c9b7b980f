/** The only door: the runner of our vectors and both implementations, in Node and in a browser alike. */
export { runVectors, type Implementation, type VectorReport } from "../vectors/run.ts";
export { shipped } from "../vectors/shipped.ts";
export { second } from "./implementation.ts";
