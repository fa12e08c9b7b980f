/** Every sentence of the page on which a host sees how their relay does. Plain `{name}` places only. */
export const hostConsole = {
  "console.title": "Belay relay",
  "console.noscript": "This page needs JavaScript. The same numbers are at /status.json and /metrics.",
  "console.up": "The relay is running",
  "console.down": "The relay does not answer",
  "console.downMore": "It may be stopping or starting. This page looks again every five seconds.",
  "console.unwell": "The relay is running, but its data cannot be read",
  "console.since": "Up for {time}",
  "console.looked": "Looked at {time}",
  "console.cannot": "What you cannot see",
  "console.cannotText":
    "You run this relay, and it still tells you nothing about anyone. It cannot: what it keeps was sealed on people’s own devices. There are no names here, no words, no list of who is using it, and no way to look anybody up by name. If somebody asks you what a person wrote, the true answer is that you do not have it.",
  "console.can":
    "You can see how much is kept and how well it works. You can delete a note that was reported to you (relay.js delete-ask). You can delete nobody’s record, and you cannot restore one without a backup.",
  "console.store": "The disk",
  "console.traffic": "The work",
  "console.failures": "Failed writes or reads",
  "console.failuresNone": "None since the start.",
  "console.failuresSome":
    "Look in the log for events that begin with store-. A write that failed was not acknowledged to anybody.",
  "console.free": "Room left on the disk",
  "console.freeLow":
    "Less than a tenth of the size of the data is left. Make room soon: without any, nothing new can be kept.",
  "console.data": "Size of the data",
  "console.memory": "Memory in use",
  "console.connections": "Open connections",
  "console.vaults": "Sealed copies kept",
  "console.mailboxes": "Sealed notes and boxes kept",
  "console.envelopes": "Entries kept since the start",
  "console.half": "Half of all writes took at most",
  "console.most": "95 of 100 writes took at most",
  "console.refused": "Refused since the start, by kind",
  "console.refusedNone": "Nothing was refused.",
  "console.kind": "Kind",
  "console.count": "How often",
  "console.none": "not known yet",
  "console.elsewhere": "kept by the database",
} as const;
