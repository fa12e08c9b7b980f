/** Words for writing down what one expects, before anything is known. */
export const predict = {
  "predict.title": "What do you expect?",
  "predict.lead":
    "Write it down before you know. It stays as it is from then on: that is the only way to compare later.",
  "predict.help": "Chance that {name} says yes",
  "predict.helpNoName": "Chance that it works out",
  "predict.helpLow": "no way",
  "predict.helpHigh": "sure",
  "predict.helpText": "{n} %",
  "predict.bad": "How bad it will feel",
  "predict.badLow": "not at all",
  "predict.badHigh": "unbearable",
  "predict.badText": "{n} of 100",
  "predict.feared": "What I’m afraid will happen",
  "predict.fearedHint": "The worst believable thing, in a few words.",
  "predict.sign": "What would I see or hear, if it were so?",
  "predict.signHint":
    "Something a camera would catch: a short answer, a sigh, no question back. Without it, nobody can tell later whether it came true.",
  "predict.beliefs": "Which thought does this speak to?",
  "predict.beliefsHint": "Up to six. What happens will stand beside it.",
  "predict.beliefsMore": "More thoughts",
  "predict.tooHard":
    "You expect {n} of 100. Above 70 is more than one should take on alone. A smaller one teaches just as much.",
  "predict.tooHardForYou":
    "You expect {n} of 100. By what you have noted so far, it could then turn out to be too much. A smaller one teaches just as much.",
  "predict.veryHigh": "{n} of 100 is very high. This can wait, and nobody is owed it today.",
  "predict.restToday": "Rest today",
  "predict.smaller": "Take a smaller one: {title}",
  "predict.keep": "Keep this, and go on",
  "predict.learn": "Before you guess: how do such guesses do?",
  "predict.learnOpen": "Read it ({n} min)",
  "predict.empty": "You can leave any of it empty. What is empty is not counted.",
  "predict.was": "What you expected",
  "predict.wasHelp": "{n} % chance of a yes",
  "predict.wasBad": "{n} of 100 bad",
  "predict.wasNothing": "Nothing written down.",
} as const;
