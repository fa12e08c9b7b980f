/** Words around the wording help under an ask. Why something is marked, and what to say instead, stands in the lexicon. */
export const wording = {
  "wording.title": "You could look at this again",
  "wording.lead": "Only if you want. Nothing is changed for you.",
  "wording.tryDirect": "Straight:",
  "wording.tryIndirect": "Leaving room:",
  "wording.count": "{n, plural, =0 {Nothing marked.} one {One place marked.} other {# places marked.}}",
} as const;
