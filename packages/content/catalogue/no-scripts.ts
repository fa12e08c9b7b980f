/** Sentences for saying no, by whom it is said to and whether a reason goes with it. */

import type { RowId } from "../rows.ts";

/** Whom a no goes to; `anyone` fits everywhere. */
export type NoTo = "anyone" | "manager" | "family" | "friend";

/** A bare no, a no with its reason, or time to think before a yes slips out. */
export type NoKind = "plain" | "reason" | "time";

/** One no, in two registers that say the same thing. Blanks are written as an ellipsis, to be filled by hand. */
export interface NoScript {
  /** `no-` and words; it keys the list on the screen and is not recorded. */
  readonly id: string;
  readonly to: NoTo;
  readonly kind: NoKind;
  readonly direct: string;
  readonly indirect: string;
  /** Step of the catalogue that practises this no. */
  readonly step: string;
  readonly covers: readonly RowId[];
}

// The indirect one is warmer and leaves more room, but it is still a no: neither opens a door that was meant shut.
const rows = ["MV-23", "HLB-01"] as const;

/** Every sentence, audience by audience; within one, the bare no first. */
export const noScripts = [
  {
    id: "no-anyone-plain",
    to: "anyone",
    kind: "plain",
    direct: "No, I won’t do it this time. Thank you for asking me.",
    indirect: "Thank you for thinking of me. This time it won’t be me.",
    step: "no-without-a-reason",
    covers: rows,
  },
  {
    id: "no-anyone-reason",
    to: "anyone",
    kind: "reason",
    direct: "No, my week is full. I can’t take that on as well.",
    indirect: "I looked at my week, and there is no room left in it. So it has to be a no.",
    step: "no-to-a-small-request",
    covers: rows,
  },
  {
    id: "no-anyone-time",
    to: "anyone",
    kind: "time",
    direct: "I don’t know yet. I’ll tell you tomorrow.",
    indirect: "Let me sleep on it. You will hear from me tomorrow.",
    step: "no-to-a-small-request",
    covers: rows,
  },
  {
    id: "no-manager-plain",
    to: "manager",
    kind: "plain",
    direct: "I can’t take that on this week.",
    indirect: "This week I would have to leave that with someone else.",
    step: "no-to-extra-work",
    covers: rows,
  },
  {
    id: "no-manager-reason",
    to: "manager",
    kind: "reason",
    direct: "I have A and B until Friday. If this comes first, which of the two should wait?",
    indirect: "I’d like to do this properly. With A and B due on Friday, one of them would have to wait. Which one?",
    step: "no-to-extra-work",
    covers: rows,
  },
  {
    id: "no-manager-time",
    to: "manager",
    kind: "time",
    direct: "Before I say yes, I’ll look at what is on my desk. You’ll have my answer by noon tomorrow.",
    indirect: "Could I look at what is on my desk first? I’d come back to you by noon tomorrow.",
    step: "no-to-extra-work",
    covers: rows,
  },
  {
    id: "no-family-plain",
    to: "family",
    kind: "plain",
    direct: "I won’t do it this year.",
    indirect: "This year I’d like to come as a guest and leave the rest to others.",
    step: "no-to-those-used-to-a-yes",
    covers: rows,
  },
  {
    id: "no-family-reason",
    to: "family",
    kind: "reason",
    direct: "I’ve done it every time so far, and I’m worn out. Someone else has to do it now.",
    indirect: "I was glad to do it all these times. I’m worn out now, so it needs someone else.",
    step: "no-to-those-used-to-a-yes",
    covers: rows,
  },
  {
    id: "no-family-time",
    to: "family",
    kind: "time",
    direct: "I won’t answer that on the spot. I’ll call you tomorrow evening.",
    indirect: "Give me a day with it. I’ll call you tomorrow evening.",
    step: "no-to-a-small-request",
    covers: rows,
  },
  {
    id: "no-friend-plain",
    to: "friend",
    kind: "plain",
    direct: "I can’t this weekend. I like you just the same.",
    indirect: "This weekend won’t work for me. I’m still glad that you asked me.",
    step: "no-to-a-small-request",
    covers: rows,
  },
  {
    id: "no-friend-reason",
    to: "friend",
    kind: "reason",
    direct: "I can’t help with the move, I need the Saturday for myself. I can bring food on Sunday.",
    indirect: "I need the Saturday for myself, so the move will be without me. Would food on Sunday be a help?",
    step: "no-to-a-small-request",
    covers: rows,
  },
  {
    id: "no-friend-time",
    to: "friend",
    kind: "time",
    direct: "I’d say yes too fast right now. I’ll tell you tomorrow.",
    indirect: "I tend to say yes too fast. May I tell you tomorrow?",
    step: "no-to-a-small-request",
    covers: rows,
  },
] as const satisfies readonly NoScript[];
