/** The sentences of the pause; the screen picks each by its id. */

import type { PauseLine } from "../shapes.ts";

// Nothing here promises calm: slow breathing shifts the beat of the heart while it lasts (Laborde et al. 2022,
// Neurosci Biobehav Rev 138:104711), and whether it eases distress is less clear (Shao et al. 2024, Mindfulness).
const lines = [
  {
    id: "alert",
    text: "Something in you is on alert. Is there danger now, or does this just feel familiar?",
    covers: ["HNS-01"],
  },
  {
    id: "stop",
    text: "Pause here. Nothing has to be answered, sent or solved this minute.",
    covers: ["HNS-02"],
  },
  {
    id: "breath",
    text: "A few slow breaths, if they suit you. In gently, and out a little longer.",
    covers: ["HNS-03"],
  },
  {
    id: "breath-stop",
    text: "If breathing feels worse, look around, press your feet down, or stop.",
    covers: [],
  },
  {
    id: "then",
    text: "Then: there may have been no one to ask, or it was not safe. Doing it alone made sense.",
    covers: [],
  },
  {
    id: "now",
    text: "Now: you are not back there, and you are no longer a child. You have more choices today.",
    covers: ["HNS-04"],
  },
  {
    id: "danger-now",
    text: "If someone or something puts you in danger now, leave this. Help now has the numbers.",
    covers: [],
  },
] as const satisfies readonly PauseLine[];

/** The names under which the screen finds its sentences. */
export type PauseLineId = (typeof lines)[number]["id"];

/** The sentences of the pause, in the order in which they come up. */
export const pauseLines: readonly (PauseLine & { readonly id: PauseLineId })[] = lines;
