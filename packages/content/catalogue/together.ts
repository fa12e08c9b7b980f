/** Cards of calming down with somebody: each has a person in it, and a step that begins it. */

import type { TogetherContent } from "../shapes.ts";

const cards = [
  {
    id: "together-voice",
    title: "Someone’s voice on the phone",
    text: "Call, and let the other one talk while you both do something. You need not bring a topic.",
    step: "bewith-a-call-while-cooking",
    touch: false,
    covers: [],
  },
  {
    id: "together-walk",
    title: "Walk next to someone",
    text: "Side by side, at one pace. Looking ahead is easier than looking at each other.",
    step: "bewith-a-walk",
    touch: false,
    covers: [],
  },
  {
    id: "together-soothe",
    title: "Let a safe person soothe you",
    text: "Ask them to listen and not to fix it. You don’t have to feel better for their sake.",
    step: "bewith-be-listened-to",
    touch: false,
    covers: ["HNS-05"],
  },
  {
    id: "together-talk",
    title: "Talk it through",
    text: "Take one problem to someone safe. Say it out loud, in any order, before you have solved it.",
    step: "share-talk-it-through",
    touch: false,
    covers: ["HNS-07"],
  },
  {
    id: "together-sit",
    title: "Sit with someone, and that is all",
    text: "No jokes, no hosting, no looking after their mood. You are there, they are there.",
    step: "bewith-without-performing",
    touch: false,
    covers: ["HNS-08"],
  },
  {
    id: "together-hug",
    title: "Accept a hug",
    text: "From someone you like to be held by. Stay for one slow breath. You may let go first.",
    step: "touch-accept-a-hug",
    touch: true,
    covers: ["HNS-06"],
  },
] as const satisfies readonly TogetherContent[];

/** The cards, the gentlest first; those with `touch` stay hidden until a person opts in. */
export const togetherCatalogue: readonly TogetherContent[] = cards;
