/** What happened lately: what was used how much, what went badly, how each person answered, how noisy reports are. */
import type { Act } from "./distance.ts";
import type { Setup } from "./setup.ts";

/** A try that went badly, and on which day. */
export type Bad = {
  readonly day: number;
  readonly act: Act;
  readonly because: "broken-off" | "peak" | "hurtful";
};

/** How much each thing was used, newer uses counting more; and counts for good. Changed in place by `fold.ts` alone. */
export type Track = {
  readonly steps: Float64Array;
  readonly people: Float64Array;
  readonly contexts: Float64Array;
  readonly domains: Float64Array;
  readonly yes: Float64Array;
  readonly no: Float64Array;
  readonly hurtful: Float64Array;
  /** The newest few. */
  bads: readonly Bad[];
  /** Sum and count of the noise seen in reported peaks, each against the usual. */
  surprise: number;
  surprises: number;
  /** Expected badness as it was lately guessed: mean, variance of the mean, of single guesses, and how many. */
  belief: number;
  beliefs: number;
};

/** Before anything happened. */
export const firstTrack = (setup: Setup): Track => {
  const people = (): Float64Array => new Float64Array(setup.people.size);
  return {
    steps: new Float64Array(setup.steps.size),
    people: people(),
    contexts: new Float64Array(setup.contexts.size),
    domains: new Float64Array(setup.domains.length),
    yes: people(),
    no: people(),
    hurtful: people(),
    bads: [],
    surprise: 0,
    surprises: 0,
    belief: 50,
    beliefs: 0,
  };
};

/** A copy that shares nothing. */
export const copyTrack = (track: Track): Track => ({
  ...track,
  steps: track.steps.slice(),
  people: track.people.slice(),
  contexts: track.contexts.slice(),
  domains: track.domains.slice(),
  yes: track.yes.slice(),
  no: track.no.slice(),
  hurtful: track.hurtful.slice(),
});

/** What a use counts, once another try came after it. */
export const kept = { steps: 0.9, people: 0.8, contexts: 0.75, domains: 0.75 } as const;

const bump = (uses: Float64Array, index: number, share: number): void => {
  for (let i = 0; i < uses.length; i += 1) uses[i] = (uses[i] ?? 0) * share;
  if (index >= 0) uses[index] = (uses[index] ?? 0) + 1;
};

/** Counts one try; -1 stands for none. */
export const countUse = (track: Track, step: number, person: number, context: number, domain: number): void => {
  bump(track.steps, step, kept.steps);
  if (person >= 0) bump(track.people, person, kept.people);
  bump(track.contexts, context, kept.contexts);
  bump(track.domains, domain, kept.domains);
};

/** How noisy somebody is against the usual, as ratios of variances: in the moment itself, and in telling it in points. */
export type Noisiness = { readonly moment: number; readonly reading: number };

/**
 * How noisy this person's reports are; it takes a dozen to move far. Half of what is more than usual is laid to the
 * moment, the other half to telling it, of which there is less at first.
 */
export const noisiness = ({ surprise, surprises }: Track): Noisiness => {
  const all = Math.min(6, Math.max(0.3, (8 + surprise) / (8 + surprises)));
  return all <= 1 ? { moment: all, reading: all } : { moment: (1 + all) / 2, reading: 1 + 3 * (all - 1) };
};
