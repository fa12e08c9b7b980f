/** Shows the person's choices. */
import type { LocalDay } from "@belay/basics";
import type { SettingsState } from "./evolve.ts";

/** What was chosen. What asks for less of the person, or gives away less, is the default. */
export type Settings = {
  /** ISO 3166-1 code or `EU`, for help lines; null until chosen, never taken from a location. */
  readonly country: string | null;
  /** The name that asks are signed with. */
  readonly signAs: string | null;
  /** Whether an encrypted copy is kept on the relay. */
  readonly keepCopy: boolean;
  /** Whether steps with touch are offered. */
  readonly touch: boolean;
  readonly introSeen: boolean;
  /** The day of the newest backup file. */
  readonly backupOn: LocalDay | null;
};

/** The choices as they stand. */
export const viewSettings = (state: SettingsState): Settings => ({
  country: state.country?.value ?? null,
  signAs: state.signAs?.value ?? null,
  keepCopy: state.keepCopy?.value ?? false,
  touch: state.touch?.value ?? false,
  introSeen: state.intro !== null,
  backupOn: state.backup?.day ?? null,
});
