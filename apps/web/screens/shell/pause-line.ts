/** Finds the sentences of the pause by their names. */
import { pauseLines, type PauseLineId } from "@belay/content";

/** The sentence; empty for a name of another version. */
export const pauseLine = (id: PauseLineId): string => pauseLines.find((line) => line.id === id)?.text ?? "";
