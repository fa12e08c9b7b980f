/** Words of the devices: which there are, joining one, removing one, and what is wrong with their copies. */
export const devices = {
  "devices.title": "Devices",
  "devices.lead": "Every device that can read and write here. Nothing can be added without showing up in this list.",
  "devices.this": "This device",
  "devices.called": "On other devices it is called {name}",
  "devices.since": "Since {day}",
  "devices.seen": "Newest entry {day}",
  "devices.silent": "No entry from it yet",
  "devices.removed": "Removed. It reads and writes nothing new; what it had already seen stays on it.",
  "devices.unnamed": "A device without a name",
  "devices.none": "This is the only device.",
  "devices.noCopy": "Devices meet through a sealed copy at the relay, so it comes first.",
  "devices.add": "Add a device",
  "devices.remove": "Remove {name}",
  "devices.removeSure": "Remove {name}?",
  "devices.removeText":
    "It reads and writes nothing new from now on. What it has seen already stays on it. If somebody holds it, they may notice that nothing new arrives.",
  "devices.removeYes": "Remove it",
  "devices.removeNo": "Keep it",
  "devices.removedNow": "{name} was removed, and the keys were changed.",
  "devices.notYours":
    "A device here that is not yours? Remove it, then change the passphrase. If you are not safe, Help comes first.",

  // Compare words.
  "devices.wordsTitle": "Are they all alike?",
  "devices.wordsLead":
    "When everything has been copied, these six words are the same on every device. If they stay different, tell somebody who knows about such things, and make a backup file.",
  "devices.wordsShow": "Show the six words",

  // Adding: on the old device.
  "devices.addTitle": "Add a device",
  "devices.addLead":
    "On the new device open this app, choose “I have this on another device”, and let it show its code.",
  "devices.addCamera": "Read the code with the camera",
  "devices.addPicture": "Or choose a picture of it",
  "devices.addChoose": "Choose a picture",
  "devices.addNoPicture": "No picture chosen",
  "devices.looking": "Hold the code in front of the camera.",
  "devices.cameraNot": "The camera can’t be used here. A picture of the code works as well.",
  "devices.pictureNot": "There was no code in that picture.",
  "devices.stopCamera": "Stop the camera",
  "devices.digits": "Both devices show six digits. Are they the same?",
  "devices.same": "Yes, the same",
  "devices.differ": "No, stop",
  "devices.differText": "Then nothing was sent. Let the new device show a fresh code and try again.",
  "devices.nameField": "A name for the new device",
  "devices.nameHint": "Something only you need to understand.",
  "devices.nameLacks": "It needs a name.",
  "devices.joining": "Handing over the keys",
  "devices.joined": "{name} has joined. It fetches everything now.",

  // Joining: on the new device.
  "devices.joinTitle": "Bring it here",
  "devices.joinLead": "This device takes over what another one has. Nothing of your own may be here yet.",
  "devices.lockTitle": "A lock for this device",
  "devices.lockSwitch": "Open it here with a passphrase",
  "devices.lockHint": "It is set on the way in. Later the other devices would have to be removed first.",
  "devices.joinCode": "I have this on another device",
  "devices.joinWords": "I have my twelve words",
  "devices.codeLead": "On the other device: Mine, Devices, Add a device. Then let it read this code.",
  "devices.codeEnds": "It counts for {n, plural, one {one more second} other {# more seconds}}.",
  "devices.codeOver": "The code is over. A new one takes a moment.",
  "devices.codeNew": "Show a code",
  "devices.codeDigits": "The other device must show the same six digits:",
  "devices.codeWaiting": "Waiting for the other device",
  "devices.wordsField": "Your twelve words",
  "devices.wordsGo": "Bring everything back",
  "devices.wordsGoing": "Looking for it",
  "devices.backComing": "This device has joined",
  "devices.backComingText": "What the relay has is on its way. Leave this page open for a minute.",
  "devices.back": "Everything the relay had is here now.",
  "devices.backBoth": "What you write on one device comes to the other from now on.",
  "devices.backLost":
    "The lost device still stands in the list of devices. Remove it there, so that whoever finds it reads nothing new.",
  "devices.backFresh":
    "Words alone cannot prove that the relay gave its newest copy. Your latest entry here is of {day}. If something newer is missing, it may still be on another device.",
  "devices.toToday": "To Today",

  // What went wrong.
  "devices.offline": "The relay can’t be reached. Try again later.",
  "devices.expired": "That code is over. Nothing was changed; let the new device show a fresh one.",
  "devices.notACode": "That is not a code of this app, or of a newer version. Nothing was changed.",
  "devices.badWords": "These words don’t fit together. One of them may be misspelt or in another place.",
  "devices.nothingThere":
    "The relay keeps nothing under these words. They may be another vault’s, or no sealed copy was kept.",
  "devices.notEmpty":
    "There are entries of your own on this device, and they would have no place. Save a backup file, delete everything here in Mine, then try again.",
  "devices.notTaken": "That did not work. Begin again with a fresh code.",

  // What a person must know.
  "devices.alarmTitle.fork": "Two versions of one device",
  "devices.alarm.fork":
    "{name} wrote two different things in one place. That happens when an old copy of a device is brought back. What was here first stays, and newer entries of it wait. Remove it below, then let it join again.",
  "devices.alarmTitle.own-rolled-back": "The relay had lost something",
  "devices.alarm.own-rolled-back":
    "Entries of this device were missing there, as after a restore. They were still here, and have been copied again. Nothing is lost.",
  "devices.alarmTitle.rolled-back": "The relay gave an older copy",
  "devices.alarm.rolled-back":
    "Entries of another device were missing there, as after a restore. This device had seen them; they are kept here, and go back there.",
  "devices.alarmTitle.withheld": "Something has not arrived",
  "devices.alarm.withheld":
    "Entries of {name} have been missing for a day, though another device has seen them. They may come late, or be held back. A backup file is a good idea.",
  "devices.alarmTitle.rotation-refused": "The relay still has the old keys",
  "devices.alarm.rotation-refused":
    "It did not take the new ones yet, and is asked again. A removed device may fetch sealed entries there meanwhile, but cannot open what is written from now on.",
  "devices.alarmTitle.removal-undone": "A removal did not hold",
  "devices.alarm.removal-undone": "Another device made a change at the same time. Remove {name} again below.",
  "devices.alarmTitle.storage-lost": "This browser cleared something",
  "devices.alarm.storage-lost":
    "Entries that were kept here are gone from this device. What had been copied is fetched again; what had not is lost. A backup file guards against this.",
  "devices.alarmTitle.clock-off": "A clock is off",
  "devices.alarm.clock-off":
    "The clock of {name} is more than a day ahead of this one. Nothing is lost. Days and order may look odd until it is set right.",
  "devices.alarmTitle.copy-left": "An old copy is left",
  "devices.alarm.copy-left":
    "The old sealed copy at the relay could not be deleted. It stays there, under a key that this device no longer has.",
  "devices.alarmSeen": "I have seen it",
} as const;
