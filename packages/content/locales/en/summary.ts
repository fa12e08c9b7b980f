/** Words of the summary on two pages and of the files that other programs read. */
export const summary = {
  "summary.title": "A summary on two pages",
  "summary.lead": "For a talk with a doctor or a therapist, or for you. It is made here, and nothing is sent.",
  "summary.none": "There is nothing to sum up yet. It fills as you answer questions and try steps.",
  "summary.open": "Two pages for a talk, and files",
  "summary.measures": "What can be measured",

  // What goes in.
  "summary.whatTitle": "What goes in",
  "summary.weeks": "Your own counts, week by week",
  "summary.tries": "Your tries: what you expected and what came",
  "summary.own": "What you want to say",
  "summary.ownHint": "It stands at the top of the print. It goes into no file.",
  "summary.closerTitle": "A closer thing",
  "summary.item9": "Question 9 of the PHQ-9",
  "summary.item9Hint":
    "What you answered about being better off dead or hurting yourself. If you leave it out, so is every total that it could be worked out from.",

  // Taking it along.
  "summary.paperTitle": "On paper",
  "summary.print": "Print",
  "summary.filesTitle": "In files for other programs",
  "summary.filesLead":
    "They hold the questionnaires that are switched on above. No name is in them, but they are plain text: whoever has a file can read it.",
  "summary.fhir": "FHIR file",
  "summary.answers": "Answers (CSV)",
  "summary.scores": "Scores (CSV)",
  "summary.saved": "The file went to your downloads.",

  // The sheet itself.
  "summary.docTitle": "Summary",
  "summary.made": "Made on",
  "summary.span": "Answers from",
  "summary.fromTo": "{from} to {to}",
  "summary.note": "Made by the person, out of notes of their own. It is not a medical record and not a diagnosis.",
  "summary.allRows": "Show all {n} rows",
  "summary.running": "Made by the person. Not a medical record, not a diagnosis.",
  "summary.ownTitle": "What I want to say",
  "summary.scoresTitle": "Questionnaires",
  "summary.scoresTable": "Newest scores",
  "summary.colWhat": "What",
  "summary.colNewest": "Newest",
  "summary.colChange": "Change",
  "summary.newest":
    "{value} on {day}, from {low} to {high}, {better, select, lower {lower is easier} other {higher is easier}}; {n, plural, one {answered once} other {answered # times}}.",
  "summary.band": "{newest} Published range {from} to {to}: “{word}”.",
  "summary.bandUsed": "{newest} Range in use, not from its makers, {from} to {to}: “{word}”.",
  "summary.change.early": "too early to say",
  "summary.change.unknown": "cannot be said",
  "summary.change.wobble": "ordinary wobble",
  "summary.change.once": "beyond wobble, once so far",
  "summary.change.better": "changed, twice running, to the easier side",
  "summary.change.worse": "changed, twice running, to the harder side",
  "summary.scoresNote":
    "A published range sorts large groups of people; it is no finding about one. Change is said only when it is reliable and seen twice running, against the mean of the first three times.",
  "summary.drawnNote":
    "{n, plural, one {One course} other {# courses}} with five times or more {n, plural, one {is} other {are}} drawn below, with the band of ordinary wobble.",
  "summary.left": "{n, plural, one {One more stands} other {# more stand}} in the files, for want of room.",
  "summary.item9Title": "PHQ-9, question 9",
  "summary.item9Said": "“{question}” The newest answers. They are no measure of risk.",
  "summary.item9Table": "Answers to question 9",
  "summary.colDay": "Day",
  "summary.colAnswer": "Answer",
  "summary.sourcesTitle": "Where this comes from",
  "summary.source": "{name}: {source}.",
  "summary.sourceChange":
    "Change: Jacobson & Truax 1991, J Consult Clin Psychol 59:12–19; a retest decides before alpha where one is known.",

  // LOINC’s own notice, word for word in English wherever its codes stand.
  "summary.loinc":
    "This material contains content from LOINC (loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.",
} as const;
