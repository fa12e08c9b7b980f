/** The learn cards: short, tied to a moment, every claim with its source and grade. */

import type { LessonContent } from "../shapes.ts";
import { lessonsAfter } from "./lessons-after.ts";
import { lessonsAsking } from "./lessons-asking.ts";
import { lessonsChange } from "./lessons-change.ts";
import { lessonsCost } from "./lessons-cost.ts";
import { lessonsPlace } from "./lessons-place.ts";
import { lessonsWhat } from "./lessons-what.ts";
import { lessonsWhy } from "./lessons-why.ts";

/**
 * The learn cards, in no order of merit; a card is picked by its `moment`, and the first unread one of a moment
 * is shown first. Sources and grades are those of the design’s evidence list (E1-E27): a claim that says more
 * than its source is a defect. A card without claims says itself that it is a way of looking, or made up.
 */
export const lessonCatalogue: readonly LessonContent[] = [
  ...lessonsWhat,
  ...lessonsAsking,
  ...lessonsAfter,
  ...lessonsCost,
  ...lessonsPlace,
  ...lessonsWhy,
  ...lessonsChange,
];
