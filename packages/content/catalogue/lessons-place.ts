/** The learn cards on the world around: work, praise, double messages, and a story that was made up. */

import type { LessonContent } from "../shapes.ts";
import { from } from "./lessons-sources.ts";

// Sarah is nobody: each part of the story says that it was made up, and none of it is offered as evidence.
/** Culture, work and the case story; order inside a moment is the order of showing. */
export const lessonsPlace = [
  {
    id: "lesson-asking-at-work",
    moment: "at-work",
    title: "Asking where you work",
    minutes: 1,
    opening: [
      "Asking at work might look weak. Early in a job you may have learned the rule: don’t ask, or they will think you can’t do it. In some places the rule is accurate. There, asking in front of the wrong person costs you.",
      "In others it is a leftover, and the costly thing is to guess for a week. You are the one who can find out which place you are in.",
    ],
    claims: [
      {
        text: "People guess too low how many will agree to a direct request. In some studies the guess was off by as much as half.",
        ...from.flynn,
      },
    ],
    closing: [
      "That is about getting a yes. It says nothing on how you look to your boss.",
      "Before you ask at work: can they refuse without cost? Could it be used against you? If either worries you, pick someone else, or ask for something smaller.",
      "One thing to do with it: ask one colleague for a view on one page. Watch what they do. Then you have a fact about your place, in place of a rule.",
    ],
    question: "Doesn’t asking at work look incompetent?",
    covers: ["SOC-03"],
  },
  {
    id: "lesson-story-launch",
    moment: "at-work",
    title: "Sarah, part one: the launch",
    minutes: 1,
    opening: [
      "Sarah runs a team. She is the one who knows where everything is. She has never asked anyone there for anything, and she is quietly proud of it.",
      "Then a launch comes, and her work doubles. She has good people. One of them says twice that he has time. “I’ve got it,” she says, in a tone that closes the door.",
      "It would take an hour to explain, she thinks. Then he would do it wrong. Then they would see that she wasn’t on top of it. So she does it herself. She is at the kitchen table until two in the morning, and again the next night.",
    ],
    claims: [],
    closing: [
      "This is a made-up example, not a finding. Sarah is nobody.",
      "Look at her three thoughts: it takes too long, it will be wrong, they will see. Each could be tested. She tests none, because each night it works.",
      "One thing to do with it: which of the three is yours? What one page could you give away to find out?",
    ],
    covers: ["CAS-01", "CAS-02"],
  },
  {
    id: "lesson-story-home",
    moment: "resentment",
    title: "Sarah, part two: at home",
    minutes: 1,
    opening: [
      "This is the made-up Sarah from the story of the launch. Her partner sees the hours. “Let me take the house for a while,” he says. “Shopping, meals, washing.”",
      "She says no before he is done. He wouldn’t do it her way, and she would owe him. So she does the washing at midnight, and is angry that he is asleep.",
      "Three months on she is burnt out. She snaps at the team. She and her partner talk about dates and bills. She is full of resentment that nobody sees what she carries.",
      "What she wanted was to be seen as able. What the others felt was shut out. He had stopped offering, because there was no way in.",
    ],
    claims: [],
    closing: [
      "This is a made-up example, not a finding. In other stories the partner never offers, and then the load is unfair and it is his part to change.",
      "One thing to do with it: has someone stopped offering? You can undo it: “I said I had it in hand. Does your offer still stand?”",
    ],
    covers: ["CAS-03", "CAS-04", "CST-11"],
  },
  {
    id: "lesson-story-slow",
    moment: "look-back",
    title: "Sarah, part three: slowly",
    minutes: 1,
    opening: [
      "The made-up Sarah again, a year on. It was not a straight line. She handed over one report, and took it back. She handed it over again.",
      "She also looked at where it came from, with a therapist. Parts of that were gruelling. Some weeks she came home lower than she went, and they slowed down.",
      "Her partner does the shopping now. He buys the wrong rice. She told one colleague that she was at the end of her strength, and he said that he had been too.",
      "On bad days she still says “I’ve got it”. Then at times she goes back and says “I haven’t, quite.” She would call it a work in progress.",
    ],
    claims: [],
    closing: [
      "This is a made-up example, not a finding. Yours may go faster, slower or elsewhere. Nobody can tell you how long it takes.",
      "Looking at the past was her choice, and she did it with help. It is not needed for the rest.",
      "One thing to do with it: what is your wrong rice? Name one thing that you now let be done differently.",
    ],
    covers: ["CAS-05", "HMV-02"],
  },
  {
    id: "lesson-praised-for-it",
    moment: "on-rest",
    title: "Praised for never resting",
    minutes: 1,
    opening: [
      "If rest feels wrong, you did not make that up by yourself. In many places hard work and needing no one are what people get praised for. Whole trades make a shine out of doing it all and never stopping.",
      "Then the pandemic came. Many were cut off, and some found out how little they were used to asking. It showed up a habit that had been there before.",
      "Lately you also hear it told another way. Public figures and therapists speak of it as a shield, and not as a virtue. Younger people may grow up with a wider script: be able, and say when you can’t.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. Not every place says the same. In some the rule is to share, and what is hard there is to want a door of your own.",
      "Praise for coping is still praise for you. You can keep it, and rest.",
      "One thing to do with it: do one thing today that nobody could praise. Sit down, for instance.",
    ],
    covers: ["SOC-01", "SOC-02", "SOC-05", "SOC-06"],
  },
  {
    id: "lesson-double-message",
    moment: "load",
    title: "Two messages at once",
    minutes: 2,
    opening: [
      "It is often said that women get two messages at once. Be strong and need nothing. And give to everyone, all the time. The woman who runs it all and leans on no one is held up as a picture to aim for.",
      "The two add up to one thing: more to carry, and no place to put it down.",
      "Men get a pair of their own: be hard, and be there. Anyone who doesn’t fit the picture may have to work twice as hard to be seen as able.",
      "Some of this load was never yours. It was left to you. Handing over unfair work is fairness. You are not asking a favour, and you need not show your feelings to do it.",
    ],
    claims: [],
    closing: [
      "This is a way of looking, not a finding. It won’t fit each home, and where a claim for fairness would put you at risk, your safety goes first.",
      "You don’t have to carry it all, and you don’t have to carry it well.",
      "One thing to do with it: name one thing that you do because nobody else thinks of it. Who should think of it from now on?",
    ],
    covers: ["SOC-04", "HLB-03"],
  },
] as const satisfies readonly LessonContent[];
