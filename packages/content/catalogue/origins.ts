/** What can be looked at in the origins room, and the frame around it: opt-in, short, never a story. */

import type { OriginNote, OriginPrompt } from "../shapes.ts";

// Ticks and meanings only. No sentence here asks for an event, and none says who is to blame: early ties say
// less about later ones than articles claim (Opie et al. 2021), so nothing is said to follow from a tick.
const prompts = [
  {
    id: "origin-01",
    kind: "familiar",
    text: "Comfort came unevenly, and warmth was scarce.",
    after: "When comfort can’t be counted on, it makes sense to stop counting on it.",
    covers: ["ORI-01"],
  },
  {
    id: "origin-02",
    kind: "familiar",
    text: "There was food and a roof. Nobody asked how I felt.",
    after: "Not being asked is hard to point at. It still counts.",
    covers: ["ORI-02"],
  },
  {
    id: "origin-03",
    kind: "familiar",
    text: "What I needed was passed over, or met only now and then.",
    after: "Needing it was never the mistake.",
    covers: ["ORI-03"],
  },
  {
    id: "origin-04",
    kind: "familiar",
    text: "Those I turned to were hard to reach. I taught myself not to want comfort.",
    after: "That was a way to keep the peace with what there was.",
    covers: ["ORI-04"],
  },
  {
    id: "origin-05",
    kind: "familiar",
    text: "When I cried or worried out loud, no one came, or it was called nothing.",
    after: "It was not nothing.",
    covers: ["ORI-05"],
  },
  {
    id: "origin-06",
    kind: "familiar",
    text: "I was looking after others early.",
    after: "You were good at it. You were also small.",
    covers: ["ORI-06"],
  },
  {
    id: "origin-07",
    kind: "familiar",
    text: "Someone I trusted broke that trust.",
    after: "Being careful after that is good judgement.",
    covers: ["ORI-07"],
  },
  {
    id: "origin-08",
    kind: "familiar",
    text: "Someone I was close to left.",
    after: null,
    covers: ["ORI-08"],
  },
  {
    id: "origin-09",
    kind: "familiar",
    text: "I was let down, and not just once.",
    after: "A rule that comes from many times is not made up.",
    covers: ["ORI-09"],
  },
  {
    id: "origin-10",
    kind: "familiar",
    text: "Home was not a safe place.",
    after: "A tick is enough. The rest belongs with someone trained, if anywhere.",
    covers: ["ORI-10"],
  },
  {
    id: "origin-11",
    kind: "familiar",
    text: "Something hurt me badly, and it left its mark.",
    after: "A tick is enough. If it feels close today, stop here.",
    covers: ["ORI-11"],
  },
  {
    id: "origin-12",
    kind: "familiar",
    text: "The time I did lean on someone, it went wrong.",
    after: "Once can be enough to make a rule for life. The rule may still be too wide.",
    covers: ["ORI-12"],
  },
  {
    id: "origin-13",
    kind: "familiar",
    text: "Where I grew up, one did not ask for help.",
    after: "For many families and places that was pride, or need. You may keep what is good in it.",
    covers: ["ORI-13"],
  },
  {
    id: "origin-14",
    kind: "familiar",
    text: "I got to feel that I was a burden.",
    after: "A feeling that was handed to you is not a fact about you.",
    covers: ["ORI-14"],
  },
  {
    id: "origin-15",
    kind: "familiar",
    text: "I had duties that were too big for me, and no say in it.",
    after: null,
    covers: ["ORI-15"],
  },
  {
    id: "origin-16",
    kind: "familiar",
    text: "Doing it alone did protect me. It worked, time after time.",
    after: "Then no wonder that you kept it.",
    covers: ["ORI-16"],
  },
  {
    id: "origin-17",
    kind: "familiar",
    text: "It was chaos, and I became the steady one before I was ready.",
    after: null,
    covers: ["ORI-17"],
  },
  {
    id: "meaning-people",
    kind: "meaning",
    text: "What did you learn to expect of people?",
    after: null,
    covers: ["HOR-01"],
  },
  {
    id: "meaning-trust",
    kind: "meaning",
    text: "If trust was broken: what rule about people did you take from it?",
    after: null,
    covers: ["HOR-02"],
  },
  {
    id: "meaning-asking",
    kind: "meaning",
    text: "If asking was frowned on where you grew up: what did it come to mean for you?",
    after: null,
    covers: ["HOR-03"],
  },
  {
    id: "meaning-answer",
    kind: "meaning",
    text: "Not “what is wrong with me”, but: what was doing it alone a good answer to? A word is enough.",
    after: "And what do you need now?",
    covers: ["HSC-07"],
  },
  {
    id: "now-different",
    kind: "now",
    text: "You are not back there. What is different today?",
    after: null,
    covers: ["HNS-04"],
  },
  {
    id: "now-guard",
    kind: "now",
    text: "Your body may have learned to stay on guard, so as to be safer. Where is it on guard today without need?",
    after: "And where does it still have a point? That part is worth keeping.",
    covers: ["MEC-15"],
  },
  {
    id: "now-cost",
    kind: "now",
    text: "A younger you made this rule, perhaps scared. It need not run a grown-up’s week. What does it still cost?",
    after: null,
    covers: ["HOR-06"],
  },
  {
    id: "now-choose",
    kind: "now",
    text: "You can do things now that a child can’t: leave, choose, ask someone else. What do you choose?",
    after: "One small thing is enough.",
    covers: ["HOR-07"],
  },
] as const satisfies readonly OriginPrompt[];

// The frame binds the screen: what is promised here about keeping, stopping and time must be so.
const notes = [
  {
    id: "origins-needed-for-nothing",
    text: "Nothing else here needs this. You can leave it out for good.",
    covers: [],
  },
  {
    id: "origins-protected",
    text: "You learned this for good reasons, under pressure. It protected you, and perhaps saved you.",
    covers: ["HSC-01"],
  },
  {
    id: "origins-therapist",
    text: "Where it came from, and how it protected you, is better looked at with a therapist first. Care has questions for finding one.",
    covers: ["HOR-04"],
  },
  {
    id: "origins-heavy",
    text: "It can be heavy. Going over it can feel like living it again.",
    covers: ["HOR-05"],
  },
  {
    id: "origins-not-now",
    text: "Please not now if you are in danger, lost someone recently, have flashbacks, or often feel unreal or far away. Help now and Care are better places for that.",
    covers: [],
  },
  {
    id: "origins-aim",
    text: "The aim is not to dig. It is that old things plague you less, and that the grown-up decides.",
    covers: ["HOR-06"],
  },
  {
    id: "origins-no-story",
    text: "No story is asked for and no details. Nobody is put on trial, you least of all.",
    covers: [],
  },
  {
    id: "origins-stop",
    text: "You can stop at any point. Stopping leads to a pause.",
    covers: [],
  },
  {
    id: "origins-after",
    text: "Feeling worse for some hours is common. If it lasts more than two days, or keeps you from sleep or work, talk to a doctor or a therapist.",
    covers: [],
  },
  {
    id: "origins-help",
    text: "If you think of hurting yourself, open Help now at once.",
    covers: [],
  },
  {
    id: "origins-kept",
    text: "Your ticks and two numbers are kept with the rest of your notes. Nothing you write is kept, unless you choose to keep one sentence. One step deletes it all.",
    covers: [],
  },
] as const satisfies readonly OriginNote[];

/** The names under which the screen finds the notes. */
export type OriginNoteId = (typeof notes)[number]["id"];

/** The prompts: what may sound familiar, then what it came to mean, then today. */
export const originPrompts: readonly OriginPrompt[] = prompts;

/** The frame: what it is for, whom it is not for now, what to expect, what is kept. In the order of the screen. */
export const originNotes: readonly (OriginNote & { readonly id: OriginNoteId })[] = notes;
