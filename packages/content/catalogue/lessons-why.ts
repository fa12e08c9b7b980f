/** The learn cards on how the habit may come about, and what body and past have to do with it. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

// Much that is said elsewhere about bodies and early years is said too firmly. These cards name the idea,
// then what stands behind it, then what is not known.
/** Mechanisms and origins, hedged; order inside a moment is the order of showing. */
export const lessonsWhy = [
  {
    id: "lesson-old-hurt",
    moment: "origins",
    title: "Does it come from old hurt?",
    minutes: 1,
    opening: [
      "Sometimes. Doing it all alone is one common way people adapt to help that wasn’t there. Where a home was harsh, or someone trusted turned on you, needing nobody is a fair answer. You made yourself some safety in a world that felt unsafe.",
      "It can also come from elsewhere. Culture, nature, money, moving country, caring for others, or being treated unfairly can all teach it. So can people who really were unreliable.",
    ],
    claims: [
      {
        text: "Over 55 studies with 4,792 children, those who had been badly treated were far less secure with the people who cared for them.",
        ...from.cyr,
      },
    ],
    closing: [
      "What this doesn’t say: that doing things alone shows you were hurt. You can’t read a past off a habit, and nobody else can. No study we know of settles how often it begins that way.",
      "If roots go deep, or old things come up and are too much, a trained person beside you is worth having. This is not work to do alone.",
      "One thing to do with it: ask what you need now. You can answer that without knowing where it began.",
    ],
    question: "Is it a trauma response?",
    covers: ["DEF-15", "MEC-15", "DIS-05", "ORI-07", "ORI-10", "ORI-11"],
  },
  {
    id: "lesson-keeping-distance",
    moment: "origins",
    title: "The word for keeping a distance",
    minutes: 1,
    opening: [
      "Research on close bonds has a word for keeping others at a distance: avoidance. It comes by degrees, and everyone has some. Doing it all alone overlaps with it, and is not the same.",
      "The idea goes like this. A child cries or voices a worry. Comfort comes now and then, or not at all, or is waved away. The child learns that asking leads to disappointment. It stops showing the wish, and keeps away. That protects.",
    ],
    claims: [
      {
        text: "In 224 studies with 79,722 people, more avoidance went with somewhat worse mental health. That is a link. It doesn’t show which comes first.",
        ...from.zhang,
      },
      { text: "The bond a child has early is only weakly stable. Change is common.", ...from.opie },
      {
        text: "In 36 studies of 3,158 people in therapy, avoidance itself made almost no difference to how well it worked.",
        ...from.levy,
      },
    ],
    closing: [
      "So this is no life sentence. Nor can an app tell you your style.",
      "One thing to do with it: think of one person with whom you keep less distance. What do they do that helps?",
    ],
    question: "Is it avoidant attachment?",
    covers: ["DEF-17", "MEC-01", "MEC-02", "ORI-01", "ORI-02", "ORI-03", "ORI-04", "ORI-05"],
  },
  {
    id: "lesson-reliable-too-soon",
    moment: "origins",
    title: "The reliable one, too soon",
    minutes: 1,
    opening: [
      "Some children become the reliable one before they are ready. They look after a brother or sister, a sick adult, the mood of a whole house. Someone has to, and they can.",
      "In other homes nobody asks for help, ever. It isn’t done.",
      "One idea is that this leaves a mistrust: if I let go, no one holds it. And each time doing it alone did work, the rule grew firmer. That is how a sensible habit turns into the only one.",
    ],
    claims: [{ text: "What a bond is like early on says only a little about later ones.", ...from.opie }],
    closing: [
      "The idea fits what many tell. We know of no study that shows it for people who carry everything alone, so take it as a guess.",
      "None of this needs someone to blame. People may have done what they could, and you may still have got too little.",
      "One thing to do with it: name one thing that you hold because nobody else did then. Is anybody there now who could?",
    ],
    covers: ["MEC-13", "ORI-06", "ORI-13", "ORI-16", "ORI-17"],
  },
  {
    id: "lesson-no-duty-to-tell",
    moment: "origins",
    title: "What you don’t have to do",
    minutes: 1,
    opening: [
      "You don’t have to tell anyone what happened, and you don’t have to forgive. You can learn to ask for a lift without either.",
      "If you do want to tell, the listener matters more than the telling. Start with something small, far from the worst of it, and see what they do with it.",
    ],
    claims: [
      { text: "When people react badly to such news, it does harm.", ...from.ullman },
      { text: "How telling turns out depends on who hears it.", ...from.chaudoir },
      {
        text: "Writing about hard things helps a little on average: over 146 trials the effect was very small. Mood is often worse at first.",
        ...from.frattaroli,
      },
    ],
    closing: [
      "If you try writing, keep it short, stop when you like, and have something easy planned for after.",
      "If you are in danger now, in fresh grief, or get pulled back into scenes from then, leave it be. Talk with someone trained.",
      "One thing to do with it: decide what stays yours. You may keep it, and still accept a hand with other things.",
    ],
    question: "Do I have to forgive, or tell anyone about the past?",
    covers: ["HMV-01", "DIS-05"],
  },
  {
    id: "lesson-body-alarm",
    moment: "pause",
    title: "When the body sounds the alarm",
    minutes: 1,
    opening: [
      "You think about asking, and your chest goes tight. Your body can treat a small ask like a threat. Picture an alarm that would rather ring too often than let you be caught off guard.",
      "One much quoted account is called polyvagal theory. It says that nerves sort the world into safe and unsafe, and that reaching out can read as danger.",
    ],
    claims: [
      {
        text: "One review took its basic claims about nerves and evolution one by one, and doubted them.",
        ...from.grossman2023,
      },
      {
        text: "Thirty-nine experts called its account of nerves and evolution “untenable”. Its author answered in the same issue.",
        ...from.grossman2026,
      },
    ],
    closing: [
      "So the theory is contested. The tight chest is real all the same, and you don’t need a theory to work with it.",
      "An alarm says “look”. It doesn’t say what is there. There may be danger now: then trust it and keep away. Or it may be an old sound.",
      "One thing to do with it: ask which it is, look round the room, and then decide.",
    ],
    question: "What about polyvagal theory?",
    covers: ["MEC-03", "MEC-06"],
  },
  {
    id: "lesson-slow-breath",
    moment: "pause",
    title: "What slow breathing does",
    minutes: 1,
    opening: [
      "A slow breath is the one handle on the alarm that you carry with you. Here is what it can do, and what it can’t.",
    ],
    claims: [
      {
        text: "Over 223 studies, slow breathing changed how the heart beats in the direction of rest: during it, after one go, and with practice. Unwanted effects were few.",
        ...from.laborde,
      },
      {
        text: "Over 31 studies with 1,133 people, the heart calmed a little. For bad feelings the gain was not clear: it may have been chance.",
        ...from.shao,
      },
    ],
    closing: [
      "So it may settle the body. Don’t count on it to take the fear away. You can also ask with the fear there.",
      "At first the alarm feels like something that happens to you. With practice it may get quieter, and you get quicker at telling it from danger.",
      "If breathing feels worse, look around, press your feet down, or stop.",
      "One thing to do with it: three slow breaths before you write, and then one plain line.",
    ],
    covers: ["MEC-07"],
  },
  {
    id: "lesson-stress-body",
    moment: "carried-all",
    title: "Stress, and what it isn’t",
    minutes: 1,
    opening: [
      "You may have read what doing it all alone does to the body. It is said to raise the stress hormone cortisol and keep the alarm on day and night. It is said to wear down the defences against illness.",
      "That is told as settled. It isn’t.",
    ],
    claims: [
      {
        text: "Long stress and cortisol: some studies find more of it, some less. The findings are mixed in direction.",
        ...from.miller,
      },
    ],
    closing: [
      "There is no direct evidence that self-reliance raises cortisol or harms the system behind it. We know of none, either, for an effect on immune defences or on how often you fall ill. It may be so. It may not.",
      "What you can go by is nearer: how you sleep, how tired you are, what aches, how short your fuse is. If your body worries you, ask a doctor. Don’t put it down to a habit.",
      "One thing to do with it: name one thing on your plate that would let you sleep sooner if it were gone. Could someone take a corner of it?",
    ],
    question: "Is it bad for my health?",
    covers: ["MEC-04", "MEC-05", "CST-02", "CST-06"],
  },
  {
    id: "lesson-what-did-not-happen",
    moment: "evidence",
    title: "What didn’t happen",
    minutes: 1,
    opening: [
      "A fear says: if I ask, this will follow. After a while you have a row of asks, and you can look. Did it follow?",
      "It is easy to skip this part. A thing that did not happen makes no noise.",
    ],
    claims: [
      {
        text: "An expert review says that facing a fear works by surprise. You say what you expect, try it, and look. Feeling calm is not the aim.",
        ...from.craske,
      },
    ],
    closing: [
      "That is the view of experts, drawn from work on fears at large. Leaning on people was not its subject.",
      "It suggests small doses: ask, receive, see that no catastrophe came, and do it again with someone else. If one does come, it belongs in the record too.",
      "One thing to do with it: take your last ask. Write what you had feared, and next to it what you saw.",
    ],
    covers: ["MEC-12", "HMV-04", "HNP-09"],
  },
] as const satisfies readonly LessonContent[];
