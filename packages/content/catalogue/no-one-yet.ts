/** Real next steps for somebody who has no one yet: each leads to something one can do this week. */

import type { RowId } from "../rows.ts";

/** One way towards a first connection. */
export interface FirstWay {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The step of the catalogue that begins it; none of them needs a person of one’s own. */
  readonly step: string;
  readonly covers: readonly RowId[];
}

const ways = [
  {
    id: "lines",
    title: "A listening line",
    text: "Somebody whose task it is to listen, tonight if you like. You owe them nothing, and you can stop at any sentence.",
    step: "ask-write-to-a-helpline",
    covers: ["HSN-05"],
  },
  {
    id: "strangers",
    title: "Small things with strangers",
    text: "Asking the way, letting someone hold a door. It changes little and risks little, which makes it good practice.",
    step: "ask-the-way",
    covers: ["HMV-01"],
  },
  {
    id: "group",
    title: "A group",
    text: "People with something in common: a choir, a repair café, parents, a support group. The first time you can just sit there.",
    step: "bewith-listen-in-a-group",
    covers: ["HSN-05", "THR-09"],
  },
  {
    id: "same-face",
    title: "The same face twice",
    text: "Most people know each other from seeing each other again. Greet one person you meet often, and greet them again.",
    step: "bewith-say-hello",
    covers: ["HSN-04"],
  },
  {
    id: "professional",
    title: "A doctor or a therapist",
    text: "One reliable hour with somebody who is trained for it. It is a real relationship, and it does not have to be earned first.",
    step: "ask-for-a-first-appointment",
    covers: ["DIS-05"],
  },
] as const satisfies readonly FirstWay[];

/** The ways, from what can be done tonight to what takes weeks to begin. */
export const firstWays: readonly FirstWay[] = ways;
