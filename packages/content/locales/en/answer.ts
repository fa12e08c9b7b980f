/** Every sentence of the page a supporter opens. */

/**
 * ICU text with plain `{name}` places only, no plurals and no choices: the page fills them in without a
 * formatter, to stay small. `{from}` is the name the asker chose; `{day}` a written-out day.
 */
export const answer = {
  "answer.title": "A note for you",

  // The bar that is always there.
  "answer.bar.help": "Help",
  "answer.bar.exit": "Exit",
  "answer.bar.exit-more": "Leave this page at once. Pressing Shift three times does the same.",
  "answer.bar.shift-2": "Shift. Press it two more times to leave this page.",
  "answer.bar.shift-1": "Shift. Press it once more to leave this page.",
  "answer.left": "You have left the page.",

  // Before the tap: nothing has been fetched, nothing about anyone is shown.
  "answer.sealed.heading": "Somebody sent you a private note",
  "answer.sealed.lead": "It is closed until you open it. They are not told whether you do.",
  "answer.sealed.open": "Open the note",
  "answer.sealed.opening": "Opening…",
  "answer.sealed.again": "Try again",
  "answer.about.heading": "What this is",
  "answer.about.ask":
    "Somebody who has your contact wrote a few lines, most likely to ask you for something. You can answer with one tap and, if you like, a few words.",
  "answer.about.trick":
    "It won’t ask you for a password, for money, for an account or to install anything. If you weren’t expecting it, ask the person who sent the link, by another way, before you open it.",
  "answer.about.unwanted":
    "If it isn’t welcome, leave it: they are not told. Block them where the link came from. Whoever runs this site can delete the note; send them the link up to the hash sign, no further.",
  "answer.about.sealed":
    "The note is sealed. The computer that carries it cannot read it; what opens it is the last part of your link, which that computer is never sent.",
  "answer.about.trace":
    "This page keeps nothing, so what you type is gone if you reload it. The link does stay in this browser’s history, and whoever opens it there can read the note until it closes.",

  // The note.
  "answer.note.heading": "{from} wrote you a private note",
  "answer.note.by": "An answer would help by",
  "answer.note.silence-by": "Without an answer by then",
  "answer.note.silence": "Without an answer",
  "answer.note.until": "You can answer until",

  // The four answers. They stay this short so that all are the same size.
  "answer.ask.legend": "Your answer",
  "answer.ask.lead": "All four are fine.",
  "answer.ask.yes": "Yes, I can",
  "answer.ask.partly": "Part of it, or another time",
  "answer.ask.no": "Not this time",
  "answer.ask.talk": "Can we talk?",

  // The short text.
  "answer.words.yes": "Anything to add?",
  "answer.words.yes-hint": "Optional. When, or what you need to know first.",
  "answer.words.partly": "Which part, or when?",
  "answer.words.partly-hint": "Optional, and useful: what you can do, or a time that suits you.",
  "answer.words.no": "Anything to add?",
  "answer.words.no-hint": "Optional. A no needs no reason.",
  "answer.words.talk": "When and how would suit you?",
  "answer.words.talk-hint": "Optional. A call, a walk, ten minutes on Sunday.",
  "answer.words.left": "{count} characters left",
  "answer.words.full": "That is all that fits: 1,000 characters.",
  "answer.month": "Not this month either",
  "answer.month-hint": "Said once for all, so that you don’t have to say it again.",

  // A standing offer, folded away.
  "answer.offer.heading": "Something they can always ask you for?",
  "answer.offer.lead": "Optional. {from} keeps it, and you can take it back at any time by telling them.",
  "answer.offer.what": "What you are glad to do",
  "answer.offer.when": "When it suits you",
  "answer.offer.often": "How often",

  // How it was to be asked; only where the asker switched it on.
  "answer.scale.heading": "How was it to be asked?",
  "answer.scale.lead": "{from} would like to know. Optional: leave either one empty.",
  "answer.scale.burden": "How much of a burden is it?",
  "answer.scale.burden-0": "none",
  "answer.scale.burden-10": "a great one",
  "answer.scale.glad": "How glad are you to be asked?",
  "answer.scale.glad-0": "not at all",
  "answer.scale.glad-10": "very",
  "answer.scale.empty": "Not answered",
  "answer.scale.value": "{count} of 10",
  "answer.scale.clear": "Leave empty",

  "answer.send": "Send “{answer}”",
  "answer.sending": "Sending…",
  "answer.send-change": "You can still change your answer above.",

  // On answering well. Half-hearted help can land worse than none (Girme et al. 2015), hence the third line.
  "answer.well.heading": "On answering well",
  "answer.well.listen": "Listen.",
  "answer.well.listen-more": "For some people asking is the hard part. Take the words as they stand.",
  "answer.well.fix": "Don’t fix.",
  "answer.well.fix-more": "You don’t have to solve anything. Advice can wait until it’s asked for.",
  "answer.well.honest": "Be honest.",
  "answer.well.honest-more": "Say yes only to what you mean to do. A plain no is kinder than half a yes.",
  "answer.well.small": "Small is fine.",
  "answer.well.small-more": "One clear part of it, when it suits you, is a real answer.",

  "answer.privacy.link": "Anyone with this link can read the note.",
  "answer.privacy.kept": "Your answer goes to {from}, who keeps it and may keep private notes.",

  // After sending.
  "answer.sent.heading": "Sent",
  "answer.sent.what": "You answered: “{answer}”.",
  "answer.sent.next": "{from} will see it when they next look. There is nothing else to do; you can close this page.",
  "answer.sent.month": "You also said: not this month either.",
  "answer.sent.change":
    "If something changes before the note closes, you can send one more. {from} will see both; after a few answers the note takes no more.",
  "answer.sent.again": "Send another answer",

  "answer.broken.heading": "This link can’t open its note",

  // What can go wrong: one calm sentence, and what to do next.
  "answer.fault.missing":
    "The last part of this link is missing, and only that part can open the note. Open it again from the message you got it in, or ask for the whole link once more.",
  "answer.fault.damaged":
    "This link was cut short or changed on its way, so it opens nothing. Copy the whole of it from the message you got it in, or ask for it once more.",
  "answer.fault.newer":
    "This link is of a newer kind than this page can read. Load the page again; if that changes nothing, ask the person who sent it.",
  "answer.fault.gone":
    "There is no open note behind this link: it may have closed, run out of time, or taken all its answers. If you still want to answer, tell the person who sent it directly.",
  "answer.fault.gone-sending":
    "The note has closed since you opened it, so your answer was not taken. What you typed is still here; you can tell {from} directly.",
  "answer.fault.full":
    "This note has taken all the answers it can, so yours was not sent. What you typed is still here; you can tell {from} directly.",
  "answer.fault.offline":
    "The note can’t be reached just now: this device or the other end seems to be offline. Try again when you have a connection.",
  "answer.fault.offline-sending":
    "Your answer hasn’t gone out: this device or the other end seems to be offline. What you typed is still here; try again when you have a connection.",
  "answer.fault.slow": "No word came back in time. Trying again is safe.",
  "answer.fault.slow-sending":
    "No word came back in time, so it isn’t certain that your answer arrived. Sending it again is safe: the same answer counts once.",
  "answer.fault.busy": "There is a queue just now. Wait a minute, then try again.",
  "answer.fault.busy-sending":
    "There is a queue just now. What you typed is still here; wait a minute, then send it again.",
  "answer.fault.refused": "Something went wrong at the other end. Trying again later may help.",
  "answer.fault.refused-sending":
    "Something went wrong at the other end, and your answer was not taken. What you typed is still here; trying again later may help.",
  "answer.fault.unreadable": "What came back can’t be opened with this link. Ask the person who sent it for a new one.",
  "answer.lingering": "This is taking longer than usual. Still trying.",

  // Help, for whoever opened the page. Static; nothing about its use is kept or sent.
  "answer.help.heading": "Help now",
  "answer.help.lead": "For you, whoever you are. Nobody is told that you looked.",
  "answer.help.country": "Country",
  "answer.help.choose": "Choose a country",
  "answer.help.elsewhere": "Another country",
  "answer.help.elsewhere-more":
    "In danger, call the emergency number you know; 112 works on mobile phones in many countries. A directory of lines in other countries: findahelpline.com.",
  "answer.help.emergency": "In danger now",
  "answer.help.crisis": "Someone to talk to",
  "answer.help.violence": "Hurt or controlled by someone",
  "answer.help.call": "Call {number}",
  "answer.help.text": "Text {number}",
  "answer.help.text-word": "Text {word} to {number}",
  "answer.help.checked": "checked {day}",
  "answer.help.unchecked": "not checked lately",
  "answer.help.confirm-call": "Call {number} from this device? The call can show in its call list and on a bill.",
  "answer.help.confirm-text": "Write to {number} from this device? The message stays in its messages.",
  "answer.help.yes-call": "Yes, call {number}",
  "answer.help.yes-text": "Yes, write to {number}",
  "answer.help.not-now": "Not now",
  "answer.help.none": "If none of these work for you",
  "answer.help.text-line": "Look for a text or chat line: you can use it where nobody may hear you.",
  "answer.help.emergency-department": "Go to the nearest emergency department, or ask someone to take you.",
  "answer.help.stay-with-someone": "Stay with someone, or somewhere with people. You don’t have to explain why.",
  "answer.help.distance-to-means":
    "Put distance between you and anything you could hurt yourself with, or ask someone to keep it.",
  "answer.help.close": "Back",
  "answer.help.exit-limits": "Exit hides this page at once. It does not clear the browser’s history.",

  "answer.noscript":
    "This note is unlocked on your own device, and that needs JavaScript. Switch it on for this page, or open the link in another browser.",
} as const;
