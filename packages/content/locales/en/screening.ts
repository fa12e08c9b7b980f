/** Words around the safety questions before a first step with a person. The questions stand in the catalogue. */
export const screening = {
  "screening.eyebrow": "Before anything goes to {name}",
  "screening.title": "A few questions only you can answer",
  "screening.lead":
    "They come once for each kind of step, and again before telling something larger. Nobody sees the answers.",
  "screening.leadAgain": "This step shows more of you, so they come once more. Nobody sees the answers.",
  "screening.leadTouch": "This step has touch in it, so they come once more. Nobody sees the answers.",
  "screening.yes": "Yes",
  "screening.no": "No",
  "screening.unsure": "Not sure",
  "screening.missing": "Each one needs an answer. “Not sure” is one.",
  "screening.next": "Go on",
  "screening.stopTitle": "Then not {name}, not for this",
  "screening.stopText":
    "Keeping away from someone like that is good judgement, and it is nothing you have to explain. Nothing was sent, and no step of this kind will be suggested with them.",
  "screening.stopNothing":
    "You don’t have to do anything about it: not tell, not confront, not leave. If you want to talk it over with someone who knows such things, there are lines for exactly that.",
  "screening.stopElse": "Choose someone else",
  "screening.stopLines": "Someone to talk it over with",
  "screening.stopAlone": "A step that needs no one I know",
  "screening.stopToday": "Leave it for today",
  "screening.away": "Put this step away",
  "screening.awayText":
    "You had taken up a step with them before. It goes no further, and it is not counted as avoiding.",
  "screening.unsureTitle": "You weren’t sure about {name}",
  "screening.unsureText":
    "That is worth taking seriously. For a first try, someone you are surer of is easier. If you go on, keep it small, and to something that can’t be used against you.",
  "screening.unsureElse": "Choose someone else",
  "screening.unsureGo": "Go on with {name}, keep it small",
} as const;
