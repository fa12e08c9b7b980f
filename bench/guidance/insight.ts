/** The open cards of a person, for the oracle, the self-chooser and the judge. */
import type { Day } from "./days.ts";
import type { Human } from "./human.ts";
import type { Mind } from "./mind.ts";

/** The person, and how things stand with them at the moment of asking. */
export interface Insight {
  readonly human: Human;
  readonly now: () => { readonly mind: Mind; readonly day: Day };
}
