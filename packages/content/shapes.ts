/** The shapes of the content tables: types only, no values. */

import type { RowId } from "./rows.ts";

/** The five strands a step can belong to; the strand is what the guidance calls a domain. */
export type Strand = "ask" | "accept" | "share" | "handover" | "bewith";

/** Who the other person can be. `professional` covers helplines, groups, doctors and therapists. */
export type Role =
  | "friend"
  | "partner"
  | "family"
  | "colleague"
  | "manager"
  | "neighbour"
  | "acquaintance"
  | "stranger"
  | "professional";

/** Where a step happens. `online` is a chat, a forum, a form or a video call. */
export type Context = "in-person" | "call" | "message" | "online";

/** How much of oneself a step shows; "large" repeats the safety questions. */
export type Disclosure = "none" | "small" | "large";

/** One step of the catalogue. */
export interface StepContent {
  /** Kept for ever: it is written into people's records. Reword a step freely, never rename it. */
  readonly id: string;
  readonly strand: Strand;
  readonly title: string;
  /** What to do, concretely; one to three short sentences. */
  readonly how: string;
  /** One sentence that could be said or sent; `{name}` may stand for the other person. */
  readonly example: string;
  /**
   * Expected peak distress, 0-100, for an average person with this habit on an ordinary day.
   * A starting guess by hand; no published scale of such steps is known.
   */
  readonly difficulty: number;
  /** How much it asks of the other person, 0 (nothing) to 1 (a great deal). Also by hand. */
  readonly cost: number;
  /** Whether it takes a person of one's own circle; false means a stranger, a service or nobody will do. */
  readonly needsPerson: boolean;
  readonly roles: readonly Role[];
  readonly contexts: readonly Context[];
  readonly disclosure: Disclosure;
  /** Steps with touch stay hidden until a person opts in. */
  readonly touch: boolean;
  /** The neighbour below in the same chain; mutual with that step's `larger`. */
  readonly smaller: string | null;
  /** The neighbour above in the same chain; mutual with that step's `smaller`. */
  readonly larger: string | null;
  readonly covers: readonly RowId[];
}

/** One common belief, with what would test it. */
export interface BeliefContent {
  /** `bel-` and the row's two digits; kept for ever. */
  readonly id: string;
  /** The belief, in the first person. */
  readonly text: string;
  /** A question that fits this belief: fact, or old alarm? */
  readonly questionFact: string;
  /** Something one could see or hear that would count against it. */
  readonly wouldCountAgainst: string;
  /** Something one could see or hear that would count for it. */
  readonly wouldCountFor: string;
  /** A believable alternative, not a rosy one. */
  readonly alternative: string;
  readonly covers: readonly RowId[];
}

/** Where a script is used: written, spoken, or said to oneself before sending. */
export type ScriptUse = "message" | "spoken" | "self";

/**
 * What a script leaves open. `what` is a verb phrase ("take the school run"), `when` a time with its
 * preposition ("on Friday at eight"), `feeling` an adjective ("worn out"), `name` how one addresses them.
 */
export type ScriptSlot = "what" | "when" | "feeling" | "name";

/** One script, in two registers with the same slots. */
export interface ScriptContent {
  readonly id: string;
  readonly use: ScriptUse;
  readonly direct: string;
  /** The same need in a register that leaves more room; never vaguer about what or when. */
  readonly indirect: string;
  /** Exactly the slots that stand in braces in both registers. */
  readonly needs: readonly ScriptSlot[];
  readonly covers: readonly RowId[];
}

/** Strength of evidence: A = meta-analysis, B = several experiments, C = one study or a review, D = contested. */
export type EvidenceGrade = "A" | "B" | "C" | "D";

/** One statement of fact in a lesson, never stronger than its source. */
export interface LessonClaim {
  readonly text: string;
  /** Authors, year, journal, volume and pages. */
  readonly source: string;
  readonly grade: EvidenceGrade;
}

/** When a lesson is offered. More moments join as lessons are written. */
export type LessonMoment = "before-ask" | "after-yes" | "after-no" | "before-share" | "on-rest";

/** A card of one to three minutes. Everything factual stands in `claims`. */
export interface LessonContent {
  readonly id: string;
  readonly moment: LessonMoment;
  readonly title: string;
  /** Reading time in minutes, 1-3. */
  readonly minutes: number;
  /** Paragraphs before the claims; no facts of their own. */
  readonly opening: readonly string[];
  readonly claims: readonly LessonClaim[];
  /** Paragraphs after the claims: their limits, and one thing to do with them. */
  readonly closing: readonly string[];
  readonly covers: readonly RowId[];
}

/** ISO 3166-1 alpha-2 code of a country that has help lines here. */
export type HelpCountry =
  | "US"
  | "CA"
  | "GB"
  | "IE"
  | "AU"
  | "NZ"
  | "DE"
  | "AT"
  | "CH"
  | "FR"
  | "ES"
  | "IT"
  | "NL"
  | "BE"
  | "IN"
  | "BR"
  | "KR";

/** One number to call or text. */
export interface HelpLine {
  readonly id: string;
  readonly country: HelpCountry;
  readonly name: string;
  readonly kind: "emergency" | "crisis" | "violence";
  readonly channel: "call" | "text";
  /** As people write it; digits only remain once spaces and hyphens are dropped. */
  readonly number: string;
  /** For text lines that want a first word, that word; otherwise null. */
  readonly keyword: string | null;
  /** In words; null when not known well enough to print. */
  readonly hours: string | null;
  /** BCP 47 tags of the languages to count on; more may be on offer. */
  readonly languages: readonly string[];
  /** Whom or what it is for, in a few words. */
  readonly for: string;
  /** The operator, to be asked when the entry is checked again. */
  readonly source: string;
  /** Day (YYYY-MM-DD) of the last check, null when nobody has checked it yet. */
  readonly checkedOn: string | null;
  /** True exactly when `checkedOn` is set. */
  readonly verified: boolean;
}

/** What can still be done when no line works; the words stand in the locale under these ids. */
export type HelpFallback = "text-line" | "emergency-department" | "stay-with-someone" | "distance-to-means";

/** One quality of a safe person, to be judged by what was seen. */
export interface SafeQuality {
  /** The name under which observations are recorded; kept for ever. */
  readonly id: "listens" | "shares" | "respects" | "consistent" | "reliable" | "affirming" | "accepts";
  readonly question: string;
  /** An observation that speaks for it. */
  readonly seen: string;
  /** An observation that speaks against it. */
  readonly notSeen: string;
  readonly covers: readonly RowId[];
}

/** A question before a first step with a person. Worded so that yes always means stop. */
export interface SafetyQuestion {
  /** The name under which answers are recorded; kept for ever. */
  readonly id: "hurt" | "used" | "risky" | "debt" | "work";
  readonly text: string;
  /** Everyone, or only people one works with (`colleague`, `manager`). */
  readonly appliesTo: "everyone" | "work";
}

/** One thing to tap in a check-in. */
export interface BodyCue {
  readonly id: string;
  /** What it is: felt in the body, an urge, something carried, or not knowing. */
  readonly kind: "body" | "urge" | "carried" | "unsure";
  readonly text: string;
  readonly covers: readonly RowId[];
}
