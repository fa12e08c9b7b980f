/** The judging protocol: hears one user's messages, whatever they hold, and answers what is asked. */

/** What is offered. `person` is null for a step that needs nobody. */
export type Pick = { readonly step: string; readonly person: string | null; readonly context: string };

/** What is predicted of a pick. `done`, `yes` and `over` are chances 0 to 1; `peak` and its 90 % interval are 0 to 100. */
export type Pred = {
  /** Chance that it is carried out, if there is a chance to try. */
  readonly done: number;
  /** Chance of a yes or a partial yes, if done; null when nobody is asked. */
  readonly yes: number | null;
  /** The distress that will be reported as the highest. */
  readonly peak: number;
  readonly peakLo: number;
  readonly peakHi: number;
  /** Chance that the true highest distress is above 80. */
  readonly over: number;
};

/** Mean, and the ends of a 90 % interval. */
export type Band = readonly [mean: number, low: number, high: number];

/** Where somebody stands. `reach` and `belief` are 0 to 100, the others shares 0 to 1. */
export type Estimate = {
  readonly reach: Band;
  readonly belief: Band;
  readonly trend28: number;
  readonly yes: Readonly<Record<string, Band>>;
};

/** One prediction that was asked for. */
export type ProbeAnswer = { readonly done: number; readonly peak: number };

/** The record in figures; null where nothing can be counted. */
export type Report = {
  readonly brier: number | null;
  readonly violation: number | null;
  readonly yesRate: Band | null;
};

/** One answer, as it is printed. A null `pick` is rest. */
export type Answer = {
  readonly id: unknown;
  readonly pick: Pick | null;
  readonly pred?: Pred;
  readonly fallback?: readonly { readonly pick: Pick; readonly pred: Pred }[];
  readonly swapAbove?: number;
  readonly est?: Estimate;
  readonly probes?: readonly (ProbeAnswer | null)[];
  readonly report?: Report;
};

/** What one user's messages came to: an immutable value, to be passed on and never looked into. */
export type Player = { readonly heard: number };

/** Before anything was heard. */
export const newPlayer: Player = { heard: 0 };

const isAsk = (message: unknown): message is { readonly id?: unknown } =>
  typeof message === "object" && message !== null && "type" in message && message.type === "ask";

/** The player after a message; asks, unknown and absurd messages leave it as it is. Never throws. */
export const heard = (player: Player, message: unknown): Player =>
  isAsk(message) ? player : { heard: player.heard + 1 };

/** The answer to an ask, null to anything else. The same messages give the same answer. Never throws. */
export const answerTo = (_player: Player, message: unknown): Answer | null =>
  isAsk(message) ? { id: message.id ?? null, pick: null } : null;
