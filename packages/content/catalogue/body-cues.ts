/** What a check-in offers to tap: the body, urges, what is being carried, and not knowing. */

import type { BodyCue } from "../shapes.ts";

// Ids are recorded with a check-in and kept for ever. None of them is a sign of anything by itself.
const cues = [
  { id: "cue-chest", kind: "body", text: "tight chest", covers: [] },
  { id: "cue-heart", kind: "body", text: "racing heart", covers: [] },
  { id: "cue-head", kind: "body", text: "headache", covers: [] },
  { id: "cue-stomach", kind: "body", text: "stomach in knots", covers: [] },
  { id: "cue-jaw", kind: "body", text: "tense shoulders or jaw", covers: ["HNP-04"] },
  { id: "cue-numb", kind: "body", text: "numb", covers: [] },
  { id: "cue-tired", kind: "body", text: "bone tired", covers: [] },
  { id: "cue-calm", kind: "body", text: "fairly calm", covers: [] },
  { id: "cue-do-it-myself", kind: "urge", text: "“quicker if I do it”", covers: ["HNP-06"] },
  { id: "cue-hide", kind: "urge", text: "wanting to be left alone", covers: ["HNP-05"] },
  { id: "cue-nobody-sees", kind: "urge", text: "“nobody sees what I do”", covers: ["HNP-10"] },
  { id: "cue-cant-tell", kind: "unsure", text: "can’t tell", covers: [] },
  {
    id: "carry-feelings",
    kind: "carried",
    text: "someone’s worries, or my own",
    covers: ["HLB-06"],
  },
  { id: "carry-money", kind: "carried", text: "money", covers: ["HLB-06"] },
  {
    id: "carry-arrangements",
    kind: "carried",
    text: "everything that has to be arranged",
    covers: ["HLB-06"],
  },
  { id: "carry-care", kind: "carried", text: "looking after someone", covers: [] },
] as const satisfies readonly BodyCue[];

/** The check-in chips, in the order in which they are shown; at most 20, the limit of one check-in. */
export const bodyCues: readonly BodyCue[] = cues;
