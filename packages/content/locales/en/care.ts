/** Words of care: kinds of therapy, questions to ask, a first message. */
export const care = {
  "care.title": "Care",
  "care.lead": "Some of this goes better with someone trained for it. You need none of it to go on here.",

  // What it can give, and when.
  "care.givesTitle": "What a therapist can give",
  "care.whenTitle": "When it is worth a thought",
  "care.whenLead": "None of these is a must. One of them may be a reason to look.",
  "care.help": "Help now",

  // The kinds.
  "care.kindsTitle": "Kinds of therapy",
  "care.kindsLead": "In no order of merit. Each one says how sure the findings are.",
  "care.source": "What was found, and where",

  // Questions.
  "care.askTitle": "Questions you could ask",
  "care.askLead": "Tick the ones you want. They stay ticked on this device.",
  "care.askOwn": "One of your own",
  "care.askNone": "Tick at least one, or write your own.",
  "care.copyList": "Copy the list",
  "care.print": "Print the list",
  "care.printTitle": "Questions for a first talk",
  "care.copied": "Copied.",
  "care.copyFailed": "This browser did not let it be copied. Here it is, to copy by hand.",
  "care.byHand": "To copy by hand",

  // The first message.
  "care.messageTitle": "A first message",
  "care.messageLead": "Change it as you like. Nothing is sent from here.",
  "care.messageLength": "How long",
  "care.message.care-message-short": "A few lines",
  "care.message.care-message-shorter": "Two lines",
  "care.messageChanged": "Your own words stay when you pick a length. To start over, clear the field first.",
  "care.messageWords": "Your message",
  "care.copyMessage": "Copy the message",
  "care.step": "Make it a step",
  "care.stepHint": "As a step, you note what you expect before you send it. Your words come along.",
} as const;
