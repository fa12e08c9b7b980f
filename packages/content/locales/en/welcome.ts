/** Words of the first visit: the load first, then what this is and is not. */
export const welcome = {
  "welcome.question": "What are you carrying that someone else could take a corner of?",
  "welcome.lead": "One thing is enough, however small. Nobody reads it but you.",
  "welcome.carrying": "In your own words",
  "welcome.next": "Go on",
  "welcome.skip": "Nothing I can name",
  "welcome.elsewhere": "I have this on another device, or my twelve words",
  "welcome.passing": "Keep nothing of this visit",
  "welcome.device":
    "If someone checks this phone or computer, use one they can’t get at. This page stays in the browser’s history.",
  "welcome.notesTitle": "Before you begin",
  "welcome.noteSelf": "This is self-help",
  "welcome.noteSelfMore":
    "Not therapy, no diagnosis, no one at the other end. You choose every step, and stopping is always fine.",
  "welcome.noteAlone": "Nobody is alerted",
  "welcome.noteAloneMore":
    "Whatever you write, no one sees it and no one will come. If you are in danger or thinking about dying, Help is at the top of every page.",
  "welcome.noteKept": "It stays on this device",
  "welcome.noteKeptMore":
    "Encrypted, without an account. Until you set a lock in Mine, whoever can use this browser can open this page and read it.",
  "welcome.noteJudge": "Not everyone is worth asking",
  "welcome.noteJudgeMore":
    "Keeping away from someone who hurts or controls you is good judgement. You will be asked about that before anything goes to a person.",
  "welcome.begin": "I’m 18 or over. Begin",
  "welcome.young": "I’m under 18",
  "welcome.youngTitle": "This was made for adults",
  "welcome.youngText":
    "So it isn’t the right thing for you yet. What you carry still deserves a second pair of hands: a teacher, a school nurse, a doctor, or one of the lines under Help. They know how to listen to people your age.",
  "welcome.youngHelp": "See the lines",
} as const;
