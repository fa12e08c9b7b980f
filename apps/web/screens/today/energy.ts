/** Puts an energy of 0 to 100 into words; nobody lives in percent. */
import type { MessageId } from "../words.ts";

/** Upper ends of the bands, in order; the last holds the rest. */
const bands = [
  [12, "today.energyBand0"],
  [32, "today.energyBand1"],
  [45, "today.energyBand2"],
  [57, "today.energyBand3"],
  [80, "today.energyBand4"],
] as const satisfies readonly (readonly [number, MessageId])[];

/** The words for an energy. */
export const energyWords = (energy: number): MessageId =>
  bands.find(([end]) => energy <= end)?.[1] ?? "today.energyBand5";
