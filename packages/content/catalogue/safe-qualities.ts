/** What makes a person safe enough: seven qualities to observe, and the questions before a first step. */

import type { SafeQuality, SafetyQuestion } from "../shapes.ts";

// Each is put as something that was seen or not seen on a day. No one has all seven every day.
const qualities = [
  {
    id: "listens",
    question: "When you tell them something, do they listen before they fix or judge?",
    seen: "They let me finish, or asked a question, before saying what they think.",
    notSeen: "They cut in with a solution or a verdict.",
    covers: ["SAF-01"],
  },
  {
    id: "shares",
    question: "Do they let you see what is hard for them?",
    seen: "They told me about something that isn’t going well for them.",
    notSeen: "With them, only other people ever have problems.",
    covers: ["SAF-02"],
  },
  {
    id: "respects",
    question: "Do they keep to your limits, and keep what you told them to themselves?",
    seen: "I said no or “not that”, and they left it there.",
    notSeen: "They pushed on after a no, or someone else knew what only they had been told.",
    covers: ["SAF-03"],
  },
  {
    id: "consistent",
    question: "Are they there on good days and on hard ones?",
    seen: "They got in touch when there was nothing to gain from it.",
    notSeen: "They were there for the party and gone for the move.",
    covers: ["SAF-04"],
  },
  {
    id: "reliable",
    question: "Over time, do they do what they say?",
    seen: "They said they would do something by a day, and they did.",
    notSeen: "They dropped what they had agreed to, and didn’t say so.",
    covers: ["SAF-05"],
  },
  {
    id: "affirming",
    question: "How are you after an hour with them?",
    seen: "I came away calmer, or more like myself.",
    notSeen: "I came away smaller, or on my guard.",
    covers: ["SAF-06"],
  },
  {
    id: "accepts",
    question: "When you are not at your best, do they stay as they are with you?",
    seen: "They saw me struggle and treated me as before.",
    notSeen: "They pulled away, made fun of it or brought it up later against me.",
    covers: ["SAF-07"],
  },
] as const satisfies readonly SafeQuality[];

/** The seven observation prompts of a person’s page, in the order SAF-01 to SAF-07. */
export const safeQualities: readonly SafeQuality[] = qualities;

// Every question is worded so that yes means stop; “can they refuse without cost” is turned round for that.
// A yes stops the step and offers another way; it never asks the person to leave, tell or confront.
const questions = [
  {
    id: "hurt",
    text: "Has this person ever hurt, threatened, mocked or controlled you?",
    appliesTo: "everyone",
  },
  {
    id: "used",
    text: "Have they used something you told them against you?",
    appliesTo: "everyone",
  },
  {
    id: "risky",
    text: "Would it be risky for you if they knew: for your safety, money, job, right to stay or children?",
    appliesTo: "everyone",
  },
  {
    id: "debt",
    text: "Could taking help from them put you in their debt or under their control?",
    appliesTo: "everyone",
  },
  {
    id: "work",
    text: "Could a no cost them something at work, or could your asking be used against you there?",
    appliesTo: "work",
  },
] as const satisfies readonly SafetyQuestion[];

/** The questions before the first step of a strand with a person, and again before larger disclosures. */
export const safetyQuestions: readonly SafetyQuestion[] = questions;
