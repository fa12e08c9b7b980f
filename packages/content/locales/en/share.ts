/** Words of a page for a therapist: picking, looking it over, comparing six words, and what becomes of it. */
export const share = {
  "share.title": "A page for a therapist",
  "share.lead": "You pick what stands on it. They can read that and nothing else. You can take it back at any time.",

  // Picking.
  "share.whatTitle": "What stands on it",
  "share.whatLead": "Nothing is ticked. Tick what you want them to see.",
  "share.nothingYet": "There are no numbers to pick yet. You can still write to them in your own words.",
  "share.closerTitle": "Closer things",
  "share.plan": "My safety plan",
  "share.planHint": "All its lines, and the names in them.",
  "share.item9": "My answers about thoughts of death or self-harm",
  "share.item9Hint":
    "Question 9 of the PHQ-9. They stay out unless you tick this. Nobody is alerted. If you want them to know, telling them is faster and surer.",
  "share.own": "In your own words",
  "share.ownHint": "What you would like them to know first. It stands at the top.",

  // For whom, and until when.
  "share.whoTitle": "For whom, and until when",
  "share.to": "For",
  "share.toHint": "A name or a role, as they will read it.",
  "share.from": "From",
  "share.fromHint": "How you want to be named there. A nickname will do.",
  "share.purpose": "What for",
  "share.purposeHint": "A line is enough, such as: for our next three meetings.",
  "share.days": "They can read it for",
  "share.nDays": "{n} days",
  "share.until": "Until {day}. Then it is gone by itself.",
  "share.pickOne": "Tick at least one thing, or write something.",
  "share.needed": "A few words are needed here.",
  "share.tooLong": "This is more than one page can hold. Tick fewer things.",
  "share.see": "See what they will see",

  // Looking it over.
  "share.preview": "What they will see",
  "share.previewLead": "This is all of it, word for word. Nothing else goes along.",
  "share.plain":
    "Anyone who has the link can read this. Send it by a way that only they read. If someone looks at your messages, show them the page in the room instead.",
  "share.change": "Change something",
  "share.make": "Make the link",
  "share.print": "Print it",

  // The link, and the six words.
  "share.linkTitle": "The link is made",
  "share.linkLead": "There is nothing behind it yet. First make sure that you both have the same link.",
  "share.giveTitle": "Give them the link",
  "share.link": "The link",
  "share.copy": "Copy the link",
  "share.wordsTitle": "Read each other the six words",
  "share.wordsLead": "When they open the link, they see six words too. Do this by voice, in the room or on the phone.",
  "share.match": "They match",
  "share.noMatch": "They don’t match",
  "share.later": "It can wait. You find this again under Care, and under Mine.",
  "share.willSend": "What is sent when they match",

  // While it can be read.
  "share.openTitle": "{to} can read it",
  "share.openLead": "Until {day}. Then it is gone by itself.",
  "share.pausedTitle": "Paused",
  "share.recordTitle": "What you agreed to",
  "share.recordWhat": "What stands on it",
  "share.recordFor": "For",
  "share.recordWhy": "What for",
  "share.recordWhen": "When",
  "share.fromTo": "From {from} to {to}",
  "share.fromToPast": "From {from} to {to}; it ended on {end}",
  "share.recordSent": "First sent",
  "share.recordRenewed": "Last brought up to date",
  "share.recordItem9": "Question 9 of the PHQ-9",
  "share.item9In": "ticked, so it is on the page",
  "share.item9Out": "left out",
  "share.gonePart": "something that is no longer in your record",
  "share.renew": "Bring it up to date",
  "share.renewTitle": "What they will see then",
  "share.renewLead": "The page shows how things were on {day}. They see nothing newer until you send it anew.",
  "share.renewSame": "Nothing on it has changed since.",
  "share.renewChanged": "What changes: {list}.",
  "share.renewUnknown":
    "It was sent from another device, so what changes can’t be said here. Your own words have to be written anew.",
  "share.renewSend": "Send it anew",
  "share.pause": "Pause quietly",
  "share.pauseLead":
    "While it is paused, nothing new is sent. They can still read what is there, and they are not told.",
  "share.resume": "Go on with it",
  "share.revoke": "Take it back",
  "share.revokeLead": "The page is gone at once. What they have read, saved or printed stays with them.",
  "share.revokeSure": "Take it back now",
  "share.revokeNot": "Leave it",
  "share.linkAgain": "The link and the six words",

  // Afterwards.
  "share.overTitle": "It has ended",
  "share.overLead": "It ended on {day}. Nobody can open it any more.",
  "share.revokedTitle": "It is taken back",
  "share.revokedLead": "You took it back on {day}. Nobody can open it any more.",
  "share.unmatchedTitle": "The link is closed",
  "share.unmatchedLead":
    "The link is closed; nobody can open it. When words differ, most often a link was cut short or mixed up with another. You can make a new one.",
  "share.anew": "Make a new page",
  "share.gone": "This page is no longer in your record.",

  // Trouble.
  "share.offline":
    "The network or the relay can’t be reached, so it may not have been done. What is here stays as it is; try again later.",
  "share.refused": "That was not done: the relay did not take it. What is here stays as it is; try again later.",

  // On the document itself.
  "share.ownTitle": "In my own words",
  "share.planTitle": "My safety plan",
  "share.planTable": "The lines of the plan",
  "share.planPart": "Part",
  "share.planLine": "Line",
  "share.item9Title": "PHQ-9, question 9: thoughts of death or self-harm",
  "share.item9Said":
    "What was answered on which day, from 0 (not at all) to 3 (nearly every day). It is no measure of risk.",
  "share.item9Of": "{n} of 3",
  "share.item9Table": "Answers to question 9",
  "share.day": "Day",
  "share.answer": "Answer",

  // Who can see this: on Care and in Mine.
  "share.whoSees": "Who can see this",
  "share.nobody": "Nobody but you.",
  "share.start": "Make a page for a therapist",
  "share.state.prepared": "Nothing sent yet; the six words come first",
  "share.state.open": "Can read what you picked until {day}",
  "share.state.paused": "Paused; can read what is there until {day}",
  "share.state.over": "{from} to {day}; ended by itself",
  "share.state.revoked": "{from} to {day}; taken back",
  "share.past": "Earlier ones",
} as const;
