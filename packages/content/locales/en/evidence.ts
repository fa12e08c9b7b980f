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
  "evidence.file": "As a table file",
  "evidence.fileOf": "As a table file: {table}",
  "evidence.fileHint": "Files and prints can be read by anyone who finds them. No lock goes with them.",
  "evidence.leftOut": "{n, plural, one {One older row is} other {# older rows are}} not on this paper.",
  "evidence.print": "Print this page",
  "evidence.unfold": "Picture and numbers",
  "evidence.fold": "Fold up",

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

  // While a long record is read.
  "evidence.readingTitle": "Reading what you noted",
  "evidence.reading": "Your record is long. This takes a moment.",
  "evidence.older": "Show older rows ({n} left)",

  // Guesses and how often they came true.
  "evidence.calTitle": "What you said and how often it came",
  "evidence.calFew":
    "{n, plural, one {One guess has} other {# guesses have}} an answer so far; too few to set what you said beside what came. It takes ten.",
  "evidence.calLow": "It came more often than you said.",
  "evidence.calHigh": "It came less often than you said.",
  "evidence.calMixed": "Some guesses were too low, some too high.",
  "evidence.calAlike": "What you said and what came do not clearly differ, as far as {n} answers can show.",
  "evidence.calGroup": "When you said about {said} %, it came {came} of {n} times.",
  "evidence.calScore":
    "All in all, your guesses were off by {score}. Less is better. Always right would be 0, always saying 50 % would be 25, always wrong would be 100. (Brier’s measure of 1950, times 100.)",
  "evidence.calBetter": "Always saying {average} %, the average, would have come to {its}. Your guesses did better.",
  "evidence.calWorse":
    "Always saying {average} %, the average, would have come to {its} and done better. But that average is known only now.",
  "evidence.calSame": "Always saying {average} %, the average, would have come to {its}: no clear difference.",
  "evidence.calNote":
    "On the slanted line, what you said is what came. Above it, more came. The lines through the dots are 90 % ranges; the number on top is how many guesses a dot holds.",
  "evidence.calSaid": "you said, %",
  "evidence.calCame": "it came, %",
  "evidence.calTable": "What you said and how often it came",
  "evidence.colSaid": "You said",
  "evidence.colCame": "It came",
  "evidence.saidFromTo": "{low} to {high}",
  "evidence.saidRange": "{low} to {high} %",

  // What came back.
  "evidence.backTitle": "What came back",
  "evidence.backSentence":
    "Of {n, plural, one {one try} other {# tries}}: {yes} yes, {partly} in part, {no} no, {silence} no answer, {hurtful} that hurt.{done, plural, =0 {} other { Done, with nothing to answer: #.}}{undone, plural, =0 {} other { Not done: #.}}{open, plural, =0 {} other { Still open: #.}}",
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
  "evidence.backGuarded":
    "{n, plural, one {One of those not done was} other {# of those not done were}} with someone you keep away from. That is good judgement, and nothing here counts it as avoiding.",
  "evidence.backNote":
    "No answer counts as a no in the share above, once the day you waited for has come. What is open or was not done counts as neither.",
  "evidence.backHurt":
    "{n, plural, one {One answer hurt. It counts, and it is no verdict on your worth. If they owed you this, it should have been met.} other {# answers hurt. They count, and they are no verdict on your worth. Where something was owed to you, it should have been met.}}",

  // Feared and felt.
  "evidence.fearTitle": "Feared and felt",
  "evidence.fearSentence":
    "Of {n, plural, one {one try} other {# tries}}, {less} felt less bad than feared, {more} worse, {same} the same within 5.",
  "evidence.fearFew":
    "Of {n, plural, one {one try} other {# tries}}, {less} felt less bad than feared, {more} worse, {same} the same within 5; too few to say.",
  "evidence.fearBefore": "feared before",
  "evidence.fearAfter": "felt, in the end",
  "evidence.fearNote":
    "From nothing (0) to as bad as it gets (100). A broken line means it was worse than feared. Up to 5 apart counts as the same.",
  "evidence.fearNewest": "The newest {n} of {total} are drawn; the table has them all.",
  "evidence.fearTable": "Feared and felt, try by try",
  "evidence.colTry": "Try",
  "evidence.colDay": "Day",
  "evidence.colFeared": "Feared",
  "evidence.colFelt": "Felt",

  "evidence.trendSentence":
    "{feared, select, down {What you fear before a try falls by about {fearedBy} a month (likely {fearedLow} to {fearedHigh}).} up {What you fear before a try rises by about {fearedBy} a month (likely {fearedLow} to {fearedHigh}).} other {What you fear before a try shows no clear trend.}} {felt, select, down {How bad it is in the end falls by about {feltBy} (likely {feltLow} to {feltHigh}).} up {How bad it is in the end rises by about {feltBy} (likely {feltLow} to {feltHigh}).} other {How bad it is in the end shows no clear trend.}}",
  "evidence.trendFew": "Whether either moves over time is not said before ten tries.",
  "evidence.trendNote":
    "Both run from 0 to 100. The lines are the middle of all slopes between two tries, the bands their 90 % ranges. Harder steps can hide a fall, and easier ones can look like one.",
  "evidence.trendNewest": "The newest {n} tries count here.",
  "evidence.trendFeared": "feared before",
  "evidence.trendFelt": "felt, in the end",
  "evidence.trendTable": "How feared and felt move in a month, from 0 to 100",
  "evidence.colTrend": "A month",

  // How far apart the two are, try by try.
  "evidence.gapTitle": "How far off the fear was",
  "evidence.gapLess":
    "In your last {n} tries it was less bad than feared, by {mean} on average (likely {low} to {high}).",
  "evidence.gapMore": "In your last {n} tries it was worse than feared, by {mean} on average (likely {low} to {high}).",
  "evidence.gapSame": "In your last {n} tries what you feared and what you felt did not clearly differ on average.",
  "evidence.gapFew": "{n, plural, one {One try has} other {# tries have}} both numbers so far; too few to say.",
  "evidence.gapWorse":
    "{worse, plural, =0 {None} one {One} other {#}} of all {n} felt worse than feared, by a little or a lot. {worse, plural, =0 {} one {It counts too.} other {They count too.}}",
  "evidence.gapNote":
    "Each mark is one try. Above the line it was less bad than feared; below it, worse, and drawn as a cross. The thread is the mean of the last {run}, the band its 90 % range.",
  "evidence.gapNewest": "The newest {n} of {total} are drawn; the table has them all.",
  "evidence.gapTable": "How far off the fear was, try by try",
  "evidence.colGap": "Feared less felt",
  "evidence.colRun": "Mean of the last {run}",
  "evidence.gapTop": "less bad",
  "evidence.gapBottom": "worse",

  // Whether reach has risen.
  "evidence.reachTitle": "Do you reach further?",
  "evidence.reachFew":
    "{n, plural, =0 {No try has} one {One try has} other {# tries have}} told how it felt so far; too few to say. It takes ten.",
  "evidence.reachUp": "You likely reach further than four weeks ago. The chance is {chance} in 100.",
  "evidence.reachDown":
    "You likely reach less far than four weeks ago. The chance of further is {chance} in 100. Hard weeks do that, and it is said as it is.",
  "evidence.reachOpen": "Whether you reach further than four weeks ago is open. The chance is {chance} in 100.",
  "evidence.reachChance": "Chance of further than four weeks ago",
  "evidence.reachNow": "Your reach now",
  "evidence.inHundred": "{n} in 100",
  "evidence.ofHundred": "{n} of 100",
  "evidence.reachRange": "likely {low} to {high}",
  "evidence.reachNote":
    "Reach is how hard a step may be, from 0 to 100, before it would bring half of the worst distress. It is an estimate from {n} tries. The way to reckon it was tried on made-up people only, and told little more there than a guess would: a hint, not a finding.",
  "evidence.reachTable": "Reach, and the chance that it has risen",

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
  "evidence.otherSentence":
    "Of {n} answers, the burden they wrote was below what you had feared {less, plural, =0 {never} one {once} other {# times}}, above it {more, plural, =0 {never} one {once} other {# times}}, and the same {same, plural, =0 {never} one {once} other {# times}}.",
  "evidence.otherMiddle": "In the middle they wrote a burden of {burden} of 10, and {glad} of 10 for being glad.",
  "evidence.otherGuess":
    "You did not guess their burden. Beside it stands how bad you feared it would be for you, put on the same 0 to 10.",
  "evidence.otherFeared": "you feared",
  "evidence.otherWrote": "the burden they wrote",
  "evidence.otherTable": "How it was to be asked, answer by answer",
  "evidence.colYes": "Your guess of a yes",
  "evidence.colBurden": "Burden",
  "evidence.colGlad": "Glad",
  "evidence.otherNewest": "The newest {n} of {total} are drawn; the table has them all.",
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
