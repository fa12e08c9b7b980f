/** What this programme is not, in sentences that bind: shown in Learn, and before the first use in short. */

import type { RowId } from "../rows.ts";

/** One thing it is not, or cannot do, with what to do instead. */
export interface Disclaimer {
  readonly id: string;
  readonly text: string;
  readonly covers: readonly RowId[];
}

const entries = [
  {
    id: "information",
    text: "This is information and self-help. It does not replace a doctor, a therapist or a treatment.",
    covers: ["DIS-01"],
  },
  {
    id: "no-finding",
    text: "Nothing here tells you what you have. Managing everything alone is a habit that many people learned for good reasons. It is no illness.",
    covers: ["DIS-06"],
  },
  {
    id: "ask-a-professional",
    text: "With any question about your health, ask someone who is trained for it.",
    covers: ["DIS-02"],
  },
  {
    id: "do-not-delay",
    text: "If a professional told you something else, go by them. Don’t stop or put off a treatment because of what you read here.",
    covers: ["DIS-03"],
  },
  {
    id: "deep-roots",
    text: "If this goes back a long way, or old things come up that are too much, do it with a professional and not alone.",
    covers: ["DIS-05"],
  },
  {
    id: "emergency",
    text: "If you are in danger, or thinking of ending your life, call the emergency number or a crisis line at once. Help, at the top of every page, has both.",
    covers: ["DIS-04"],
  },
  {
    id: "nobody-watches",
    text: "No one reads along, and no one is alerted by what you write.",
    covers: [],
  },
] as const satisfies readonly Disclaimer[];

/** The disclaimers, in the order in which they are shown. */
export const disclaimers: readonly Disclaimer[] = entries;
