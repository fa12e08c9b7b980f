/** Words around questions that are asked again and again: what is on, how an answer is read, what it does not say. */
export const measuring = {
  "measuring.title": "Numbers over time",
  "measuring.lead":
    "Four counts a week, if you like. All the rest is off until you switch it on. A week left out is just a gap.",
  "measuring.weekTitle": "This week in four numbers",
  "measuring.weekSaid": "For this week you have noted: {list}.",
  "measuring.weekOther": "Noted for this week.",
  "measuring.alone": "carried alone: {n} of 10",
  "measuring.weekOpen": "Count this week",
  "measuring.weekChange": "Change these numbers",
  "measuring.weekTime": "It takes about half a minute.",

  // What may be switched on.
  "measuring.moreTitle": "More, if you want it",
  "measuring.weekly": "A longer look each week",
  "measuring.weeklyHint":
    "About three minutes. Your counts, how lonely it was, and in turns worry or kindness to yourself.",
  "measuring.fourWeekly": "A look every four weeks",
  "measuring.fourWeeklyHint":
    "About five minutes. Keeping to yourself, being worn out, wellbeing, and who you would turn to.",
  "measuring.baseline": "A longer look at the start",
  "measuring.baselineHint": "About twelve minutes. You can split it over three days and stop after any part.",
  "measuring.mood": "Low mood and worry, with the look at the start",
  "measuring.moodHint": "About two minutes more (PHQ-8 and GAD-7).",
  "measuring.nine": "With the question about being better off dead",
  "measuring.nineHint":
    "Off unless you want it (PHQ-9). Nobody sees your answer and nobody is told, so this app cannot help by itself.",
  "measuring.people": "How close you feel to one person",
  "measuring.peopleHint": "About two minutes for each of up to three people.",
  "measuring.open": "Answer now",
  "measuring.goOn": "Go on: {done} of {n} parts are in",
  "measuring.again": "Answered on {day}. Asked again from {next}. It can wait.",
  "measuring.inFull": "Answered on {day}.",
  "measuring.aboutPerson": "About {name}",
  "measuring.oneTitle": "One by itself",
  "measuring.oneHint": "Any of these, whenever you like.",
  "measuring.oneTime":
    "{n, plural, one {# question} other {# questions}}, about {minutes, plural, one {a minute} other {# minutes}}",
  "measuring.saidTitle": "What you answered",
  "measuring.saidNone": "Nothing yet.",
  "measuring.saidMore": "Show older ones",
  "measuring.gone": "It was deleted.",
  "measuring.course": "How it went over time",

  // Answering.
  "measuring.place": "Part {at} of {n}",
  "measuring.unknown": "There is nothing to answer here.",
  "measuring.toAll": "To all questions",
  "measuring.free": "Leave out any question. What you chose waits here if you stop.",
  "measuring.save": "Save this part",
  "measuring.skip": "Leave this part out",
  "measuring.later": "Stop here for today",
  "measuring.nothing": "Nothing is chosen here yet. That is fine; choose one, or leave this part out.",
  "measuring.none": "None",
  "measuring.saveOne": "Save",
  "measuring.sourcesTitle": "Who you would turn to",
  "measuring.times": "{n, plural, =0 {none} one {once} other {# times}}",
  "measuring.fewer": "Fewer",
  "measuring.more": "More",
  "measuring.fewerOf": "Fewer: {what}",
  "measuring.moreOf": "More: {what}",
  "measuring.ofTen": "{n} of 10",
  "measuring.yes": "Yes",
  "measuring.no": "No",
  "measuring.likelyLow": "Not at all likely",
  "measuring.likelyHigh": "Very likely",

  // What came of it.
  "measuring.doneTitle": "What you said",
  "measuring.doneLead": "Saved on this device. Nobody else sees it unless you show it.",
  "measuring.doneNone": "Nothing was noted, and that is fine.",
  "measuring.sum": "Your answers come to {n}.",
  "measuring.mean": "Your answers are {n} on average.",
  "measuring.parts": "Parts of it: {list}.",
  "measuring.partOf": "{scale} {n}",
  "measuring.left": "A question was left, so there is no number. What you chose is kept.",
  "measuring.enough": "One time alone says little. Evidence draws it beside the times before.",
  "measuring.rangeTitle": "What others call this range",
  "measuring.range":
    "From {from} to {to} others write “{word}” ({source}). Such words sort large groups of people. They are no finding about you.",
  "measuring.rangeCustom":
    "From {from} to {to} people often write “{word}”, though those who made the questions did not ({source}). It is no finding about you.",
  "measuring.range.below": "below the line",
  "measuring.range.screen": "worth a closer look",
  "measuring.range.minimal": "hardly any",
  "measuring.range.mild": "mild",
  "measuring.range.moderate": "moderate",
  "measuring.range.more": "more than moderate",
  "measuring.range.severe": "strong",
  "measuring.range.marked": "marked",
  "measuring.range.low": "low",
  "measuring.range.very-low": "very low",
  "measuring.range.usual": "as most people",
  "measuring.range.high": "high",
  "measuring.range.poor": "few people",
  "measuring.range.strong": "many people",
  "measuring.range.lonely": "often lonely",
  "measuring.range.not": "not lonely",
  "measuring.sourcesNone": "You gave no number for anyone.",
  "measuring.sources":
    "{n, plural, =0 {Nobody stands at 7 or more.} one {One stands at 7 or more.} other {# stand at 7 or more.}} The highest is {most} of 10. People differ in how many they have, so nothing is added up.",
  "measuring.care":
    "By these answers things are hard just now. A talk with a doctor or a therapist may help more than an app.",

  // Item 9 (safety page 4.2): at once, before any number.
  "measuring.nineTitle": "Thank you for saying this",
  "measuring.nineText":
    "Many people have such thoughts at some time. They can pass, and talking helps. You need not be alone with them.",
  "measuring.ninePeople": "Somebody you could call: {list}.",
  "measuring.nineHelp": "Lines that listen, now",
  "measuring.ninePlan": "My plan for hard hours",
  "measuring.nineCare": "Finding care",
  "measuring.nineOn": "You can go on here as you like.",

  // The quiet line on Today.
  "measuring.today": "Four numbers for this week, if you like.",
  "measuring.todayNot": "Not this week",
} as const;
