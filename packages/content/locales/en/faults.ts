/** One calm sentence for each thing that can go wrong; what was typed stays where it was. */
export const faults = {
  // A rule said no.
  "faults.badField":
    "Not saved: something here is empty, too long, or holds characters that are no text. Your words are still here; change them, then press again.",
  "faults.gone": "This isn’t in your record any more. Nothing was changed.",
  "faults.originsOff": "This room is switched off. Nothing was changed.",
  "faults.tooMuchToday":
    "This is a lot already, so today is not the day for looking back. Nothing was changed. A pause, or a person, may be the better way.",
  "faults.screenFirst": "A few questions about this person come first. Nothing was changed.",
  "faults.screenStopped":
    "One of your answers to the questions about this person was a yes, so this step does not go to them. Someone else, or a helpline, may be the better way.",
  "faults.touchOff":
    "Steps with touch are switched off, so this one was not taken up. Nothing was changed. You can switch them on under Mine.",
  "faults.predictFirst":
    "What you expect comes first; it can be a few words, and the sliders may stay empty. Nothing was changed.",
  "faults.fixedAlready": "What you expected is already written down, and stays as it was.",
  "faults.fixedAsked": "The ask has gone out, so what you expected stays as it was.",
  "faults.fixedOutcome": "You have noted what happened, so what you expected stays as it was.",
  "faults.askClosed": "This link is closed, so nothing went out through it. You can make a new one.",
  "faults.testFirst": "First say what would count for it and against it. Nothing was changed.",
  "faults.testFixed": "Something was weighed by these words already, so they stay as they were. Nothing was changed.",

  // A link.
  "faults.linkOffline":
    "No link yet: the network or the relay can’t be reached. Your words are still here; try again later, or say it another way.",
  "faults.linkOfflineKept":
    "No link yet: the network or the relay can’t be reached. Your words are saved on this device; try again later, or say it another way.",
  "faults.linkRefused":
    "The relay did not take this link. Your words are still here; you can send them as a message of your own.",
  "faults.linkRefusedKept":
    "The relay did not take this link. Your words are saved on this device; you can send them as a message of your own.",

  // A backup file. An import that fails has changed nothing.
  "faults.backupWords":
    "These words don’t open this file. Check their order and spelling, or whether they belong to another file. Nothing was changed.",
  "faults.backupForeign": "This isn’t a backup file of this programme. Nothing was changed.",
  "faults.backupDamaged":
    "This file is damaged or cut short, so none of it was taken in. Another copy of it may be whole. Nothing was changed.",
  "faults.backupNewer":
    "A newer version wrote this file. Reload to get the newer version, then try again. Nothing was changed.",
  "faults.backupTooLarge": "This file is larger than any backup can be. Nothing was changed.",
  "faults.backupOther":
    "This file belongs to another record than the one on this device. Nothing was changed. If both are yours, its entries can be taken in beside those that are here; that can’t be undone.",
  "faults.fileUnread": "This browser could not read the file. Nothing was changed.",
} as const;
