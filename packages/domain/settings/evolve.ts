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
};

/** Before any choice. */
export const emptySettings: SettingsState = {
  country: null,
  signAs: null,
  keepCopy: null,
  touch: null,
  intro: null,
  backup: null,
};

/** The facts of this feature. */
export type SettingsEvent = Recorded & {
  readonly kind: "settings/chosen@1" | "settings/intro-seen@1" | "settings/backup-made@1";
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
    default:
      return assertNever(event);
  }
};
