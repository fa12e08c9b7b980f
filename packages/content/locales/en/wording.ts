/** Words of the wording help under an ask: what a mark means. The alternatives stand in the catalogue of marks. */
export const wording = {
  "wording.title": "You could look at this again",
  "wording.lead": "Only if you want. Nothing is changed for you.",
  "wording.apology": "apologises for asking.",
  "wording.minimising": "makes it smaller than it is.",
  "wording.withdrawing": "takes the need back.",
  "wording.vague": "leaves open what, or when.",
  "wording.vagueWhat": "It doesn’t say yet what you would like them to do.",
  "wording.vagueWhen": "It doesn’t say yet when, or by when.",
  "wording.accusation": "blames; the other person will defend themselves before they hear you.",
  "wording.hiddenTest": "tests them without saying so.",
  "wording.tryDirect": "Straight:",
  "wording.tryIndirect": "Leaving room:",
  "wording.count": "{n, plural, =0 {Nothing marked.} one {One place marked.} other {# places marked.}}",
} as const;
