/** The learn cards for the minutes before an ask, an acceptance, a hand-over or an honest word. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

// Numbers come with what they were counted on. The asks in studies were not this person’s, and each card says so.
/** Before the act, strand by strand; order inside a moment is the order of showing. */
export const lessonsAsking = [
  {
    id: "lesson-asks-go-better-than-guessed",
    moment: "before-ask",
    title: "What people expect of an ask, and what happens",
    minutes: 2,
    opening: [
      "Before you ask, your head makes a forecast. It is worth knowing how such forecasts do.",
      "Here is what was found when people guessed first and then asked.",
    ],
    claims: [
      {
        text: "People who were about to ask guessed too low how many would say yes to a direct request. In some studies the guess was off by as much as half.",
        ...from.flynn,
      },
      {
        text: "Over more than 14,000 requests to strangers, people guessed 48 percent too low how many would agree. For some kinds of asks it was the other way round.",
        ...from.bohns,
      },
      { text: "Asking strangers face to face worked better than asking them by e-mail.", ...from.roghanizad },
      {
        text: "In six experiments with over 2,000 people, those in need guessed too low how willing helpers were and how glad helpers felt. They guessed too high how much trouble it was.",
        ...from.zhao,
      },
    ],
    closing: [
      "What this doesn’t say: that your ask will be met. The asks in studies were not yours. You choose whom you ask and for what, so yours may turn out differently, in either direction.",
      "A yes is not yet gladness. Leave room for a no.",
      "Some asks get a no. If it was something they owed you, it should have been met. If not, the no may tell you about the day, the ask or the person. It is no verdict on what you are worth.",
      "One thing to do with it: put your own guess down before you ask. Then you will know how your forecasts do.",
    ],
    covers: ["HRF-02", "HMV-07"],
  },
  {
    id: "lesson-say-it-plainly",
    moment: "before-ask",
    title: "Say it plainly",
    minutes: 1,
    opening: [
      "People can’t support what they don’t know about. So the ask has to be seen as an ask.",
      "Three parts make it easy to answer. First, what is so for you, starting with I: “I am worn out.” Second, that asking is hard for you, if it is. That takes the pressure out, and lets them in on it. Third, one clear thing: what, when, for how long.",
      "Then stop. The soft ending is the trap: “but it’s nothing”, “I’ll sort it out”. It takes the need back before they can reply.",
    ],
    claims: [
      {
        text: "Asking strangers face to face worked better than asking them by e-mail.",
        ...from.roghanizad,
      },
    ],
    closing: [
      "Those were strangers, so with a friend a message may do as well. A message also gives them time to think, and you too.",
      "Plain is not rude. “Please” and “a no is fine” take nothing back.",
      "One thing to do with it: “I am worn out, and I find this hard to ask. Could you take the school run on Friday?” Put your own words in each part.",
    ],
    covers: ["HCM-01", "HCM-02", "HCM-03", "HCM-04", "HCM-05"],
  },
  {
    id: "lesson-why-small",
    moment: "before-ask",
    title: "Why start small",
    minutes: 1,
    opening: [
      "The first ask should not be the biggest thing you carry. Take something with low stakes, where a no would cost you little. Leave the deep things for later, or for a therapist.",
      "A small ask is a try-out, not a lesser ask. You find out how it feels, and what this person does with it. A few that went all right make the next one easier to dare.",
    ],
    claims: [
      {
        text: "An expert review advises to vary where and with whom you face a fear.",
        ...from.craske,
      },
      {
        text: "In 94 tests, people who fixed “if this happens, then I do that” acted on their plans more than others.",
        ...from.gollwitzer,
      },
    ],
    closing: [
      "Nobody has found the right number or pace, so yours counts. It is slow work, and it doesn’t go in a straight line.",
      "Vary it: a friend, your partner, family, someone at work. What you learn with one person doesn’t carry over to all the rest.",
      "One thing to do with it: make a plan with one “if”. “If she asks how I am, then I say one true thing.”",
    ],
    covers: ["HMV-01", "HMV-02", "HMV-06", "HMV-08"],
  },
  {
    id: "lesson-share-in-turns",
    moment: "before-share",
    title: "A little, in turns",
    minutes: 1,
    opening: [
      "You don’t have to pour it all out. Bonds tend to be built in turns. You say something small and true. They say something back. Next time it goes a little further, or it doesn’t.",
      "The turn is also how you find out. Share more as someone shows that they can be trusted with it, and no faster.",
    ],
    claims: [
      {
        text: "Strangers who asked each other more and more personal questions for 45 minutes felt closer than those who made small talk. Taking turns and going step by step made the difference.",
        ...from.aron,
      },
      {
        text: "Many studies put together: we like those who open up, and open up to those we like. In daily life the effect is smaller. It depends on fit and timing.",
        ...from.collins,
      },
    ],
    closing: [
      "What this doesn’t say: that opening up to anyone brings you closer. The person matters, and so does the hour.",
      "If they go quiet, change the subject or make a joke, that is a piece of knowledge. You have lost little.",
      "One thing to do with it: say one true thing about today, one size above “fine”. Then leave them room.",
    ],
    covers: ["MEC-09", "HMV-03"],
  },
  {
    id: "lesson-guilt",
    moment: "before-accept",
    title: "The guilt that comes with asking",
    minutes: 2,
    opening: [
      "Guilt says that you did something wrong. Here you didn’t. You had a need, and someone offered or you asked.",
      "It may be an old rule that speaks. Some people were made to feel like a burden as children. Some were given too much to look after, too soon, and learned that their part is to give. And some were taught that a debt must be paid by nightfall.",
      "You don’t need to know which. You can feel guilty, and still let the coffee be paid for.",
    ],
    claims: [
      {
        text: "In six experiments, those in need guessed too high how much trouble they were, and too low how glad helpers felt.",
        ...from.zhao,
      },
    ],
    closing: [
      "What this doesn’t say: that no one minds. It is fair to ask “is it still all right?”, and to believe the answer. Asking that three times is not fair to them.",
      "Sometimes guilt is right: you ask a lot of one person, or it is their turn. Then thank them, and turn to someone else next.",
      "One thing to do with it: accept one small thing this week, and don’t pay it back for a day.",
    ],
    question: "Why do I feel guilty when I ask?",
    covers: ["DEF-16", "ORI-14", "ORI-15"],
  },
  {
    id: "lesson-dependent",
    moment: "before-accept",
    title: "Leaning is not falling",
    minutes: 2,
    opening: [
      "Not wanting to depend on people is a fair worry. But look at what is being asked: one lift, one hour, one honest line. You stay the person who decides.",
      "Being helpless means you can’t do it without them. Leaning means you could, and today you don’t have to. “I can do this alone” and “I could use a hand” can both be yours. The skill is knowing which one the day calls for.",
      "Letting people in is not giving up control. You still say what, when and how much. You are also excused from being the hero each time.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. We know of no study on whether people who carry everything alone come to lean too much.",
      "Do watch one thing: some help comes with strings. If a person uses it to steer you, that is a reason to stop taking it from them.",
      "It goes both ways in a good bond. You give on some days and receive on others, and no one keeps the books.",
      "One thing to do with it: choose one job you keep, and one you share.",
    ],
    question: "Won’t I become dependent?",
    covers: ["HRF-05", "HRF-06", "HSN-06"],
  },
  {
    id: "lesson-handing-over",
    moment: "before-handover",
    title: "Letting it be done differently",
    minutes: 2,
    opening: [
      "The hard part of handing over comes after the yes. They do it later than you, or in another way, and your hands itch.",
      "Sharing a load is a practice like any other. You get better at it by doing it badly for a while. So do they.",
      "It helps to settle one thing beforehand: what is good enough? If the bins are out before eight, it is done. How they got there is theirs.",
    ],
    claims: [
      {
        text: "A newer set of 642 tests found that “if this, then that” plans help people act. They help more when truly put as if and then, when you want to, and when you rehearse them.",
        ...from.sheeran,
      },
    ],
    closing: [
      "Those plans were about all sorts of aims, so how much they do for letting go is not known.",
      "Some things should stay with you. Others are only used to you.",
      "One thing to do with it: you may ask, and you may let go. Finish the line “If I want to step in, then I will…” before you hand it over. A walk round the block is a good ending.",
    ],
    covers: ["HLB-02", "HLB-04", "HRF-06"],
  },
  {
    id: "lesson-saying-no",
    moment: "load",
    title: "You may put some of it down",
    minutes: 1,
    opening: [
      "You don’t have to carry it all. That sounds simple, and every piece has a reason to be in your arms. So take one at a time: keep, share, hand over, drop, or say no before it lands.",
      "Saying no is allowed. It needs no illness and no better plan. “I can’t take that on this month” is a whole answer. Asking is allowed as well, and so is asking before you are at the end of your strength.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. In some jobs and some homes a no has a price, and you know yours best. Where it isn’t safe to refuse, that comes first.",
      "A no to one thing is room for another. Say it early, say it once, and leave out the long excuse.",
      "One thing to do with it: pick the lightest thing in your arms. It is the easiest to put down.",
    ],
    covers: ["HLB-01", "HLB-02", "HLB-03"],
  },
] as const satisfies readonly LessonContent[];
