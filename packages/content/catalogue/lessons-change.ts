/** The learn cards on change: whether it comes, what helps, who can help, and how to stop needing this. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

/** Change, kindness and care, with their limits; order inside a moment is the order of showing. */
export const lessonsChange = [
  {
    id: "lesson-can-it-change",
    moment: "shifts",
    title: "Can it change?",
    minutes: 1,
    opening: [
      "It is no illness, so there is nothing to be rid of. It is something learned, and what was learned can be practised differently. Practise until it feels less strange.",
      "At first the alarm seems to come whatever you do. It may never go quite silent. But it may come later, and softer, and leave sooner.",
    ],
    claims: [
      { text: "The bond a child has early is only weakly stable. Change is common.", ...from.opie },
      {
        text: "An expert review says how facing a fear works: test what you expect, in varied places, without the things you do to feel safe.",
        ...from.craske,
      },
      {
        text: "In 36 studies of 3,158 people in therapy, growing more secure with others went along with feeling better.",
        ...from.levy,
      },
    ],
    closing: [
      "None of these was about people who carry everything alone. So it is a fair hope, and no more.",
      "It is slow, and more a journey than a sprint. You keep what the habit gave you.",
      "One thing to do with it: pick one small thing that would have been out of the question a year ago.",
    ],
    question: "Can it be unlearned?",
    covers: ["DEF-14", "MEC-07", "HMV-02"],
  },
  {
    id: "lesson-noticing-shifts",
    moment: "shifts",
    title: "Noticing a shift",
    minutes: 1,
    opening: [
      "Change here is quiet. You take the offered chair. You say “not today” without three reasons. You are tired, and someone knows it.",
      "It is easy to miss, because what you do easily no longer looks like much. That is why the same questions come back each month.",
    ],
    claims: [
      {
        text: "In a study of self-help on the web, half the people were gone after one week. Those who got nothing special improved too.",
        ...from.woodworth,
      },
    ],
    closing: [
      "So some change comes by itself, and small moves up and down may be noise. Don’t thank the app for it. And don’t blame yourself when a month goes the other way.",
      "One thing to do with it: name one shift you noticed in yourself. Then ask someone who knows you whether they noticed one.",
    ],
    covers: ["HNP-11"],
  },
  {
    id: "lesson-kind-words",
    moment: "critic",
    title: "Why kindness comes first",
    minutes: 1,
    opening: [
      "You think of asking, and a voice says: pull yourself together. It means to keep you safe, and it talks like a drill sergeant.",
      "Being kind to yourself is treated by some as the ground the rest stands on. Here is what is known of it.",
    ],
    claims: [
      {
        text: "In 27 trials, programmes that teach kindness to oneself left people with less stress, low mood, worry and self-criticism. Studies that found nothing may be missing. Groups did better.",
        ...from.ferrari,
      },
    ],
    closing: [
      "Those were whole programmes, not one card. Whether they make it easier to ask is not known.",
      "If kind words feel false, try fair ones. “This is hard, and I am doing it” is enough.",
      "One thing to do with it: take the harsh line, and say it as you would to a friend in the same spot. Keep what is true. Drop the tone.",
    ],
    covers: ["MEC-08"],
  },
  {
    id: "lesson-kinds-of-therapy",
    moment: "care",
    title: "Which kind of therapy?",
    minutes: 2,
    opening: [
      "As far as we know, no kind was tested for carrying everything alone. So the question is what you want from it.",
      "Some kinds look at close bonds. Some test beliefs by trying things out. Some work with parts of you, or with the body. EMDR and kinds that go back to what happened are meant for bad memories that come back. Groups give you people who know it from inside. The list under Care says for each what it does and how well it is tested.",
      "In each of them there is a person who is there to be leaned on, at a set hour. That can be a good place to practise.",
    ],
    claims: [
      {
        text: "In 36 studies of 3,158 people, those secure with others did better in therapy. Avoidance itself made almost no difference.",
        ...from.levy,
      },
      {
        text: "For low mood, web courses with a guide did only a little better than those without. After six months there was no difference. Mild cases gained little from the guide.",
        ...from.karyotaki,
      },
    ],
    closing: [
      "What this doesn’t say: that you need therapy, or that an app can stand in for it. If the roots go deep, or daily life suffers, see a professional.",
      "One thing to do with it: ask a therapist how they work with people who find it hard to ask.",
    ],
    question: "Which kind of therapy is it for?",
    covers: ["DIS-05"],
  },
  {
    id: "lesson-look-back",
    moment: "look-back",
    title: "Leaving on purpose",
    minutes: 1,
    opening: [
      "You may not need this much longer. That is the idea. It was meant to lead you out, and it should say less as you do more.",
      "Before you go, look at what stays. You can still stand alone, and you are good at it. You also know some people and some words for the other days.",
    ],
    claims: [
      {
        text: "Of 93 apps for mental health, the middle one still had 3.3 percent of its users after 30 days.",
        ...from.baumel,
      },
    ],
    closing: [
      "So leaving an app is what people do. It says nothing about you. What counts is what goes on without it.",
      "Resourceful, stubborn, calm in a storm: keep all of that. It was never the problem. Strength can be giving, and it can be receiving.",
      "One thing to do with it: write down whom you would ask first, next time, and with which words.",
    ],
    covers: ["HSC-09", "HRF-05"],
  },
] as const satisfies readonly LessonContent[];
