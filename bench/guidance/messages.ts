/** Writes down the judging protocol as types: what a person sends, and what a policy answers. */

/** A step of the catalogue; `difficulty` 0-100 for an average person, `cost` 0-1 to the one who is asked. */
export interface Step {
  readonly id: string;
  readonly domain: string;
  readonly difficulty: number;
  readonly cost: number;
  readonly needsPerson: boolean;
  readonly contexts: readonly string[];
  readonly roles: readonly string[];
}

/** How safe the user holds somebody to be. */
export type Safety = "safe" | "unsure" | "unsafe";

/** Somebody of the circle as the user describes them. */
export interface Someone {
  readonly id: string;
  readonly role: string;
  readonly trust: number;
  readonly comfort: number;
  readonly safety: Safety;
}

/** The first message: everything said at the start. */
export interface UserMessage {
  readonly type: "user";
  readonly user: string;
  readonly day: number;
  readonly steps: readonly Step[];
  readonly people: readonly Someone[];
  readonly contexts: readonly string[];
  readonly domains: readonly string[];
  readonly roleContexts: Readonly<Record<string, readonly string[]>>;
  readonly intake: {
    readonly selfReach: number;
    readonly ratings: readonly { readonly step: string; readonly hard: number }[];
    readonly independence: number;
  };
}

/** What became of an offer. */
export type Status = "done" | "started" | "avoided" | "skipped" | "swapped";

/** What the other person answered. */
export type Outcome = "yes" | "partial" | "no" | "hurtful";

/** One step and what became of it; numbers 0-100, null where nothing was said. */
export interface EventMessage {
  readonly type: "event";
  readonly user: string;
  readonly id: string;
  readonly day: number;
  readonly step: string;
  readonly person: string | null;
  readonly context: string;
  readonly origin: "engine" | "self";
  readonly status: Status;
  readonly predHelp: number | null;
  readonly predBad: number | null;
  readonly before: number | null;
  readonly peak: number | null;
  readonly after: number | null;
  readonly bad: number | null;
  readonly outcome: Outcome | null;
}

/** The daily note on energy. */
export interface CheckinMessage {
  readonly type: "checkin";
  readonly user: string;
  readonly day: number;
  readonly energy: number | null;
  readonly questionnaire?: number;
}

/** The user marks somebody; later harm by somebody; the user will not come back. */
export type OtherMessage =
  | {
      readonly type: "flag";
      readonly user: string;
      readonly day: number;
      readonly person: string;
      readonly safety: "unsafe";
    }
  | { readonly type: "harm"; readonly user: string; readonly day: number; readonly person: string }
  | { readonly type: "end"; readonly user: string };

/** A choice: which step, with whom, where. */
export interface Pick {
  readonly step: string;
  readonly person: string | null;
  readonly context: string;
}

/** The only message that is answered. */
export interface AskMessage {
  readonly type: "ask";
  readonly id: number;
  readonly user: string;
  readonly day: number;
  readonly people: readonly string[];
  readonly contexts: readonly string[];
  readonly probes?: readonly Pick[];
  readonly report?: true;
}

/** Whatever a person sends. */
export type Message = UserMessage | EventMessage | CheckinMessage | OtherMessage | AskMessage;

/** A policy at work for one person. What it answers is read with suspicion (`answerFrom`). */
export interface Seat {
  readonly hear: (message: Message) => void;
  readonly answer: (ask: AskMessage) => unknown;
}

/** What is said about a pick; everything but the pick is optional. */
export interface Prediction {
  readonly done?: number;
  readonly yes?: number;
  readonly peak?: number;
  readonly peakLo?: number;
  readonly peakHi?: number;
  readonly over?: number;
}

/** A mean with its interval of 90 %. */
export type Interval = readonly [mean: number, low: number, high: number];

/** An answer after reading; what was absent or no number is left out. `broken` means that it was no answer at all. */
export interface Answer {
  readonly broken: boolean;
  readonly pick: Pick | null;
  readonly pred: Prediction;
  readonly fallback: readonly { readonly pick: Pick; readonly pred: Prediction }[];
  readonly swapAbove: number | null;
  readonly reach: Interval | null;
  readonly trend28: number | null;
  readonly yes: ReadonlyMap<string, Interval>;
  readonly probes: readonly Prediction[];
  readonly report: {
    readonly brier: number | null;
    readonly violation: number | null;
    readonly yesRate: Interval | null;
  } | null;
}
