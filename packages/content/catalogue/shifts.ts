/** The 17 shifts towards leaning on each other, asked again every month. */

import type { ShiftContent } from "../shapes.ts";

// 0 is “not at all”, 4 is “very much”, and more is always the direction of the row: no item is turned round.
// Own wording, not a tested scale; each answer stands for itself and is drawn over time.
const shifts = [
  {
    id: "shift-01",
    text: "I can accept help without feeling in debt or guilty.",
    short: "accept freely",
    covers: ["INT-01"],
  },
  {
    id: "shift-02",
    text: "I trust that people close to me can take me as I am, bad days too.",
    short: "trusting ties",
    covers: ["INT-02"],
  },
  { id: "shift-03", text: "I feel rested more often than worn out.", short: "more rested", covers: ["INT-03"] },
  {
    id: "shift-04",
    text: "Being good at things and being close to people go together for me.",
    short: "able and close",
    covers: ["INT-04"],
  },
  {
    id: "shift-05",
    text: "When I do something alone, I choose it because it suits, not because I’m afraid to ask.",
    short: "alone by choice",
    covers: ["INT-05"],
  },
  {
    id: "shift-06",
    text: "I can say both “I can handle this” and “I could use some support”.",
    short: "saying both",
    covers: ["INT-06"],
  },
  {
    id: "shift-07",
    text: "It is a relief when someone sees how I really am. I need not be perfect to be liked.",
    short: "being seen",
    covers: ["INT-07"],
  },
  { id: "shift-08", text: "I have room for new ideas.", short: "new ideas", covers: ["INT-08"] },
  {
    id: "shift-09",
    text: "My ties get stronger, because asking no longer feels like failing.",
    short: "stronger ties",
    covers: ["INT-09"],
  },
  { id: "shift-10", text: "I can cope with stress.", short: "coping", covers: ["INT-10"] },
  { id: "shift-11", text: "I feel I belong with others, not lonely.", short: "less lonely", covers: ["INT-11"] },
  {
    id: "shift-12",
    text: "Asking comes naturally to me. It may take some courage, but it is no great danger.",
    short: "asking",
    covers: ["INT-12"],
  },
  {
    id: "shift-13",
    text: "When I let people in, I feel more whole, not weaker.",
    short: "more whole",
    covers: ["INT-13"],
  },
  {
    id: "shift-14",
    text: "My load is lighter, because others carry a part.",
    short: "lighter load",
    covers: ["INT-14"],
  },
  {
    id: "shift-15",
    text: "I am strong and still myself, and I welcome care and working together.",
    short: "strong and open",
    covers: ["INT-15"],
  },
  {
    id: "shift-16",
    text: "Giving and taking go both ways between me and others, and trust grows.",
    short: "give and take",
    covers: ["INT-16"],
  },
  {
    id: "shift-17",
    text: "I can lean on people and still stand on my own feet.",
    short: "own feet",
    covers: ["INT-17"],
  },
] as const satisfies readonly ShiftContent[];

/** The 17 shifts, in the order in which they are asked. */
export const shiftCatalogue: readonly ShiftContent[] = shifts;
