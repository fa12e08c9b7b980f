/** Words of the lock: opening it, setting it, saying the passphrase again, and the twelve words. */
export const lock = {
  // Behind the lock.
  "lock.eyebrow": "Locked",
  "lock.openTitle": "Welcome back",
  "lock.openLead": "Say your passphrase to open this. Help works without it.",
  "lock.passphrase": "Passphrase",
  "lock.show": "Show it",
  "lock.hide": "Hide it",
  "lock.open": "Open",
  "lock.opening": "Opening. This takes a moment on purpose.",
  "lock.withKey": "Open with this device’s passkey",
  "lock.keyNot": "The passkey did not open it. The passphrase still does.",
  "lock.forgotTitle": "I don’t remember it",
  "lock.forgotWords":
    "Your twelve words bring everything back if a sealed copy was kept at the relay. On this device, start over first; then choose “I have my twelve words”.",
  "lock.forgotFile": "A backup file and its own words bring it back too.",
  "lock.forgotNone":
    "Without the passphrase, the words or a file nobody can open it, neither you nor we. Wrong guesses never delete anything, so you can take your time.",
  "lock.startOver": "Start over on this device",
  "lock.startOverSure": "Delete what is on this device?",
  "lock.startOverText":
    "What is here is deleted and cannot be opened again from here. A sealed copy at the relay and files you saved stay as they are. Links and pages you gave stay until their day.",
  "lock.startOverYes": "Delete it and start over",
  "lock.startOverNo": "Keep it",

  // Guesses.
  "lock.wrong": "That did not open it. Nothing was deleted.",
  "lock.wait": "That did not open it. The next try is taken in {n, plural, one {one second} other {# seconds}}.",
  "lock.waitStill": "The next try is taken in {n, plural, one {one second} other {# seconds}}.",
  "lock.empty": "It needs the passphrase.",

  // Saying it again.
  "lock.againTitle": "Your passphrase, once more",
  "lock.againLead": "Asked again for this, so that nobody who picks up an open device can do it.",
  "lock.againGo": "Go on",
  "lock.againNo": "Not now",

  // Mine.
  "lock.cardTitle": "A lock",
  "lock.none": "There is no lock. Anyone who can use this browser profile can open this.",
  "lock.noneMore":
    "What you write is encrypted on this device, which protects copied files, not an open browser. A lock closes that gap.",
  "lock.on": "There is a lock. It closes by itself after two quiet minutes, and when you leave this page for a minute.",
  "lock.lockNow": "Lock now",
  "lock.set": "Set a lock",
  "lock.change": "Change the passphrase",
  "lock.words": "The twelve words",
  "lock.devices": "Devices",
  "lock.keyOn": "A passkey of this device opens it too.",
  "lock.keyAdd": "Also open with a passkey",
  "lock.keyAsk":
    "Does anyone else use this device’s fingerprint, face or screen code, or your Apple or Google account? Then leave this off: it would open for them too.",
  "lock.keyYes": "Only I use them: go on",
  "lock.keyDrop": "Stop using the passkey",
  "lock.keyNone": "This browser has no passkey that can do this. The passphrase stays the way in.",
  "lock.keyFirst": "The twelve words come first, so that losing the passkey costs nothing.",
  "lock.keySet": "The passkey opens it now. Deleting the passkey later is harmless; the passphrase stays.",
  "lock.keyDropped": "The passkey does not open it any more.",

  // Setting it.
  "lock.setTitle": "Set a lock",
  "lock.changeTitle": "Change the passphrase",
  "lock.setLead": "A passphrase of several words is easier to keep than a short password, and much harder to guess.",
  "lock.watched":
    "If somebody checks this device, a new lock may be noticed. It cannot protect against software that watches the screen.",
  "lock.offered": "Five words nobody chose. Use them, or take others.",
  "lock.others": "Other words",
  "lock.own": "Choose my own instead",
  "lock.offer": "Offer me words instead",
  "lock.ownHint": "Twelve letters at least. Spaces and any signs are fine, and so is pasting.",
  "lock.again": "The same once more",
  "lock.differ": "The two are not the same.",
  "lock.weak.short": "That is too short: twelve letters at least.",
  "lock.weak.common": "That one is among the first that anyone would try.",
  "lock.weak.simple": "That follows a pattern that is quickly tried.",
  "lock.fine": "That is hard to guess.",
  "lock.writeDown":
    "Write it down before you go on, and keep the paper away from this device. If it is lost, the twelve words or a backup file are the only way back.",
  "lock.written": "I have written it down",
  "lock.writtenFirst": "First write it down, then say so above.",
  "lock.now": "The passphrase now",
  "lock.go": "Set the lock",
  "lock.changeGo": "Change it",
  "lock.setting": "Setting the lock. Everything is sealed anew; this can take a minute. Leave the page open.",
  "lock.doneTitle": "The lock is set",
  "lock.doneText": "The old key was deleted here. The disk may keep traces.",
  "lock.doneNext": "Next: twelve words, in case the passphrase or this device is lost.",
  "lock.changed": "The passphrase was changed. The old one does not open this device any more.",
  "lock.otherDevices":
    "Other devices are joined to this one. A first lock makes everything new, so remove them first and add them again afterwards. Nothing was changed.",
  "lock.othersFirst":
    "Other devices are joined to this one. A first lock makes all keys new, and they would be left behind.",
  "lock.othersHow":
    "Remove them, set the lock here, then let them join again. On the way in each of them can be given a lock of its own.",
  "lock.toDevices": "See the devices",
  "lock.toWords": "See the twelve words",
  "lock.toMine": "Back to Mine",

  // The twelve words.
  "lock.wordsTitle": "Your twelve words",
  "lock.wordsLead":
    "They bring everything back on a new device when a sealed copy is kept at the relay. Whoever has them can do that too, so they belong on paper.",
  "lock.wordsShow": "Show the words",
  "lock.wordsShowing": "Making them",
  "lock.wordsHow": "Write them down on paper, in this order. No photo, no message to yourself.",
  "lock.wordsSaved": "What they open is kept sealed at the relay.",
  "lock.wordsUnsaved":
    "The relay could not be reached, so they open nothing yet. Show them again when there is a network; they stay the same.",
  "lock.wordsNoCopy": "No sealed copy is kept at the relay yet, so there would be nothing to bring back.",
  "lock.wordsCheck": "Check what I wrote",
  "lock.checkLead": "Type the words from your paper. Pasting is fine too.",
  "lock.checkField": "The twelve words",
  "lock.checkGo": "Compare",
  "lock.checkRight": "The same. You can put the paper away.",
  "lock.checkWrong": "They are not the same yet. Number {n} differs first.",
  "lock.checkCount": "That is {n, plural, one {one word} other {# words}}; there are twelve.",
  "lock.checkSkip": "Not now",
} as const;
