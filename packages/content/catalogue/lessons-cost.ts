/** The learn cards on what carrying everything alone may cost, and what company may be worth. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

// Links are told as links. Nothing here says that the habit brings an illness on: no such study is known.
/** Costs, each with what is not known; order inside a moment is the order of showing. */
export const lessonsCost = [
  {
    id: "lesson-what-it-costs",
    moment: "carried-all",
    title: "What it may cost",
    minutes: 1,
    opening: [
      "You carried all of it again. It works, or you would have stopped. So it is fair to look at the price as well.",
      "What people report is being tired to the bone, and then burnt out. Worry that doesn’t switch off. Low days. A sense of worth that rises and falls with what got done.",
    ],
    claims: [
      {
        text: "In 224 studies with 79,722 people, keeping others at a distance went with somewhat worse mental health. It also went with somewhat less of the good side of it.",
        ...from.zhang,
      },
    ],
    closing: [
      "That is a link. Distance may make things worse. Feeling worse may make people keep a distance. Or a third thing does both. And keeping a distance is not the same as carrying a lot.",
      "For burnout, anxiety, depression and self-esteem alike: nobody has shown that this habit brings them on. If you have one of them, it deserves care for its own sake.",
      "One thing to do with it: write your own bill. What did this week’s load cost you, in hours or in sleep?",
    ],
    question: "What does it cost?",
    covers: ["CST-01", "CST-02", "CST-03", "CST-04", "CST-05"],
  },
  {
    id: "lesson-low-day",
    moment: "low-day",
    title: "On a low day",
    minutes: 1,
    opening: [
      "Today the tank is low. This is not the day to prove anything. Rest counts, and so does the smallest thing: a message with nothing in it to answer, a cup of tea in the same room as someone.",
      "Low days can also tell you that you are worthless unless you are useful. That is the day talking.",
    ],
    claims: [
      {
        text: "Keeping others at a distance goes with somewhat worse mental health, in 224 studies. Which leads to which is not known.",
        ...from.zhang,
      },
    ],
    closing: [
      "You don’t have to do the mending alone either. A friend, a group, a doctor, a therapist: any of them counts as company.",
      "If low days come in a row, or nothing feels good any more, tell a doctor. It may be depression, and an app is no stand-in for care. If things go back a long way, a professional is worth having.",
      "If you think of ending your life, open Help now.",
      "One thing to do with it: tell one person “today is a low one”. Nothing more is needed.",
    ],
    covers: ["CST-04", "HRF-09", "DIS-05"],
  },
  {
    id: "lesson-the-wall",
    moment: "before-bewith",
    title: "What a wall also keeps out",
    minutes: 1,
    opening: [
      "A wall is there to stop you being hurt and left. The odd thing is what else it can do. Nobody gets near, talk stays light, and you end up as alone as you feared. You can be lonely in a full room, or next to someone you love.",
      "It can close off more than comfort. Trust, closeness, working on something together, learning from someone: they all need a gap in it.",
    ],
    claims: [
      {
        text: "Across several experiments, deeper talk was less awkward and brought people closer than they had expected. They had expected others to care less. With close others they guessed better.",
        ...from.kardas,
      },
    ],
    closing: [
      "What this doesn’t say: that every talk goes well, or that depth suits every person.",
      "Being with someone doesn’t need words, either. Sitting side by side is a start, and you need not entertain them.",
      "One thing to do with it: spend ten minutes near someone you like, with nothing to show and nothing to fix.",
    ],
    covers: ["CST-07", "CST-08", "CST-10", "CST-12", "CST-13"],
  },
  {
    id: "lesson-one-or-two",
    moment: "circle",
    title: "One or two is enough",
    minutes: 1,
    opening: [
      "You don’t need a crowd. One or two people you trust are a real circle, and one of them may be paid for it.",
      "You may read that such people protect your health. Here is what that rests on.",
    ],
    claims: [
      {
        text: "In 148 studies with 308,849 people, those with stronger bonds were more likely to be alive at the end. Their odds were about one and a half times as high.",
        ...from.holtLunstad2010,
      },
      {
        text: "Being isolated, feeling lonely and living alone each went with higher odds of death, by about a quarter to a third.",
        ...from.holtLunstad2015,
      },
    ],
    closing: [
      "These people were observed, not tested. Those in good health may also find it easier to keep friends. And no one knows the right number of people.",
      "So treat it as a reason to look after one or two bonds, not as a reason to worry about being on your own.",
      "One thing to do with it: who, in the last year, did what they said they would? Put that name near the middle.",
    ],
    covers: ["MEC-11", "CST-07"],
  },
  {
    id: "lesson-resentment",
    moment: "resentment",
    title: "They should have noticed",
    minutes: 1,
    opening: [
      "You do a lot, nobody says a word, and something sour builds up. They must see it. They sit there.",
      "Resentment is worth hearing. It can mean the load is unfair, and then the load should move. Handing over unfair work is fairness. It needs no soft talk.",
      "It can also mean that nobody knows. You have made it look easy. People can’t support what they don’t know about.",
    ],
    claims: [
      {
        text: "In six experiments, people in need guessed too low how willing others were to help.",
        ...from.zhao,
      },
    ],
    closing: [
      "What this doesn’t say: that yours are willing. Some people see it very well and let you carry it. Then you have learned something about them.",
      "A test that nobody knows of can’t be passed. If you are waiting for someone to notice, tell them once, in plain words, and see.",
      "One thing to do with it: choose one task. Say who should do it from now on, and say it to them.",
    ],
    covers: ["CST-11", "HCM-01"],
  },
] as const satisfies readonly LessonContent[];
