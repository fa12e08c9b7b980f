/** Care by professionals and groups: kinds of therapy with what is known of them, and words for finding one. */

import type { CareLine, TherapyContent } from "../shapes.ts";

// Graded on the careful side: a guideline alone is B, a finding about something near is C, whatever its source.
// None of these was tested for carrying everything alone; `care-gives-untested` says so on the screen.
const therapies = [
  {
    id: "thr-01",
    name: "Attachment-based therapy",
    what: "Looks at what you learned early about closeness, and practises something new with the therapist.",
    evidence:
      "In 36 studies of many therapies, people who felt safer with others got more out of it. Growing safer went with getting better. That is no test of this kind by itself.",
    grade: "C",
    source: "Levy, K. N., et al. (2018). Journal of Clinical Psychology, 74, 1996–2013.",
    covers: ["THR-01"],
  },
  {
    id: "thr-02",
    name: "Internal Family Systems (IFS)",
    what: "Treats inner voices as parts that protect you, such as the one that says “alone”. You get to know them.",
    evidence:
      "Little is known. One study of post-traumatic stress (PTSD) had 17 people and no group to compare them with.",
    grade: "C",
    source: "Hodgdon, H. B., et al. (2022). Journal of Aggression, Maltreatment & Trauma, 31, 22–43.",
    covers: ["THR-02"],
  },
  {
    id: "thr-03",
    name: "Somatic therapy",
    what: "Begins with the body: tension, breath, the urge to brace or to leave.",
    evidence:
      "Limited. In 18 trials of many kinds people were less troubled after it. Bigger and better trials are needed.",
    grade: "C",
    source: "Rosendahl, S., Sattel, H., & Lahmann, C. (2021). Frontiers in Psychiatry, 12, 709798.",
    covers: ["THR-03"],
  },
  {
    id: "thr-04",
    name: "Somatic Experiencing",
    what: "One such method: you follow small signals of the body, a little at a time. Some use touch; you may say no.",
    evidence: "First results are hopeful for post-traumatic stress (PTSD). The 16 studies were of mixed quality.",
    grade: "C",
    source: "Kuhfuß, M., et al. (2021). European Journal of Psychotraumatology, 12, 1929023.",
    covers: ["THR-04"],
  },
  {
    id: "thr-05",
    name: "EMDR",
    what: "You call up a bad memory in short turns, while your eyes follow a movement.",
    evidence: "Guidelines advise it for post-traumatic stress (PTSD) in adults. For other troubles much less is known.",
    grade: "B",
    source:
      "NICE guideline NG116 (2018); WHO (2013). Guidelines for the Management of Conditions Specifically Related to Stress.",
    covers: ["THR-05"],
  },
  {
    id: "thr-06",
    name: "Trauma-focused CBT",
    what: "You work on a bad memory and on what it made you believe, step by step and with a plan.",
    evidence: "Guidelines advise it for post-traumatic stress (PTSD), for adults as well as the young.",
    grade: "B",
    source:
      "NICE guideline NG116 (2018); WHO (2013). Guidelines for the Management of Conditions Specifically Related to Stress.",
    covers: ["THR-06"],
  },
  {
    id: "thr-07",
    name: "CBT",
    what: "You look at a thought, make a forecast, try it out in real life and compare.",
    evidence:
      "Often tested for low mood, also online: in 39 studies a guide added little. Trying fears out may do more than talking them over, but those studies are small.",
    grade: "B",
    source:
      "Karyotaki, E., et al. (2021). JAMA Psychiatry, 78, 361–371; McMillan, D., & Lee, R. (2010). Clinical Psychology Review, 30, 467–478.",
    covers: ["THR-07"],
  },
  {
    id: "thr-08",
    name: "Trauma-informed care",
    what: "Not a method but a way of working: safety first, your pace, your choice, no digging without your yes.",
    evidence: "It rests on what experts agree on, more than on trials.",
    grade: "C",
    source: "SAMHSA (2014). Concept of Trauma and Guidance for a Trauma-Informed Approach.",
    covers: ["THR-08"],
  },
  {
    id: "thr-09",
    name: "Support groups",
    what: "People with the same kind of trouble, often free. You may just listen at first.",
    evidence:
      "In 27 trials of courses in self-kindness, groups did better than going alone. A group of equals is not the same as a course, so this is a hint.",
    grade: "C",
    source: "Ferrari, M., et al. (2019). Mindfulness, 10, 1455–1473.",
    covers: ["THR-09"],
  },
] as const satisfies readonly TherapyContent[];

const lines = [
  {
    id: "care-when-old-hurt",
    kind: "when",
    text: "When old hurt drives the doing-it-alone, and it keeps coming back.",
    covers: ["THR-13"],
  },
  {
    id: "care-when-deep",
    kind: "when",
    text: "When the roots go deep. A professional is good support there, and nobody has to dig alone.",
    covers: ["DIS-05"],
  },
  {
    id: "care-when-weeks",
    kind: "when",
    text: "When low mood, fear or bad sleep last for weeks. A doctor is a good first door, for the body too.",
    covers: [],
  },
  {
    id: "care-when-worse",
    kind: "when",
    text: "When things here get worse twice in a row. That is no failure; it asks for more than an app can give.",
    covers: [],
  },
  {
    id: "care-when-danger",
    kind: "when",
    text: "When you are in danger or think of ending your life, don’t wait for a place. Open Help now.",
    covers: [],
  },
  {
    id: "care-gives-practice",
    kind: "gives",
    text: "A safe place to practise: trusting, asking, being seen, in small amounts and with clear limits.",
    covers: ["THR-10"],
  },
  {
    id: "care-gives-tools",
    kind: "gives",
    text: "Someone who helps to untangle where it came from, and has tools for trusting again.",
    covers: ["THR-11"],
  },
  {
    id: "care-gives-lesson",
    kind: "gives",
    text: "A counter to the lesson that your needs don’t matter. And practice in trusting yourself again.",
    covers: ["THR-12"],
  },
  {
    id: "care-gives-untested",
    kind: "gives",
    text: "No kind was tested for carrying everything alone. So go by what you want to change, and by whether you can talk to this person.",
    covers: [],
  },
  { id: "care-ask-cost", kind: "ask", text: "What does an hour cost, and who can help to pay?", covers: [] },
  { id: "care-ask-wait", kind: "ask", text: "How long is the wait, and is there a list?", covers: [] },
  { id: "care-ask-method", kind: "ask", text: "How do you work? What would we do in an hour?", covers: [] },
  {
    id: "care-ask-experience",
    kind: "ask",
    text: "Have you worked with people who find it hard to ask for help?",
    covers: [],
  },
  {
    id: "care-ask-hold-back",
    kind: "ask",
    text: "I tend to say that I’m fine. What will you do when I hold back?",
    covers: [],
  },
  { id: "care-ask-missed", kind: "ask", text: "What if I miss an hour, or want to stop?", covers: [] },
  {
    id: "care-ask-private",
    kind: "ask",
    text: "What stays between us, and when would you have to tell someone?",
    covers: [],
  },
  { id: "care-ask-helps", kind: "ask", text: "How will we notice that it helps, and by when?", covers: [] },
  { id: "care-ask-bad-week", kind: "ask", text: "Whom can I turn to in a bad week between hours?", covers: [] },
  {
    id: "care-ask-training",
    kind: "ask",
    text: "What are you trained in, and who checks your licence?",
    covers: [],
  },
  {
    id: "care-message-short",
    kind: "message",
    text: "Hello. I am looking for a therapist. I carry most things alone, and asking is hard for me, this message too. Do you have time for a first talk? What would it cost? If you are full, whom else could I try?",
    covers: [],
  },
  {
    id: "care-message-shorter",
    kind: "message",
    text: "Hello. Do you have a place for a first talk? I carry too much alone and want to change that.",
    covers: [],
  },
] as const satisfies readonly CareLine[];

/** The kinds of therapy, in the order of the rows; the order says nothing about which is best. */
export const therapyCatalogue: readonly TherapyContent[] = therapies;

/** When to think of care, what it can give, what to ask, and a first message in two lengths; lists by `kind`. */
export const careLines: readonly CareLine[] = lines;
