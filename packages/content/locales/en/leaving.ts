/** Words of needing this less: the pace, reminders, and a look back. */
export const leaving = {
  "leaving.title": "A look back, and saying less",
  "leaving.lead": "You may come to need this less. It can step back when you want it to.",

  // How much the app says.
  "leaving.paceTitle": "How much should it say?",
  "leaving.paceLabel": "From now on",
  "leaving.pace.as-now": "As now",
  "leaving.paceIs.as-now": "Today offers a step, and short cards come when they fit.",
  "leaving.pace.quieter": "Quieter",
  "leaving.paceIs.quieter": "Today shows what came back, and what is under way. It offers nothing by itself.",
  "leaving.pace.resting": "Resting",
  "leaving.paceIs.resting": "Today shows answers and a door back. No cards and no reminders. Everything is kept.",
  "leaving.paceKept": "Kept. You can change it here at any time.",
  "leaving.suggest": "Lately you went ahead without this app bringing it up. It could say less, if you like.",
  "leaving.suggestOpen": "See how",
  "leaving.suggestNot": "Leave it as it is",

  // Today, when it says less.
  "leaving.todayQuiet": "Nothing you have to do here",
  "leaving.todayCheckin": "Note how the day is",
  "leaving.todaySteps": "Look at the steps",
  "leaving.todayRest": "This is resting",
  "leaving.todayRestText": "All you wrote is kept. Pause and Help now still work.",
  "leaving.todayDoor": "Come back in",
  "leaving.todayChange": "Change how much it says",

  // The last talk.
  "leaving.lastTalk":
    "Last time, on {day}, it was about “{title}”, with {name}. {came, select, out {Your words went out.} yes {{name} said yes.} partly {{name} said yes to a part of it.} no {{name} said no.} talk {{name} wanted to talk.} later {It was left for later.} silence {Nothing came back.} hurtful {It did not go well.} other {You noted how it went.}}",
  "leaving.lastTalkOpen": "Open it",

  // The look back.
  "leaving.lookTitle": "What was tried, and what came",
  "leaving.lookNone": "There is nothing to look back on yet.",
  "leaving.tries": "{n, plural, one {One try} other {# tries}} since {day}, and what came.",
  "leaving.came.yes": "A yes, or a yes to a part",
  "leaving.came.no": "A no",
  "leaving.came.silence": "Nothing came back",
  "leaving.came.hurtful": "It went badly",
  "leaving.came.other": "Open, or nothing to answer",
  "leaving.cameTable": "What came",
  "leaving.colCame": "What came",
  "leaving.monthsSentence": "How many tries there were in each month.",
  "leaving.monthsTable": "Tries by month",
  "leaving.colMonth": "Month",
  "leaving.colTries": "Tries",
  "leaving.show": "Show the numbers",
  "leaving.hide": "Hide the numbers",
  "leaving.fearTitle": "Feared, and what happened",
  "leaving.felt":
    "Noted both before and after: {n, plural, one {one time} other {# times}}. It felt less bad than feared: {less}. Worse than feared: {more}. About the same: {same}.",
  "leaving.feared": "What you feared happened: {happened}. It did not: {not}. Could not be told: {neither}.",
  "leaving.fearNote":
    "A no and a bad time count here like the rest. You chose whom to ask, so this tells of your tries alone.",
  "leaving.learntTitle": "What you wrote you learned",
  "leaving.movedTitle": "Beliefs that changed",
  "leaving.moved": "From {from} to {to} of 100.",
  "leaving.movedStronger": "It grew stronger: from {from} to {to} of 100.",
  "leaving.namesTitle": "People you leaned on",
  "leaving.namesNote": "In the order of the alphabet.",
  "leaving.downTitle": "What you put down",
  "leaving.downOn": "on {day}",
  "leaving.print": "Print this look back",

  // Leaving.
  "leaving.yoursTitle": "What you learned stays yours",
  "leaving.yoursText":
    "Take a backup file or a print with you. You can delete it all when you like, and come back with the file.",
  "leaving.toMine": "Backup and delete",
  "leaving.watched":
    "Does somebody check this device? Pages that are empty all at once may be noticed. Resting first draws less notice.",
  "leaving.restFirst": "Let it rest",

  // Reminders.
  "leaving.remindTitle": "Reminders",
  "leaving.remindLead": "Off unless you want them. They say “{title}” and nothing more.",
  "leaving.remindOn": "I want a reminder",
  "leaving.remindWhen": "Which day",
  "leaving.remindDaily": "Every day",
  "leaving.remindTime": "What time",
  "leaving.remindWords": "Time for your note",
  "leaving.remindCalendar": "In your own calendar",
  "leaving.remindCalendarText":
    "This saves a small file. Open it, and your calendar takes it in. Whoever sees your calendar sees “{title}”. To end it, delete it there.",
  "leaving.remindSave": "Save the calendar file",
  "leaving.remindSaved": "The file was handed to this browser’s downloads as {name}.",
  "leaving.remindBrowser": "From this browser",
  "leaving.remindBrowserText":
    "It comes only while this is open in a tab or as an app. Nothing is sent over the network for it.",
  "leaving.remindAllow": "Ask the browser to allow it",
  "leaving.remindYes": "This browser allows it.",
  "leaving.remindNo": "This browser was told not to show any. You can change that in its settings for this page.",
  "leaving.remindAsk": "This browser will ask you once.",
  "leaving.remindCannot": "This browser cannot show any here. The calendar can.",
  "leaving.remindResting": "While it is resting, nothing comes from this browser.",
} as const;
