/** Words of Mine: how things are kept, how to bring them back, what leaves this device, how to delete it all. */
export const mine = {
  "mine.title": "Mine",
  "mine.lead": "What is kept, where, and how to take it with you or away.",

  // How it is kept.
  "mine.keptTitle": "How it is kept",
  "mine.persistedYes": "This browser has promised to keep it until you delete it.",
  "mine.persistedNo":
    "This browser may clear it when space runs low or after weeks without a visit. A backup file guards against that; so can installing the app.",
  "mine.persistedUnknown": "This browser does not say whether it will keep it. A backup file guards against that.",
  "mine.setAside":
    "{n, plural, one {One entry} other {# entries}} could not be opened. {n, plural, one {It is} other {They are}} kept, not deleted, and left out of what you see.",
  "mine.unknown":
    "{n, plural, one {One entry comes} other {# entries come}} from a newer version. {n, plural, one {It is} other {They are}} kept; update to see everything.",
  "mine.usage": "{n} % of the room this browser allows is used.",
  "mine.entries": "Changing something keeps what was there before: entries are added, never written over.",

  // Backup.
  "mine.backupTitle": "A backup file",
  "mine.backupNever": "There is no backup file yet.",
  "mine.backupLast": "Last one: {day}, {ago}.",
  "mine.backupNudge": "Some things have been added since. A new file takes about a minute.",
  "mine.backupNudgeFirst":
    "If this device is lost or the browser is cleared, what you wrote is gone. A file takes about a minute.",
  "mine.backupLead": "One encrypted file with everything in it, and twelve words that open it.",
  "mine.backupMake": "Make a backup file",
  "mine.backupMaking": "Making it",
  "mine.wordsTitle": "Twelve words for this file",
  "mine.wordsText":
    "Write them down on paper, in this order. They are shown this once and kept nowhere. Without them nobody can open the file, neither you nor we.",
  "mine.wordsWritten": "I have written them down",
  "mine.wordsFirst": "First write the words down, then say so above.",
  "mine.fileSave": "Save the file",
  "mine.fileDiscard": "Not now: throw file and words away",
  "mine.fileSaved":
    "The file was handed to this browser’s downloads as {name}. Check that it is there before you rely on it.",
  "mine.fileSavedUnnoted":
    "The file was handed to this browser’s downloads as {name}, but the day could not be noted here. Check that the file is there.",
  "mine.fileKeep": "Keep it where others don’t look; its name says nothing. Each file has words of its own.",

  // Restore.
  "mine.restoreTitle": "Bring a backup back",
  "mine.restoreLead": "Adds what is in the file to what is here. It is taken in whole or not at all.",
  "mine.restoreFile": "The file",
  "mine.restoreChoose": "Choose a file",
  "mine.restoreNoFile": "No file chosen",
  "mine.restoreWords": "Its twelve words",
  "mine.restoreWordsHint": "In their order, with spaces between. Capitals don’t matter. They are not kept.",
  "mine.restoreBeside": "Take its entries in beside mine",
  "mine.restoreGo": "Bring it back",
  "mine.restoring": "Opening it",
  "mine.restoreMissing": "It needs the file and its twelve words.",
  "mine.restoreCount": "That is {n, plural, one {one word} other {# words}}; a file has twelve.",
  "mine.restored":
    "{n, plural, =0 {Everything in the file was here already.} one {One entry came back. Saved on this device.} other {# entries came back. Saved on this device.}}",

  // Readable files.
  "mine.openTitle": "Readable files",
  "mine.openLead":
    "Everything as plain text, but for question 9 of the PHQ-9. Not encrypted: whoever finds these files can read them.",
  "mine.openMake": "Make readable files",
  "mine.openMaking": "Making them",
  "mine.openJson": "Save everything (JSON)",
  "mine.openCsv": "Save the tries as a table (CSV)",
  "mine.openMade": "They are ready, and only here until you save them.",
  "mine.openDrop": "Throw them away",

  // Copy at the relay.
  "mine.copyTitle": "A sealed copy at the relay",
  "mine.copySwitch": "Keep a sealed copy at the relay",
  "mine.copyHint":
    "Off unless you want it. The relay holds it encrypted and cannot read it. Other devices meet through it, and your twelve words bring it back.",
  "mine.copyOff": "Nothing is kept at the relay.",
  "mine.copyWaiting": "Connecting.",
  "mine.copyConnected":
    "{n, plural, =0 {The copy is up to date.} one {One entry waits to be copied.} other {# entries wait to be copied.}}",
  "mine.copyOffline":
    "The relay can’t be reached. {n, plural, =0 {Nothing waits.} one {One entry waits.} other {# entries wait.}}",
  "mine.copyRefused": "The relay does not take the copy just now. Everything is safe on this device.",
  "mine.copyStays":
    "Switching it off stops copying. What was copied stays there, sealed, until you delete everything here.",

  // What is kept, and where; the same as PRIVACY.md.
  "mine.whereTitle": "What is kept, and where",
  "mine.where.entries":
    "On this device: what you note, write, ask and get back, sealed. Forms you have begun, sealed too.",
  "mine.where.keys":
    "On this device: the keys. Without a lock this browser opens them by itself; with a lock your passphrase does.",
  "mine.where.app": "On this device: the app’s own files, with nothing of yours in them.",
  "mine.where.relay":
    "At the relay: nothing, until you make a private link, keep a sealed copy, add a device, or make the twelve words. Then sealed bytes, their size, chance numbers that say which is which, hashes that check who may open or close them, and times cut to the hour. Nothing ties a link to a copy.",
  "mine.where.address": "In the relay’s memory, for a short while: your network address, to hold back floods.",
  "mine.where.others":
    "With who answers you: your note while its link is open, and the link in their browser’s history.",
  "mine.whereOut": "This browser keeps the address of this page in its history. The app can’t stop that.",

  // What leaves.
  "mine.leavesTitle": "What leaves this device",
  "mine.leavesLead": "This is the whole list. No counts, no crash reports, no adverts, nobody else’s servers.",
  "mine.leaves.link":
    "When you make a private link: the note, sealed, until the day it closes. The relay sees its size and times, not its words. Whoever has the link can read it.",
  "mine.leaves.answer": "When you wait for an answer: this device asks the relay whether one has come.",
  "mine.leaves.share":
    "When you make a page for a therapist: what you ticked, sealed, until it ends or you take it back. Whoever has the link can read it.",
  "mine.leaves.copy": "If you keep a sealed copy: your entries, encrypted, with their sizes and when they were sent.",
  "mine.leaves.box":
    "When you add a device, or make the twelve words: the keys, sealed, in a box at the relay. The code or the words open it; the relay can’t.",
  "mine.leaves.load": "When the app loads or looks for an update: what any website sees, such as your network address.",
  "mine.leaves.own": "What you say, send or print yourself, and any file you save: a backup, a calendar file.",
  "mine.leaves.call": "A call or message that you start from Help.",
  "mine.leavesNever": "It never reads your contacts, your place or other apps.",

  // Choices.
  "mine.choicesTitle": "Choices",
  "mine.touch": "Steps with touch",
  "mine.touchHint": "A hug, a hand on the shoulder. Off unless you want them.",

  // Delete.
  "mine.eraseTitle": "Delete one thing",
  "mine.eraseLead": "A check-in, or a try with its ask and its answer. The rest stays as it is.",
  "mine.eraseNone": "Nothing has been noted yet.",
  "mine.eraseShow": "Show what was noted",
  "mine.eraseMore": "Show more",
  "mine.eraseCheckin": "A check-in",
  "mine.eraseImported": "A list of old answers",
  "mine.eraseWeek": "Counts of a week",
  "mine.eraseSources": "Who I would turn to",
  "mine.erase": "Delete for good",
  "mine.eraseNamed": "Delete for good: {what}",
  "mine.eraseSure": "Delete this for good?",
  "mine.eraseText":
    "It is deleted on this device at once, at the relay, and on your other devices when they next copy. It cannot be undone.",
  "mine.eraseCopies": "A copy made earlier, such as a backup file, still opens.",
  "mine.eraseYes": "Delete it",
  "mine.erasing": "Deleting",
  "mine.erased": "It was deleted.",
  "mine.quietTitle": "Quiet mode",
  "mine.quietText": "Stops reminders, copying and cards. What you wrote stays. Less sudden than deleting.",
  "mine.quietNot": "It can’t hide the icon, the history, or an entry in your calendar.",
  "mine.quietGo": "Go quiet",
  "mine.quietOn": "It is quiet.",
  "mine.deleteTitle": "Delete everything",
  "mine.deleteLead":
    "At once, and for good. If somebody watches this device, note that suddenly emptied pages may be noticed too.",
  "mine.deleteOpen": "Delete everything here",
  "mine.deleteSure": "Delete everything on this device?",
  "mine.deleteGoes": "All entries, drafts and keys on this device go, and every open link is closed.",
  "mine.deleteStays":
    "What stays: backup files you saved, with their words; what other people received or answered; messages and calls you made; this page in the browser’s history.",
  "mine.deleteCopy": "The sealed copy at the relay is deleted too.",
  "mine.deleteOffline":
    "There is no network now. Open links, shared pages and a copy at the relay can’t be deleted from here until there is. Nobody can read the copy without the keys; whoever has a link can read what it opens until its day.",
  "mine.deleteNoBackup": "There is no backup file, so nothing can be brought back.",
  "mine.deleteYes": "Yes, delete everything",
  "mine.deleting": "Deleting",
  "mine.deleteNo": "Keep it",

  // The version.
  "mine.aboutTitle": "About",
  "mine.aboutText":
    "Belay is free software. If the server it came from disappears, what is on this device keeps working.",
  "mine.version": "This is version {version}, of {day}.",
  "mine.newer": "A newer version is here. It begins when you say so, or once every window of Belay was closed.",
  "mine.newerGo": "Use it now",
  "mine.newerRefused":
    "The server has a version that is not whole, or not signed like this one. It was refused. So far nothing changed.",
} as const;
