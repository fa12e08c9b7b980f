/** What the first view reads besides experiments and people. */
import { viewCheckins, type Checkin } from "./checkin/view.ts";
import { viewSettings, type Settings } from "./settings/view.ts";
import type { State } from "./state.ts";

/** All check-ins, newest first. */
export const checkins = (state: State): readonly Checkin[] => viewCheckins(state.checkin);

/** The newest check-in, of whatever day; null before the first. */
export const latestCheckin = (state: State): Checkin | null => checkins(state)[0] ?? null;

/** The person's choices as they stand. */
export const settings = (state: State): Settings => viewSettings(state.settings);
