/** Knows a low day: by the person's own check-in of that day, and by nothing else. */
import type { LocalDay } from "@belay/basics";
import type { Checkin } from "@belay/domain";

/** At or below this energy the guidance rests as well (`lowEnergy` in its choice of a step). */
const low = 20;

/** Whether today's newest word about energy is a low one; `checkins` come newest first. */
export const isLowDay = (checkins: readonly Pick<Checkin, "day" | "energy">[], today: LocalDay): boolean => {
  const said = checkins.find(({ day, energy }) => day === today && energy !== null);
  return said !== undefined && said.energy !== null && said.energy <= low;
};
