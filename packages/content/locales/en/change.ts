/** Words of measures over time: what moved, what is ordinary wobble, and what cannot be said. */
export const change = {
  // Instruments by what they ask about. The letters are what professionals know them by.
  "change.name.ecr36-5": "Closeness, long form, answers 1 to 5 (ECR)",
  "change.name.ecr36-7": "Closeness, long form, answers 1 to 7 (ECR)",
  "change.name.ecr-s": "Closeness, short form (ECR-S)",
  "change.name.ecr-rs": "Closeness with one person (ECR-RS)",
  "change.name.ecr-r": "Closeness, revised long form (ECR-R)",
  "change.name.rses": "How you see yourself (Rosenberg)",
  "change.name.ucla3": "Loneliness, 3 questions (UCLA-3)",
  "change.name.ucla20-v3": "Loneliness, 20 questions (UCLA, version 3)",
  "change.name.ucla20-1980": "Loneliness, 20 questions (UCLA, 1980)",
  "change.name.pss4": "Stress, 4 questions (PSS-4)",
  "change.name.pss10": "Stress, 10 questions (PSS-10)",
  "change.name.phq2": "Low mood, 2 questions (PHQ-2)",
  "change.name.phq4": "Worry and low mood, 4 questions (PHQ-4)",
  "change.name.phq8": "Low mood, 8 questions (PHQ-8)",
  "change.name.phq9": "Low mood, 9 questions (PHQ-9)",
  "change.name.gad2": "Worry, 2 questions (GAD-2)",
  "change.name.gad7": "Worry, 7 questions (GAD-7)",
  "change.name.scs-sf": "Kindness to yourself, 12 questions (SCS-SF)",
  "change.name.sscs-s": "Kindness to yourself right now, 6 questions (SSCS-S)",
  "change.name.cbi-personal": "How worn out you are (CBI)",
  "change.name.who5": "Wellbeing, 5 questions (WHO-5)",
  "change.name.osss3": "People around you, 3 questions (OSSS-3)",
  "change.name.mspss": "Support you feel (MSPSS)",
  "change.name.dejong6": "Loneliness, 6 questions (De Jong Gierveld)",
  "change.name.wsas": "How much it gets in the way (WSAS)",
  "change.name.keep8": "Keeping to yourself, 8 questions (our own, a trial)",
  "change.name.keep6": "Keeping to yourself, 6 questions (our own, a trial)",
  "change.name.trust5": "Trust, 5 questions (SPI)",
  "change.name.expressiveness5": "Showing what you feel, 5 questions (SPI)",
  "change.scale.total": "In all",
  "change.scale.avoidance": "Keeping distance",
  "change.scale.anxiety": "Worry",
  "change.scale.depression": "Low mood",
  "change.scale.positive": "The kind half",
  "change.scale.negativeReversed": "The hard half, turned",
  "change.scale.significantOther": "A special person",
  "change.scale.family": "Family",
  "change.scale.friends": "Friends",
  "change.scale.emotional": "Missing closeness",
  "change.scale.social": "Missing company",
  "change.titleScale": "{name}: {scale}",
  "change.titleAbout": "{name}: {scale}, {person}",
  "change.somebody": "somebody",

  // What may be said.
  "change.early":
    "Answered {n, plural, one {once} other {# times}} so far; too early to say whether it moves. It takes five.",
  "change.unknown":
    "Newest, on {day}: {last}. How much this wobbles by itself is not known, so nothing is said about change.",
  "change.wobble": "Newest, on {day}: {last}. Around your start of {base} that is ordinary wobble.",
  "change.once":
    "Newest, on {day}: {last}. That is further from your start of {base} than ordinary wobble, but only this once. Once is not yet a change.",
  "change.betterTwice":
    "Changed: twice running it lies further from your start of {base} than ordinary wobble. Newest, on {day}: {last}, on the side most people find easier.",
  "change.worseTwice":
    "Changed: twice running it lies further from your start of {base} than ordinary wobble. Newest, on {day}: {last}, on the side most people find harder.",
  "change.direction":
    "{better, select, lower {It runs from {low} to {high}, and lower is easier.} other {It runs from {low} to {high}, and higher is easier.}} It is no diagnosis, and it does not say why.",
  "change.band":
    "The band runs from {low} to {high}: 1.96 standard errors on each side of {base}, the mean of your first three times.",
  "change.retest":
    "It rests on a reliability of {r}, found by asking people twice{days, plural, =0 {} other {, # days apart}} (retest; {source}).",
  "change.alpha":
    "It rests on a reliability of {r}, found in one sitting (alpha; {source}). That makes the band narrower than it should be.",
  "change.spread": "How far people differ was taken from others (standard deviation {sd}; {source}), not from you.",
  "change.regression":
    "You started far out on the harder side. People who start there tend to come back by themselves, with no help at all.",
  "change.regressionTo":
    "You started far out on the harder side. People who start there tend to come back by themselves, with no help at all: {expected} was to be expected anyway.",
  "change.gaps":
    "{n, plural, one {Once a turn was left out. The line has a gap there; it is not a zero.} other {# times a turn was left out. The line has gaps there; they are not zeros.}}",
  "change.unscored":
    "{n, plural, one {Once there is no number: a question was left, or it does not fit the scale.} other {# times there is no number: a question was left, or it does not fit the scale.}}",
  "change.nine": "The question about being better off dead is not in this line.",
  "change.trial": "This is a mix of questions of our own. Nobody has shown yet what it measures.",
  "change.coarse": "Three questions are too coarse to show change. Take it as a backdrop.",
  "change.table": "{name}, time by time",
  "change.colDay": "Day",
  "change.colNumber": "Number",
  "change.none": "–",
  "change.imported": "{day} (brought along)",
  "change.bandKey": "ordinary wobble",
  "change.gapKey": "not answered: a gap, not a zero",

  // One's own counts.
  "change.weeksTitle": "Your own counts, week by week",
  "change.weeksSentence": "In {n, plural, one {the one week} other {the # weeks}} that you counted: {list}.",
  "change.did.asked": "asked {n, plural, one {once} other {# times}}",
  "change.did.accepted": "accepted an offer {n, plural, one {once} other {# times}}",
  "change.did.told": "told someone how you were {n, plural, one {once} other {# times}}",
  "change.did.offered": "offered help {n, plural, one {once} other {# times}}",
  "change.weeksGaps":
    "{n, plural, one {One week was not counted. It is a gap and not a zero.} other {# weeks were not counted. They are gaps and not zeros.}}",
  "change.weeksNote":
    "You counted these yourself, from memory. More is not better in itself: a good week can have no need to ask.",
  "change.weeksMissed":
    "In {n} of {total, plural, one {one week} other {# weeks}} there was a moment when help would have been good and you did not ask.",
  "change.weeksNewest": "The newest {n} weeks are drawn; the table has them all.",
  "change.mostInWeek": "{n, plural, =0 {never so far} one {at most once a week} other {at most # times a week}}",
  "change.weeksTable": "Every week, counted or not",
  "change.colWeek": "Week of",
  "change.count.asked": "Asked",
  "change.count.accepted": "Accepted",
  "change.count.told": "Told someone",
  "change.count.offered": "Offered",
  "change.colAlone": "Carried alone",
  "change.colMissed": "Missed moment",
  "change.colLonely": "Lonely",
  "change.yes": "yes",
  "change.no": "no",
  "change.aloneTitle": "How much you carried alone",
  "change.aloneFew":
    "Said {n, plural, one {once} other {# times}} so far, newest {last} of 10; too early to say. It takes five.",
  "change.aloneSentence":
    "Said {n} times, between {low} and {high} of 10; newest {last}. How much this wobbles by itself is not known, so no trend is claimed.",
  "change.aloneTable": "How much you carried alone, 0 to 10",

  // Beliefs and shifts over time.
  "change.beliefsTitle": "Beliefs over time",
  "change.beliefsSentence":
    "Of {n, plural, one {one belief} other {# beliefs}} that you rated more than once, {less} {less, plural, one {feels} other {feel}} less true than at first, {more} more, {same} the same within 5.",
  "change.beliefsOnce":
    "{n, plural, one {One belief was} other {# beliefs were}} rated once. It takes two times to set one beside the other.",
  "change.beliefsNote":
    "From 0 to 100. How much such a number wobbles by itself is not known, and that it moved does not say why.",
  "change.beliefsFirst": "at first",
  "change.beliefsNow": "newest",
  "change.beliefsTable": "Beliefs, from the first number to the newest",
  "change.colBelief": "Belief",
  "change.colFirst": "At first",
  "change.colLast": "Newest",
  "change.colTimes": "Times",
  "change.colFor": "Moments for",
  "change.colAgainst": "Against",
  "change.colNeither": "Neither",
  "change.onDay": "{n} ({day})",
  "change.shiftsTitle": "Shifts over time",
  "change.shiftsFew":
    "The shifts were looked at {n, plural, one {once} other {# times}}; too few to say whether anything moved. It takes three.",
  "change.shiftsSentence":
    "Of {n, plural, one {one shift} other {# shifts}} with three answers or more, {more} {more, plural, one {fits} other {fit}} clearly more than at first, {less} clearly less, {same} about the same.",
  "change.shiftsNote": "“Clearly” is two steps of the five, our own line. Among seventeen, some move by chance.",
  "change.shiftsTable": "Answers to the shifts, round by round",

  // What was tried.
  "change.triesTitle": "What was tried",
  "change.triesNote":
    "Newest first. Names from your circle are left out. What you typed yourself stands as you typed it, so look it over.",
  "change.triesNewest": "The newest {n} of {total} are listed.",
  "change.triesTable": "Tries, newest first",
  "change.colStrand": "Kind",
  "change.colExpected": "Chance of a yes you gave",
  "change.colCameBack": "What came back",

  // Before and since a day.
  "change.sinceLabel": "Set before and since a day side by side",
  "change.sinceHint": "A day on which something began, such as a new job. A week it lies within is left out.",
  "change.sinceEarly": "Weeks before: {before}. Weeks since: {since}. Too early to say; it takes five on each side.",
  "change.sinceUnclear":
    "Before and since do not clearly differ. Of {pairs} pairs of a week before and a week since, {lower} went down and {higher} up.",
  "change.sinceLower":
    "You carried less alone since then. Of {pairs} pairs of a week before and a week since, {lower} went down and {higher} up.",
  "change.sinceHigher":
    "You carried more alone since then. Of {pairs} pairs of a week before and a week since, {higher} went up and {lower} down.",
  "change.sinceNap":
    "As a number from 0 to 1, with one half where both are alike and more where since is lower: {nap}, likely {low} to {high} (NAP; Parker & Vannest 2009).",
  "change.sinceNote": "Weeks hang together, so the true range is wider. And that it moved does not say why.",
  "change.sinceBefore": "before",
  "change.sinceAfter": "since",
  "change.sinceTable": "How much you carried alone, before and since",
  "change.colSide": "Side",
} as const;
