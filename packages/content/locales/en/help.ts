/** Words of Help now: calm, from the reader's side, and true without a network. */
export const help = {
  "help.title": "Help now",
  "help.lead": "No one is told that you are here, and nothing on this page is noted down.",
  "help.country": "Where are you?",
  "help.countryEmpty": "Choose a country",
  "help.countryHint": "Chosen by you, never looked up.",
  "help.countryHintOpen": "Chosen by you, never looked up. The country alone is kept on this device.",
  "help.elsewhereEu": "Another country of the EU",
  "help.elsewhere": "Somewhere else",
  "help.emergency": "In danger now",
  "help.crisis": "Someone to talk to",
  "help.violence": "Hurt or controlled by someone",
  "help.violenceHint": "They can help you think, whatever you decide. Someone who can see this phone may see the call.",
  "help.violenceNone": "No line for this is listed here for your country yet. The lines above can name one.",
  "help.call": "Call {number}",
  "help.text": "Text {number}",
  "help.textWord": "Text {word} to {number}",
  "help.emergencyName": "Emergency number",
  "help.elsewhereNumber":
    "In danger, call the emergency number you know. 112 works from mobile phones in many countries.",
  "help.elsewhereLines":
    "Your country has no lines here yet. findahelpline.com lists lines in many countries; that page is someone else’s.",
  "help.noneChosen":
    "Choose your country to see its numbers. In danger, call the emergency number you know; 112 works from mobile phones in many countries.",
  "help.checked": "checked {day}",
  "help.unchecked": "not checked by us yet",
  "help.uncheckedNote":
    "Numbers change. Where it says “not checked by us yet”, the number comes from general knowledge; if it does not answer, try the next.",
  "help.confirmCall": "Call {name} now?",
  "help.confirmText": "Write to {name} now?",
  "help.confirmCallText": "{number}. The call can show in this phone’s call list, and on a bill.",
  "help.confirmTextText": "{number}. The message stays in this phone’s messages until you delete it.",
  "help.yesCall": "Call {number}",
  "help.yesText": "Write to {number}",
  "help.notNow": "Not now",
  "help.own": "Someone of your own",
  "help.ownText": "{names}. Call or write the way you always do. “Can you talk for ten minutes?” is enough.",
  "help.ownEmpty":
    "Is there someone who would pick up? Call or write the way you always do. “Can you talk for ten minutes?” is enough.",
  "help.plan": "My plan for hard hours",
  "help.none": "None of these work for me",
  "help.fallback.text-line": "Look for a text or chat line: you can use it where nobody may hear you.",
  "help.fallback.emergency-department": "Go to the nearest emergency department, or ask someone to take you.",
  "help.fallback.stay-with-someone": "Stay with someone, or somewhere with people. You don’t have to explain why.",
  "help.fallback.distance-to-means":
    "Put distance between you and anything you could hurt yourself with, or ask someone to keep it.",
  "help.truth": "This programme is self-help. It alerts nobody, and no one reads what you write in it.",
  "help.exitLimits":
    "Exit, or Shift pressed three times, hides the page at once and leaves for an empty one; Back does not bring it back. It does not clear this browser’s history, and it is no help against spyware.",
  "help.shiftTwo": "Shift. Press it two more times to leave this page.",
  "help.shiftOne": "Shift. Press it once more to leave this page.",
  "help.back": "Back to where I was",
} as const;
