/** Folds the person's choices: the newest of each stands. */
import { assertNever } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { dated, first, newest, type Dated } from "../events/dated.ts";
import type { Recorded } from "../events/order.ts";

type Chosen = BodyOf<"settings/chosen@1">;

/** One register for each choice; null until it was made. */
export type SettingsState = {
  readonly country: Dated<string> | null;
  readonly signAs: Dated<string> | null;
  readonly keepCopy: Dated<boolean> | null;
  readonly touch: Dated<boolean> | null;
  readonly intro: Dated<1> | null;
  readonly backup: Dated<true> | null;
  readonly breath: Dated<BodyOf<"settings/breath-set@1">> | null;
  readonly pace: Dated<BodyOf<"settings/pace-chosen@1">["pace"]> | null;
  readonly reminders: Dated<BodyOf<"settings/reminders-set@1">> | null;
};

/** Before any choice. */
export const emptySettings: SettingsState = {
  country: null,
  signAs: null,
  keepCopy: null,
  touch: null,
  intro: null,
  backup: null,
  breath: null,
  pace: null,
  reminders: null,
};

/** The facts of this feature. */
export type SettingsEvent = Recorded & {
  readonly kind: `settings/${string}`;
};

const choose = (state: SettingsState, event: SettingsEvent, chosen: Chosen): SettingsState => {
  const put = <T>(old: Dated<T> | null, value: T | null): Dated<T> | null =>
    value === null ? old : newest(old, dated(event, value));
  return {
    ...state,
    country: put(state.country, chosen.country),
    signAs: put(state.signAs, chosen.signAs),
    keepCopy: put(state.keepCopy, chosen.keepCopy),
    touch: put(state.touch, chosen.touch),
  };
};

/** The state with `event`, in whatever order it comes and however often. */
export const evolveSettings = (state: SettingsState, event: SettingsEvent): SettingsState => {
  switch (event.kind) {
    case "settings/chosen@1":
      return choose(state, event, event.body);
    case "settings/intro-seen@1":
      return { ...state, intro: first(state.intro, dated(event, event.body.version)) };
    case "settings/backup-made@1":
      return { ...state, backup: newest(state.backup, dated(event, true)) };
    case "settings/breath-set@1":
      return { ...state, breath: newest(state.breath, dated(event, event.body)) };
    case "settings/pace-chosen@1":
      return { ...state, pace: newest(state.pace, dated(event, event.body.pace)) };
    case "settings/reminders-set@1":
      return { ...state, reminders: newest(state.reminders, dated(event, event.body)) };
    default:
      return assertNever(event);
  }
};
