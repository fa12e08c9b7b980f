/** The learn cards on what the habit is, where the line may be, and what it is not. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

/** Definitions and questions about the habit itself; order inside a moment is the order of showing. */
export const lessonsWhat = [
  {
    id: "lesson-two-kinds",
    moment: "signs",
    title: "Two kinds of doing it yourself",
    minutes: 2,
    opening: [
      "Paying your bills, running your day, fixing what breaks: that is plain independence. It is part of being grown up, and worth keeping.",
      "The other kind looks the same from far off. You are going under, and still you don’t ask, don’t hand over and don’t take what is offered. It is self-reliance taken to the extreme. It keeps life going, and you may pay for it on the inside.",
      "One way to tell them apart: with the first, you choose. With the second, you have to. It feels like a rule, or like the only way to stay safe.",
      "You can be able and still be close to people. The rigid kind makes you pick one.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. No test draws this line, and no card can tell you which side you are on.",
      "One thing to do with it: think of the last thing you did alone. Could you have done it with someone, had you wanted to? If so, it was a choice. If the thought alone makes you tense, note that.",
    ],
    question: "What is hyper-independence?",
    covers: ["DEF-02", "DEF-03", "DEF-07", "DEF-08", "DEF-09"],
  },
  {
    id: "lesson-where-the-line-is",
    moment: "signs",
    title: "Where the line might be",
    minutes: 1,
    opening: [
      "There is no day on which self-reliance turns into too much. There are signs, and the first is weight. When leaning on no one feels more like a burden than a strength, you may be over the line.",
      "A second sign is that it is stiff. Every offer gets the same answer, on good days and bad. You didn’t decide it. Fear got there first: of loss, of hurt, of losing control.",
      "A third is the badge. You wear it with honour that you need no one. In time the badge may leave you on your own.",
      "A fourth is damage. Sleep, meals, health or people go, so that nobody has to be asked. That can’t be kept up for ever.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. People also carry things alone because nobody is there, because help costs money, or because asking isn’t safe. That says something about the place, not about you.",
      "One thing to do with it: pick the sign that fits best, and name one thing it cost you this month.",
    ],
    question: "When does it become too much?",
    covers: ["DEF-05", "DEF-06", "DEF-10", "DEF-11"],
  },
  {
    id: "lesson-fine-from-outside",
    moment: "signs",
    title: "Fine from the outside",
    minutes: 1,
    opening: [
      "From outside it can look like strength. You get things done, you stay calm, you don’t complain. What hurts underneath stays out of sight.",
      "It may stay out of your own sight too. Doing more can be a way of not feeling. Then something has to show you: a body that stops, a question you can’t answer, the sense of being trapped in the part of the strong one.",
    ],
    claims: [
      {
        text: "In one study of 355 people, those who keep others at a distance owned up to less distress. They also sought less help.",
        ...from.vogel,
      },
    ],
    closing: [
      "One study, so hold it lightly. It doesn’t show that you hide anything. If it fits, asking for support may be the hard part, not the need for it.",
      "Naming the pattern is the first step. You can’t choose about a habit you don’t see.",
      "One thing to do with it: next time you say “fine”, finish the line in your head. Fine, and what else?",
    ],
    covers: ["DEF-12", "DEF-19", "CST-09", "CST-14", "HNP-01"],
  },
  {
    id: "lesson-other-reasons",
    moment: "signs",
    title: "When it is something else",
    minutes: 1,
    opening: [
      "It may well be something else. Wanting few people and a lot of quiet is a way of being. So is needing time to find words, or wanting plain words and no hints. In some families and places you sort things out among your own, and that is good manners.",
      "There are harder reasons. Help may cost money you don’t have. You may care for someone, with nobody to take over. You may be new in a country. You may have been treated worse for asking than others are.",
      "None of these is a flaw. And doing things alone is not a fixed trait, good or bad. It can be a way of staying safe that has outlasted the danger.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. Two reasons can be true of one person.",
      "A question that may help: does being on your own leave you rested, or worn? Worn is worth a second look.",
      "One thing to do with it: if you like plain words, say so when you ask. That is a fair request.",
    ],
    question: "Isn’t this introversion, autism or culture?",
    covers: ["DEF-13"],
  },
  {
    id: "lesson-not-broken",
    moment: "critic",
    title: "It began as a good idea",
    minutes: 1,
    opening: [
      "Nothing here says that something is wrong with you. Doing it all alone is no illness. It is a tactic you learned, and you may well have needed it. It may have got you through.",
      "Some part of you found that asking was risky, and stood guard. It did so for good reasons, under pressure. You can respect that, and still see that the guard has had no day off since.",
      "What kept you safe then may keep you stuck now. Both can be true.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding.",
      "Blame has had its turn. Start with kindness: you are not broken, you are guarding something tender.",
      "Nobody asks you to give up what you built. You may be proud of getting through. Keep the wit and the will that it took.",
      "One thing to do with it: finish this line. “I learned to do it alone when…” One line will do. It needs no details.",
    ],
    question: "What is wrong with me?",
    covers: ["DEF-04", "HSC-01", "HSC-03", "HSC-08", "HSC-09"],
  },
  {
    id: "lesson-three-stories",
    moment: "belief",
    title: "Three stories underneath",
    minutes: 1,
    opening: [
      "Under the habit there may be three stories. Asking is weak. Letting someone see you is dangerous. Your worth hangs on doing it all alone.",
      "Such stories sound like facts, because they are old and quick. So notice the story first. Then ask: is it true every time, with everyone? Or is it what you concluded once, from what happened then?",
      "The best time to ask is the moment you turn an offer down. Is this a fact, or an old alarm?",
    ],
    claims: [
      {
        text: "A review of small studies found that testing a belief by trying something out probably works better than only facing the fear.",
        ...from.mcmillan,
      },
      {
        text: "In small studies, such try-outs convinced people more than writing down their thoughts.",
        ...from.bennettLevy,
      },
    ],
    closing: [
      "What this doesn’t say: that your story is false. Some are true of one person or one place. A test can show that too.",
      "One thing to do with it: take one story to your beliefs. Fix what would count against it before you try.",
    ],
    covers: ["DEF-01", "HCH-01", "HCH-02", "HCH-03", "HCH-04"],
  },
  {
    id: "lesson-pictures",
    moment: "belief",
    title: "Armour, wall, alarm",
    minutes: 1,
    opening: [
      "People use pictures for this. Armour. A wall that keeps harm out, and company too. An alarm that goes off at toast. Shoes that fitted once. A net made of distance. A prison with the key inside. A show with one performer. A good tool used to bar the door.",
      "They agree on one thing: it was for something. It kept off disappointment, rejection, shame, hurt, and the feeling of losing control.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. A picture is useful if it shows a next move.",
      "Armour can come off for an hour. A wall can get a window, and later a door. You decide which, for whom and how far, and you can close it again. Staying in is allowed too.",
      "You deserve to feel safe enough before you let anyone in. That may call for another person, not for more effort.",
      "One thing to do with it: pick your picture. What would the smallest opening be this week?",
    ],
    covers: ["DEF-18", "DEF-20", "HRF-10", "HRF-11"],
  },
  {
    id: "lesson-needs",
    moment: "belief",
    title: "Having needs",
    minutes: 1,
    opening: [
      "Food, rest, a hand, company: needs come with being human. They don’t make you weak, and having them doesn’t make you a burden.",
      "You don’t have to earn help by being useful first. You are worth a hand because you are a person.",
      "Asking takes skill, too. You read yourself, you read the other one, and you trust them with a piece of it. That is good sense about feelings, not failure.",
    ],
    claims: [
      {
        text: "In six experiments with over 2,000 people, those in need guessed too high how much trouble they would be.",
        ...from.zhao,
      },
    ],
    closing: [
      "That is true of a group. Your ask may be more trouble than you guess, or less.",
      "Some asks are heavy, and someone may say no to the size of one. That is not a no to your having needs.",
      "One thing to do with it: put one need of today as a plain fact. “I needed an hour of quiet.”",
    ],
    question: "Am I a burden?",
    covers: ["HRF-01", "HRF-03", "HRF-07"],
  },
] as const satisfies readonly LessonContent[];
