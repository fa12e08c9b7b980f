/** What every numbered proof looks like to the command that runs it. */

/** What a run is given. */
export interface ProofInput {
  /** How many cases to run: the page's number times the scale, rounded up. */
  readonly asked: number;
  /** Seeds every random choice, so that a failure can be run again. */
  readonly seed: number;
  /** Writes one line of progress to standard error. */
  readonly note: (text: string) => void;
}

/** What a run found. `control` is true only when the named mutant was run and caught. */
export interface ProofResult {
  readonly done: number;
  readonly failures: number;
  readonly control: boolean;
  /** Why fewer were done than asked, or what failed first. */
  readonly why?: string;
}

/** One numbered proof of the security page, part 6. */
export interface Proof {
  readonly id: string;
  /** The number of cases the page asks for in a full run. */
  readonly number: number;
  /** The mutant that this proof must catch, in words. */
  readonly control: string;
  readonly run: (input: ProofInput) => Promise<ProofResult>;
}
