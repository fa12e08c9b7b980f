/** Shows the person's choices. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
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
  /** The breath pacer: tenths of a second in and out; about six breaths a minute until set. */
  readonly breath: BodyOf<"settings/breath-set@1">;
  /** How much the app says by itself. */
  readonly pace: BodyOf<"settings/pace-chosen@1">["pace"];
  /** Reminders; off until switched on. */
  readonly reminders: BodyOf<"settings/reminders-set@1">;
};

/** 4.5 s in and 5.5 s out: six breaths a minute, the pace most studies of slow breathing used (Laborde et al. 2022). */
const calmBreath: Settings["breath"] = { inTenths: 45, outTenths: 55, sound: false, vibration: false };

/** Nine on Sunday morning is only where the fields begin. */
const noReminders: Settings["reminders"] = { on: false, weekday: 7, minute: 540 };

/** The choices as they stand. */
export const viewSettings = (state: SettingsState): Settings => ({
  country: state.country?.value ?? null,
  signAs: state.signAs?.value ?? null,
  keepCopy: state.keepCopy?.value ?? false,
  touch: state.touch?.value ?? false,
  introSeen: state.intro !== null,
  backupOn: state.backup?.day ?? null,
  breath: state.breath?.value ?? calmBreath,
  pace: state.pace?.value ?? "as-now",
  reminders: state.reminders?.value ?? noReminders,
});
