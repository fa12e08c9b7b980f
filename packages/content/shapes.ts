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

/** The places in the app where a card appears by itself; every moment is drawn by exactly one kind of screen. */
export type LessonMoment =
  | "before-ask"
  | "before-share"
  | "before-accept"
  | "before-handover"
  | "before-bewith"
  | "at-work"
  | "after-yes"
  | "after-no"
  | "after-silence"
  | "after-let-down"
  | "after-alone"
  | "after-share"
  | "on-rest"
  | "low-day"
  | "carried-all"
  | "signs"
  | "belief"
  | "load"
  | "resentment"
  | "circle"
  | "person"
  | "no-one-yet"
  | "pause"
  | "critic"
  | "origins"
  | "shifts"
  | "evidence"
  | "care"
  | "look-back";

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
  /** A question people ask, which this card answers; left out where it answers none. */
  readonly question?: string;
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

/** The four groups of signs: felt inside, done, between people, in the body. */
export type SignGroup = "inside" | "doing" | "people" | "body";

/** One sign that is asked about; recognising it says nothing about what somebody has. */
export interface SignContent {
  /** `sign-` and the row, in small letters (`sign-se-01`); recorded, and kept for ever. */
  readonly id: string;
  readonly group: SignGroup;
  /** In the first person, as somebody would say it to themselves. */
  readonly text: string;
  /** What may help when it is recognised: ids of steps, most fitting first, smallest first among equals. */
  readonly steps: readonly string[];
  /** Ids of beliefs that often stand behind it. */
  readonly beliefs: readonly string[];
  /** Whether a pause is what helps first. */
  readonly pause: boolean;
  readonly covers: readonly RowId[];
}

/** One shift towards interdependence, asked again every month. */
export interface ShiftContent {
  /** `shift-` and two digits, in the order of the rows; recorded, and kept for ever. */
  readonly id: string;
  /** In the first person, so that 0 is “not at all” and 4 is “very much”; more is always the direction of the row. */
  readonly text: string;
  /** Two or three words for the axis of a chart. */
  readonly short: string;
  readonly covers: readonly RowId[];
}

/**
 * One thing to look at in the origins room. `familiar`: something that may sound familiar, to tick without any detail;
 * `meaning`: what it led one to conclude; `now`: what is different today.
 */
export interface OriginPrompt {
  readonly id: string;
  readonly kind: "familiar" | "meaning" | "now";
  readonly text: string;
  /** A sentence that is shown once it is ticked or answered, or null. Never blames anyone, never asks what happened. */
  readonly after: string | null;
  readonly covers: readonly RowId[];
}

/** One sentence of the frame around origins: what it is for, whom it is not for, what to expect. */
export interface OriginNote {
  readonly id: string;
  readonly text: string;
  readonly covers: readonly RowId[];
}

/** When a practice of kindness towards oneself is offered. */
export type CriticMoment = "before-ask" | "after-no" | "after-silence" | "after-let-down" | "low-day" | "carried-all";

/** One practice of kindness towards oneself: under two minutes, offered when the critic speaks. */
export interface PracticeContent {
  readonly id: string;
  readonly title: string;
  /** Two to four short lines, read one after the other. */
  readonly lines: readonly string[];
  /** The label of a field for one sentence of one’s own, or null. */
  readonly field: string | null;
  readonly moments: readonly CriticMoment[];
  readonly covers: readonly RowId[];
}

/** One card of calming down with somebody: each has a person in it, and a step of the catalogue behind it. */
export interface TogetherContent {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The step that begins it. */
  readonly step: string;
  readonly touch: boolean;
  readonly covers: readonly RowId[];
}

/** One sentence of the pause, or one thing to notice; ids are used by the screen. */
export interface PauseLine {
  readonly id: string;
  readonly text: string;
  readonly covers: readonly RowId[];
}

/** One kind of help by professionals or groups. */
export interface TherapyContent {
  readonly id: string;
  readonly name: string;
  /** What happens in it, in one or two sentences. */
  readonly what: string;
  /** What is known, never more than the source says, and for what; no kind was tested for carrying everything alone. */
  readonly evidence: string;
  readonly grade: EvidenceGrade;
  /** Where the grade comes from: authors, year, journal, or the body that wrote the guideline. */
  readonly source: string;
  readonly covers: readonly RowId[];
}

/** One sentence or question about finding care; `kind` says which list it belongs to. */
export interface CareLine {
  readonly id: string;
  readonly kind: "when" | "ask" | "gives" | "message";
  readonly text: string;
  readonly covers: readonly RowId[];
}
