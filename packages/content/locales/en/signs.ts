/** Words of the signs: what somebody may know of themselves, asked and never counted. */
export const signs = {
  "signs.eyebrow": "Signs",
  "signs.title": "Things you may know",
  "signs.lead": "Short sentences that many people know who carry a lot alone. You say which of them you know too.",
  "signs.notTest": "This is no test. Nothing is counted up, and no name for you comes out at the end.",
  "signs.forWhom":
    "It is for you if asking is hard. Most people know some of these, and there can be many reasons: work, money, health, people who let you down. What you know leads to small steps, nothing more.",
  "signs.leave": "Leave out what you like. You can stop after any part.",
  "signs.groups": "Four parts, in any order",
  "signs.group.inside": "Inside",
  "signs.group.doing": "What I do",
  "signs.group.people": "With people",
  "signs.group.body": "In the body",
  "signs.detail.inside": "Feelings and thoughts that others may not see",
  "signs.detail.doing": "Habits, at home and at work",
  "signs.detail.people": "How close, how far, how known",
  "signs.detail.body": "What the body says when it gets too much",

  // One part.
  "signs.groupLead": "How often do you know this, these weeks? Leave out any.",
  "signs.bodyNote":
    "Bodies have many reasons. If something is new, strong or worries you, a doctor is the one to ask, whatever you say here.",
  "signs.reply.often": "Often",
  "signs.reply.sometimes": "Sometimes",
  "signs.reply.no": "No",
  "signs.last":
    "Last said on {day}: {reply, select, often {often} sometimes {sometimes} other {no}}. Leave it, or say it anew.",
  "signs.save": "Save this part",
  "signs.skip": "Leave this part",
  "signs.empty": "Start this part over",
  "signs.nothing": "Nothing is chosen here yet. That is fine: leave this part, or choose one first.",

  // After saving.
  "signs.savedTitle": "Saved on this device",
  "signs.changes": "What you say now, and said before",
  "signs.changed":
    "On {before} you said {was, select, often {often} sometimes {sometimes} other {no}}, {today, select, yes {today} other {on {day}}} {now, select, often {often} sometimes {sometimes} other {no}}.",
  "signs.changesNote": "Weeks differ. It need not mean anything.",
  "signs.next":
    "{group, select, inside {Next: inside} doing {Next: what I do} people {Next: with people} other {Next: in the body}}",
  "signs.enough": "That is enough for now",

  // What it leads to.
  "signs.mayFit": "What may fit",
  "signs.mayFitLead": "Picked by what you know of these. Take one, or none.",
  "signs.steps": "Steps",
  "signs.beliefs": "Beliefs to look at",
  "signs.why": "You know: {why}",
  "signs.pauseTitle": "First, a pause",
  "signs.pauseText": "With this one the body sounds an alarm. A pause can come before any step.",
  "signs.pauseOpen": "Pause now",
  "signs.noneKnown": "You know none of these. Then nothing here is needed.",
  "signs.said": "What you said last",
  "signs.saidOn": "{reply, select, often {Often} sometimes {Sometimes} other {No}}, on {day}.",
} as const;
