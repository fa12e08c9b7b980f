/** Words of Evidence: sentences that say no more than the numbers bear. */
export const evidence = {
  "evidence.eyebrow": "Evidence",
  "evidence.eyebrowSince": "Evidence · {n, plural, one {one try} other {# tries}} since {day}",
  "evidence.titleEmpty": "What you expect, and then what happens",
  "evidence.leadEmpty":
    "Nothing to show yet, and nothing is missing. After a first try this page sets the two side by side. Whatever comes back is counted, a no like a yes.",
  "evidence.titleOpen": "Something is under way. What came of it will stand here.",
  "evidence.titleFew": "{yes} of {total} so far; too few to say.",
  "evidence.title": "{yes, plural, =0 {None of {total}} other {# of {total}}} said yes. You chose whom to ask.",
  "evidence.partial": "{n, plural, one {One of these was a yes in part.} other {# of these were a yes in part.}}",
  "evidence.today": "To Today",
  "evidence.show": "Show as a table",
  "evidence.hide": "Hide the table",

  // Expected and actual.
  "evidence.yesTitle": "Expected and actual",
  "evidence.expected": "You expected",
  "evidence.happened": "It happened",
  "evidence.percent": "{n} %",
  "evidence.ofTotal": "{yes} of {total}",
  "evidence.noGuess": "no guess",
  "evidence.likely": "likely {low} to {high} %",
  "evidence.yesFew":
    "Before, you guessed {expected} in 100 on average. {yes} of {total} said yes: too few to say how good the guess was.",
  "evidence.yesNoGuess": "{yes} of {total} said yes. There is no guess from before to set beside it.",
  "evidence.yesLower":
    "Before, you guessed {expected} in 100 on average. It was {actual} in 100, likely {low} to {high}: so far you guessed too low.",
  "evidence.yesHigher":
    "Before, you guessed {expected} in 100 on average. It was {actual} in 100, likely {low} to {high}: so far you guessed too high.",
  "evidence.yesAlike":
    "Before, you guessed {expected} in 100 on average. It was {actual} in 100, likely {low} to {high}: that does not clearly differ.",
  "evidence.yesNote":
    "“Likely” is a 90 % interval: with {total, plural, one {one answer} other {# answers}}, the true share could lie anywhere in it. It holds for asks like yours, to people you chose, not for any ask. A yes is not yet gladness.",
  "evidence.yesNoteGuess": "You noted a guess before {n} of the {total}.",
  "evidence.yesTable": "Expected and actual yes",
  "evidence.colWhat": "What",
  "evidence.colShare": "Share",
  "evidence.colRange": "Likely range",
  "evidence.colCount": "From how many",
  "evidence.none": "–",

  // What came back.
  "evidence.backTitle": "What came back",
  "evidence.backSentence": "All {n, plural, one {of one try} other {# tries}}, the hard ones too.",
  "evidence.backTable": "What came back, by kind",
  "evidence.colKind": "Kind",
  "evidence.colHow": "How often",
  "evidence.kind.yes": "Yes",
  "evidence.kind.partly": "In part",
  "evidence.kind.no": "No",
  "evidence.kind.silence": "No answer",
  "evidence.kind.hurtful": "It hurt",
  "evidence.kind.open": "Still open",
  "evidence.kind.done": "Done, nothing to answer",
  "evidence.kind.undone": "Not done",
  "evidence.backNote":
    "No answer counts as a no in the share above, once the day you waited for has come. What is open or was not done counts as neither.",
  "evidence.backHurt":
    "{n, plural, one {One answer hurt. It counts, and it is no verdict on your worth. If they owed you this, it should have been met.} other {# answers hurt. They count, and they are no verdict on your worth. Where something was owed to you, it should have been met.}}",

  // Feared and felt.
  "evidence.fearTitle": "Feared and felt",
  "evidence.fearSentence":
    "Of {n, plural, one {one try} other {# tries}}, {less} felt less bad than feared, {more} worse, {same} about the same.",
  "evidence.fearFew":
    "Of {n, plural, one {one try} other {# tries}}, {less} felt less bad than feared, {more} worse, {same} about the same; too few to say.",
  "evidence.fearBefore": "feared before",
  "evidence.fearAfter": "felt, in the end",
  "evidence.fearNote":
    "From nothing (0) to as bad as it gets (100). A broken line means it was worse than feared. Within 5 counts as the same.",
  "evidence.fearNewest": "The newest {n} of {total} are drawn; the table has them all.",
  "evidence.fearTable": "Feared and felt, try by try",
  "evidence.colTry": "Try",
  "evidence.colDay": "Day",
  "evidence.colFeared": "Feared",
  "evidence.colFelt": "Felt",

  // What was feared would happen.
  "evidence.thingTitle": "What you were afraid of",
  "evidence.thingSentence":
    "It happened {happened, plural, =0 {in none} one {in one} other {in #}} of {n, plural, one {one try} other {# tries}}.",
  "evidence.thingFew":
    "It happened {happened, plural, =0 {in none} one {in one} other {in #}} of {n, plural, one {one try} other {# tries}}; too few to say.",
  "evidence.thingHappened": "Happened",
  "evidence.thingNot": "Did not",
  "evidence.thingNeither": "Could not be seen either way",
  "evidence.thingTable": "Whether the feared thing happened",

  // The other side, and closeness.
  "evidence.otherTitle": "How it was for them",
  "evidence.otherLine": "{n, plural, one {One answer says} other {# answers say}} how it was to be asked.",
  "evidence.otherBurden": "A burden, from 0 to 10: {list}.",
  "evidence.otherGlad": "Glad to be asked, from 0 to 10: {list}.",
  "evidence.otherNote": "It is what they wrote, and people are often polite. Nothing more can be read from it.",
  "evidence.closerTitle": "Less alone, more known?",
  "evidence.closerLine":
    "After {n, plural, one {one time} other {# times}} of sharing or being with someone it felt closer {more, plural, =0 {never} one {once} other {# times}}, the same {same, plural, =0 {never} one {once} other {# times}}, further apart {less, plural, =0 {never} one {once} other {# times}}.",
  "evidence.aloneTitle": "Done alone, by choice",
  "evidence.aloneLine":
    "{n, plural, one {Once} other {# times}}. Glad of it: {glad}. Wished you had asked: {wish}.{unsaid, plural, =0 {} other { Not said: #.}}",

  // Beliefs.
  "evidence.beliefsTitle": "What it says about beliefs",
  "evidence.beliefsNone":
    "No belief was looked at yet. You can choose one, say how true it feels, and fix what would count.",
  "evidence.beliefsAll": "All beliefs",
} as const;
