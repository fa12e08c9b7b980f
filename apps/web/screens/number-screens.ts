/** Gathers the screens of numbers over time and of what is shared of them: fetched when somebody first goes there. */
import { Measure } from "./measures/measure.tsx";
import { Measures } from "./measures/measures.tsx";
import { MeasuresIn } from "./measures-in/measures-in.tsx";
import type { ScreenName } from "./navigation.ts";
import type { Screen } from "./screen.ts";
import { Share } from "./share/share.tsx";
import { Summary } from "./summary/summary.tsx";

/** Their names. */
export type NumberScreen = Extract<ScreenName, "measures" | "measure" | "measures-in" | "summary" | "share">;

/** One line a screen. */
export const numberScreens: Readonly<Record<NumberScreen, Screen>> = {
  measures: Measures,
  measure: Measure,
  "measures-in": MeasuresIn,
  summary: Summary,
  share: Share,
};
