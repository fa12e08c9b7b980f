/** Practices of kindness towards oneself, offered when the critic speaks: before an ask, after a no, on a low day. */

import type { PracticeContent } from "../shapes.ts";

// Programmes of several weeks that train kindness towards oneself have been tested (Ferrari et al. 2019,
// Mindfulness 10:1455–1473: 27 trials, publication bias possible). Single lines like these have not, so none of
// them says what it will do.
const practices = [
  {
    id: "practice-thank",
    title: "Thank the part that kept you safe",
    lines: [
      "Some part of you learned to manage alone.",
      "It had its reasons. It did a job that needed doing.",
      "You can thank it, even if you want something else now.",
    ],
    field: "Thank you for…",
    moments: ["before-ask", "carried-all"],
    covers: ["HSC-01", "HSC-02"],
  },
  {
    id: "practice-then-and-now",
    title: "What helped then, what it costs now",
    lines: [
      "Doing it alone may have kept you safe.",
      "The same rule may now keep you stuck.",
      "Both can be true. Admit it gently, as you would to someone you like.",
    ],
    field: "One thing the old rule costs me now",
    moments: ["carried-all", "low-day"],
    covers: ["HSC-03"],
  },
  {
    id: "practice-friend",
    title: "Say it as to a friend",
    lines: [
      "Think of someone you like, in the same spot as you today.",
      "What would you say to them, and in what voice?",
      "Now say the same to yourself, by name if you can.",
    ],
    field: "What I would say to a friend",
    moments: ["after-no", "after-silence", "after-let-down", "low-day"],
    covers: ["HSC-04"],
  },
  {
    id: "practice-harsh-voice",
    title: "Notice the harsh voice",
    lines: [
      "You think of asking, and a voice starts: weak, needy, too much.",
      "Don’t argue with it. Just notice its words, as if they came from the next room.",
      "It is a voice. It is not the news.",
    ],
    field: "Its words",
    moments: ["before-ask", "after-no"],
    covers: ["HSC-05", "HNP-08"],
  },
  {
    id: "practice-soften",
    title: "Soften the words",
    lines: [
      "Take the harsh sentence and keep what is true in it.",
      "“I’m useless” may become “this is hard for me today”.",
      "It need not be nice. One degree kinder is enough.",
    ],
    field: "The same, one degree kinder",
    moments: ["before-ask", "after-no", "after-let-down"],
    covers: ["HSC-06"],
  },
  {
    id: "practice-need",
    title: "What do I need now?",
    lines: [
      "“What is wrong with me?” has no good answer.",
      "Try two other questions. “What happened to me, that this makes sense?” No details: a nod is enough.",
      "Then: “What do I need now?” Rest, a person, food, an hour?",
    ],
    field: "What I need now",
    moments: ["after-silence", "after-let-down", "low-day"],
    covers: ["HSC-07"],
  },
  {
    id: "practice-not-broken",
    title: "Not broken",
    lines: [
      "Kindness first, criticism later, if at all.",
      "You are not broken. You guard something tender, and you learned to guard it well.",
      "Put a hand where it feels tight, if that suits you.",
    ],
    field: null,
    moments: ["after-no", "after-let-down", "low-day"],
    covers: ["HSC-08"],
  },
  {
    id: "practice-keep",
    title: "Keep what you are good at",
    lines: [
      "You find a way when there seems to be none. You see things through.",
      "You may be proud of that. Nobody asks you to give it up.",
      "Asking is one more tool beside it.",
    ],
    field: "Something I am good at and keep",
    moments: ["before-ask", "carried-all"],
    covers: ["HSC-09"],
  },
  {
    id: "practice-put-down",
    title: "You don’t have to carry it all",
    lines: [
      "Count what you hold today. Don’t judge it.",
      "You don’t have to carry it all, and not all of it alone.",
      "One thing may wait, go to someone else, or be dropped.",
    ],
    field: "One thing I could put down",
    moments: ["carried-all", "low-day", "after-silence"],
    covers: ["SCR-13", "HLB-03"],
  },
] as const satisfies readonly PracticeContent[];

/** The practices; which one is shown depends on `moments`, first come first shown. */
export const practiceCatalogue: readonly PracticeContent[] = practices;
