/** Runs one numbered proof and turns whatever happens into the line that is printed about it. */
import { stripVTControlCharacters } from "node:util";
import type { Proof, ProofResult } from "../../tests/proofs/proof.ts";

/** The line that is printed, as JSON, about one proof. A proof that could not run has `done` 0 and says `why`. */
export interface ProofLine {
  readonly id: string;
  readonly asked: number;
  readonly done: number;
  readonly failures: number;
  readonly seed: number;
  readonly control: boolean;
  readonly why?: string;
}

/** How the run was asked for: a part of the page's number, a seed, and the most milliseconds one proof may take. */
export interface RunOptions {
  readonly scale: number;
  readonly seed: number;
  readonly limit: number;
  readonly note: (text: string) => void;
}

/** The number of cases to run: the page's number times the scale, rounded up (0.2 of 5 is 1, not 2). */
export const casesAt = (number: number, scale: number): number => Math.ceil(number * scale - 1e-9);

/** Plain text: browsers' tools colour what they say. */
const message = (error: unknown): string =>
  stripVTControlCharacters(error instanceof Error ? (error.stack ?? error.message) : String(error));

const giveUp = (limit: number): { readonly over: Promise<never>; readonly stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit / 1000} s`)), limit);
  });
  return { over, stop: () => clearTimeout(timer) };
};

/** Fewer done than asked always says why, so that nobody has to guess. */
const explain = (result: ProofResult, asked: number): string | undefined => {
  if (result.why !== undefined) return result.why;
  if (result.done < asked) return `only ${result.done} of ${asked} were run`;
  return result.control ? undefined : "the negative control was not caught";
};

/** Runs a proof; a throw or a time-out is a failure that says why, never a pass and never an end of the whole run. */
export const runProof = async (proof: Proof, options: RunOptions): Promise<ProofLine> => {
  const { seed } = options;
  const asked = casesAt(proof.number, options.scale);
  const clock = giveUp(options.limit);
  try {
    const result = await Promise.race([proof.run({ asked, seed, note: options.note }), clock.over]);
    const why = explain(result, asked);
    const { done, failures, control } = result;
    return { id: proof.id, asked, done, failures, seed, control, ...(why === undefined ? {} : { why }) };
  } catch (error) {
    return { id: proof.id, asked, done: 0, failures: 1, seed, control: false, why: message(error) };
  } finally {
    clock.stop();
  }
};

/** The line about an id that has no proof, or whose file cannot be loaded. */
export const missingLine = (id: string, seed: number, why: string): ProofLine => ({
  id,
  asked: 0,
  done: 0,
  failures: 0,
  seed,
  control: false,
  why,
});

/** True when it ran in full, found nothing, and caught the change it must catch. */
export const held = (line: ProofLine): boolean =>
  line.asked > 0 && line.done >= line.asked && line.failures === 0 && line.control;

/** True when this machine cannot do it at all, such as a power cut without root; the line says so, and counts as nothing. */
export const skipped = (line: ProofLine): boolean =>
  line.done === 0 && line.failures === 0 && line.why?.startsWith("SKIPPED: ") === true;
