/** The learn cards: short, tied to a moment, every claim with its source and grade. */

import type { LessonContent } from "../shapes.ts";

// Sources and grades are those of the design’s evidence list (E1, E2, E3). A claim that says more than
// its source is a defect: numbers come with what they were counted on.
const lessons = [
  {
    id: "lesson-asks-go-better-than-guessed",
    moment: "before-ask",
    title: "What people expect of an ask, and what happens",
    minutes: 2,
    opening: [
      "Before you ask, your head makes a forecast. It is worth knowing how such forecasts do.",
      "Here is what was found when people guessed first and then asked.",
    ],
    claims: [
      {
        text: "People who were about to ask guessed too low how many would say yes to a direct request. In some studies the guess was off by as much as half.",
        source: "Flynn, F. J., & Lake, V. K. B. (2008). Journal of Personality and Social Psychology, 95, 128–143.",
        grade: "B",
      },
      {
        text: "Over more than 14,000 requests to strangers, people guessed 48 percent too low how many would agree. For some kinds of asks it was the other way round.",
        source: "Bohns, V. K. (2016). Current Directions in Psychological Science, 25, 119–123.",
        grade: "B",
      },
      {
        text: "Asking strangers face to face worked better than asking them by e-mail.",
        source: "Roghanizad, M. M., & Bohns, V. K. (2017). Journal of Experimental Social Psychology, 69, 223–226.",
        grade: "B",
      },
      {
        text: "In six experiments with over 2,000 people, those in need guessed too low how willing helpers were and how glad helpers felt. They guessed too high how much trouble it was.",
        source: "Zhao, X., & Epley, N. (2022). Psychological Science, 33, 1708–1731.",
        grade: "B",
      },
    ],
    closing: [
      "What this doesn’t say: that your ask will be met. The asks in studies were not yours. You choose whom you ask and for what, so yours may turn out differently, in either direction.",
      "A yes is not yet gladness. Leave room for a no.",
      "Some asks get a no. If it was something they owed you, it should have been met. If not, the no may tell you about the day, the ask or the person. It is no verdict on what you are worth.",
      "One thing to do with it: put your own guess down before you ask. Then you will know how your forecasts do.",
    ],
    covers: ["HRF-02", "HMV-07"],
  },
] as const satisfies readonly LessonContent[];

/** The learn cards, in no order of merit; a card is picked by its `moment`. */
export const lessonCatalogue: readonly LessonContent[] = lessons;
