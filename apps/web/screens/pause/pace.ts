/** Changes the pace of the breath within its bounds. */
import type { Settings } from "@belay/domain";

/** Tenths of a second: half a second a press. */
const press = 5;
/** Tenths of a second each way that can be kept (2 to 8 s). */
const shortest = 20;
const longest = 80;

/** Which half of a breath. */
export type Half = "inTenths" | "outTenths";

/** One press slower (`1`) or faster (`-1`); null where the bound is reached. */
export const paced = (breath: Settings["breath"], half: Half, by: 1 | -1): Settings["breath"] | null => {
  const tenths = breath[half] + by * press;
  return tenths < shortest || tenths > longest ? null : { ...breath, [half]: tenths };
};

/** Breaths a minute, to the nearest half. */
export const perMinute = ({ inTenths, outTenths }: Settings["breath"]): number =>
  Math.round((600 / (inTenths + outTenths)) * 2) / 2;
