/** The learn cards for what comes after an ask, and for people who are not safe or not there. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

// A refusal, a silence and poor help are told as plainly as a yes. Guarding oneself counts as good judgement.
/** After the act, and about the other person; order inside a moment is the order of showing. */
export const lessonsAfter = [
  {
    id: "lesson-what-a-yes-gives",
    moment: "after-yes",
    title: "What a yes gives them",
    minutes: 1,
    opening: [
      "They said yes. You may want to pay it back before the day is out. Wait a little.",
      "Being asked can be a gift. It says: I trust you, you matter, there is something here that you can do. Letting someone in can make more of a bond, and no less of you.",
    ],
    claims: [
      {
        text: "In six experiments with over 2,000 people, helpers were more willing and happier to help than those in need had guessed.",
        ...from.zhao,
      },
      { text: "Many studies put together: we tend to like those who open up to us.", ...from.collins },
    ],
    closing: [
      "What this doesn’t say: that this yes was a glad one. A person can say yes from duty. If you want to know, make the next no easy for them.",
      "One thing to do with it: stay with it for a minute. Someone took a corner. What is that like, in your shoulders, in your breath? Let yourself feel it before you go on.",
    ],
    covers: ["HRF-02", "HRF-04", "HMV-05"],
  },
  {
    id: "lesson-a-no",
    moment: "after-no",
    title: "What a no can tell you",
    minutes: 1,
    opening: [
      "A no can hurt more than the thing was worth. Let it hurt for a bit.",
      "If it was something they owed you, it should have been met. That comes first, before any kinder way to see it.",
      "If not, it may tell you about the day, the ask or the person. You often can’t know which from one.",
    ],
    claims: [
      {
        text: "Over more than 14,000 requests to strangers, people guessed 48 percent too low how many would agree. For some kinds of asks it was the other way round.",
        ...from.bohns,
      },
    ],
    closing: [
      "Those were strangers. And sometimes your forecast of a no is right. Disappointment is a price of getting near people, and not a small one. It is no verdict on what you are worth.",
      "A no that was said out loud is also useful. This person’s yes will mean something.",
      "One thing to do with it: leave it for a day. Then ask someone else, or the same person for something smaller.",
    ],
    covers: ["HMV-07"],
  },
  {
    id: "lesson-silence",
    moment: "after-silence",
    title: "When nothing comes back",
    minutes: 1,
    opening: [
      "You asked, and nothing came. The mind fills a silence with the worst it knows. But silence says very little. It can be a full day, a lost message, not knowing what to say, or a no that found no words.",
      "You had decided beforehand what you would do. Now do that.",
    ],
    claims: [
      {
        text: "Strangers asked by e-mail agreed less often than strangers asked face to face.",
        ...from.roghanizad,
      },
    ],
    closing: [
      "Those were strangers and e-mails, so it says little about your friend. It does suggest that the way of asking can matter, and not only you.",
      "One more go is fine: shorter, and out loud if you can. If that goes nowhere as well, take it as an answer about this ask, and be disappointed if you are.",
      "One thing to do with it: “I asked you on Monday about Friday. If it doesn’t work, tell me and I’ll look elsewhere.”",
    ],
    covers: ["HMV-07"],
  },
  {
    id: "lesson-half-hearted-help",
    moment: "after-let-down",
    title: "When help made it worse",
    minutes: 2,
    opening: [
      "They said yes, and then came late, or sighed, or did half of it while you watched. You would have been quicker alone. It is no wonder if you swear off asking.",
      "Something like this has been seen in couples.",
    ],
    claims: [
      {
        text: "In studies with 298 couples, partners who keep a distance took a little or middling practical help worse than others. They took a lot of it better. Half-hearted, visible help can backfire.",
        ...from.girme,
      },
    ],
    closing: [
      "These were couples, and help with tasks. A friend or a lift may be different.",
      "If it holds for you, small help is not always the safe start. What may suit you more: one whole job, given to one person, with nobody standing by. And a person who means it.",
      "If they failed a duty, it should have been met. Say so if it is safe, or take the next ask elsewhere.",
      "Being let down is a risk that comes with getting near people. One bad time counts as one.",
      "One thing to do with it: what would help have had to look like? Ask for that shape next time.",
    ],
    question: "Why did help feel worse than none?",
    covers: ["HMV-07"],
  },
  {
    id: "lesson-courage",
    moment: "after-share",
    title: "Weak, or brave?",
    minutes: 1,
    opening: [
      "You said something true. Perhaps you now want it back. That happens.",
      "Try the other word. If it had been weak, it would have been easy. Showing a struggle when you can’t know how it will be taken is nearer to courage. So is working on any of this.",
      "A well-known idea, made popular by Brené Brown, says that sharing a struggle is what bonds are made of. One person goes first, and it opens the door for the other to lean as well.",
    ],
    claims: [
      {
        text: "We tend to like those to whom we have opened up. In daily life the effect is smaller.",
        ...from.collins,
      },
      { text: "How telling turns out depends on the person who hears it.", ...from.chaudoir },
    ],
    closing: [
      "Brown’s work rests on interviews. Keep it as an idea, not as proof.",
      "If it was met badly, you were not wrong to be honest. You learned who this is not for.",
      "One thing to do with it: wait a day before you explain it away. What did they do, in fact?",
    ],
    question: "Isn’t it weak to show it?",
    covers: ["MEC-10", "MEC-14", "HCH-05", "HRF-08", "HRF-12"],
  },
  {
    id: "lesson-alone-by-choice",
    moment: "after-alone",
    title: "Alone, by choice",
    minutes: 1,
    opening: [
      "You did it on your own. That may have been the better choice. Some things are quicker alone, or more fun, or nobody else’s business. Some help isn’t worth its price.",
      "What matters is that there was a choice. “I could have asked, and I didn’t want to” is freedom. “I could not have asked” is something else.",
    ],
    claims: [
      {
        text: "Half-hearted, visible help can backfire. In studies with 298 couples it did so for partners who keep a distance.",
        ...from.girme,
      },
    ],
    closing: [
      "So the aim is not more asks. It is knowing when to stand alone and when to reach out.",
      "One thing to do with it: look back after a day. Are you glad you did it alone, or do you wish you had asked? Note the answer. In time it tells you more than any rule.",
    ],
    covers: ["DEF-09", "HRF-05"],
  },
  {
    id: "lesson-unsafe-people",
    moment: "person",
    title: "When the person is the problem",
    minutes: 1,
    opening: [
      "Some people hurt, mock or control. Some listen well, and use it later. With them, keeping things to yourself is good judgement. Nothing here asks you to open up to someone like that.",
      "Three questions. Has this person hurt, threatened, mocked or controlled you? Have they used what you told them? Would it be risky if they knew? One yes is enough to stop.",
      "Think of money, papers, work and children too. Help can be used to bind you.",
    ],
    claims: [{ text: "When people react badly to what they are told, it does harm.", ...from.ullman }],
    closing: [
      "So choose the person before you choose the words.",
      "If you no longer trust your own choice, go by what they do: with small things, over time. Do they keep a small secret? Do they take a small no? That is how trust in your own eye comes back.",
      "You owe no one a talk about it. If someone frightens you, Help now has lines for that.",
      "One thing to do with it: think of one person and one small thing that you have seen them keep.",
    ],
    question: "What if the person isn’t safe?",
    covers: ["HSN-07"],
  },
  {
    id: "lesson-really-unreliable",
    moment: "no-one-yet",
    title: "When they really are unreliable",
    minutes: 2,
    opening: [
      "Then you are not imagining it. You relied on someone, and they let you down or left. Perhaps it was many times over, at home and then again in love. Not asking those people is good sense.",
      "The old rule goes one step further. It says that everyone is like that. The people you know are a small sample, and you did not pick all of them.",
    ],
    claims: [
      {
        text: "Over more than 14,000 requests to strangers, people guessed 48 percent too low how many would agree. For some kinds of asks it was the other way round.",
        ...from.bohns,
      },
    ],
    closing: [
      "What this doesn’t say: that strangers are friends, or that yours would come round. Agreeing once is a small thing, and it was those asks, not yours.",
      "It does leave room for new people: a group, a class, a neighbour, a helpline, a therapist. You can start where little is at stake, and watch who keeps their word. That rebuilds your trust in your own choice as well.",
      "One thing to do with it: ask a stranger for something tiny this week. The time, the way, the salt.",
    ],
    question: "What if the people around me really are unreliable?",
    covers: ["HSN-07", "ORI-08", "ORI-09", "ORI-12"],
  },
] as const satisfies readonly LessonContent[];
