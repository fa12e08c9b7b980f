/** Words of the monthly shifts. */
export const shifts = {
  "shifts.title": "What is shifting",
  "shifts.lead":
    "Short sentences about carrying and sharing. You say how much each fits now, and look again in a month.",
  "shifts.notTest":
    "There is no total, and more is not a mark you have to reach. Each sentence stands for itself. Leave out any.",
  "shifts.notDependentTitle": "This is not about becoming dependent",
  "shifts.notDependent":
    "Nobody has to give up what they can do alone, or become helpless. It is about having both: your own feet, and people to lean on. Doing it alone stays a good choice when you choose it.",

  // Saying it.
  "shifts.askTitle": "How much does it fit, these weeks?",
  "shifts.askMore": "Add or change what you said",
  "shifts.askMoreNote": "Until {day} it counts as this round.",
  "shifts.level.0": "not at all",
  "shifts.level.1": "a little",
  "shifts.level.2": "partly",
  "shifts.level.3": "mostly",
  "shifts.level.4": "very much",
  "shifts.last": "On {day}: {level}.",
  "shifts.save": "Save what I said",
  "shifts.nothing": "Nothing is chosen here yet. That is fine; choose one, or leave it for another day.",
  "shifts.saved": "Saved on this device.",

  // How it went.
  "shifts.courseTitle": "How it went",
  "shifts.courseFew":
    "{n, plural, one {One round so far, from {first}.} other {# rounds so far, since {first}.}} Too few to say.",
  "shifts.course": "{n} rounds since {first}.",
  "shifts.courseNote":
    "Each dot is a round, the ringed one the newest; higher means it fits more. Where you left a sentence there is a gap. One step up or down is what weeks do by themselves.",
  "shifts.courseNewest": "The newest {n} rounds are drawn; the table has them all.",
  "shifts.again": "Asked again from {day}. It can wait as long as you like.",
  "shifts.said.once": "{last}: {now}. Too few to say.",
  "shifts.said.few": "{first}: {was}. {last}: {now}. Too few to say.",
  "shifts.said.same": "{first}: {was}. {last}: {now}. About the same.",
  "shifts.said.more": "{first}: {was}. {last}: {now}. It fits more than it did.",
  "shifts.said.less": "{first}: {was}. {last}: {now}. It fits less than it did.",
  "shifts.now": "Now",
  "shifts.notSaid": "Left empty so far: {list}.",
  "shifts.tableFold": "All of it as a table",
  "shifts.table": "What was said, round by round",
  "shifts.colShift": "Shift",
  "shifts.none": "–",

  // A small card for other pages.
  "shifts.cardOne": "One to look at: {text}",
  "shifts.cardSame": "All about the same as on {first}. Weeks move most things a little by themselves.",
  "shifts.cardOpen": "See all of them",
} as const;
