/** Every kind of fact that was ever recorded, with the shape of its newest version. */
import type * as v from "valibot";
import { answerReceived, askClosed, askPrepared, askSent } from "./asks.ts";
import { beliefAdded, beliefRated, momentWeighed, testAgreed } from "./beliefs.ts";
import { checkinNoted } from "./checkin.ts";
import {
  harmNoted,
  personAdded,
  personChanged,
  personObserved,
  personRemoved,
  personScreened,
  safetyRated,
} from "./circle.ts";
import type { Frozen } from "./fields.ts";
import { backupMade, introSeen, settingsChosen } from "./settings.ts";
import {
  aloneNoted,
  dayRested,
  experimentPlanned,
  experimentPredicted,
  outcomeNoted,
  stepAdded,
  stepRemoved,
} from "./steps.ts";

/** Kind and version to shape. A kind is only ever added; an old version gets an upcast in `upcasts.ts`. */
export const eventShapes = {
  "checkin/noted@1": checkinNoted,
  "circle/added@1": personAdded,
  "circle/changed@1": personChanged,
  "circle/removed@1": personRemoved,
  "circle/observed@1": personObserved,
  "circle/safety-rated@1": safetyRated,
  "circle/harm-noted@1": harmNoted,
  "circle/screened@1": personScreened,
  "steps/added@1": stepAdded,
  "steps/removed@1": stepRemoved,
  "steps/rested@1": dayRested,
  "steps/planned@1": experimentPlanned,
  "steps/predicted@1": experimentPredicted,
  "steps/outcome-noted@1": outcomeNoted,
  "steps/alone-noted@1": aloneNoted,
  "asks/prepared@1": askPrepared,
  "asks/sent@1": askSent,
  "asks/closed@1": askClosed,
  "asks/answered@1": answerReceived,
  "beliefs/added@1": beliefAdded,
  "beliefs/rated@1": beliefRated,
  "beliefs/test-agreed@1": testAgreed,
  "beliefs/weighed@1": momentWeighed,
  "settings/chosen@1": settingsChosen,
  "settings/intro-seen@1": introSeen,
  "settings/backup-made@1": backupMade,
} as const;

/** The name of a kind with its version. */
export type EventKind = keyof typeof eventShapes;

/** The body of a kind, unchangeable. */
export type BodyOf<K extends EventKind> = Frozen<v.InferOutput<(typeof eventShapes)[K]>>;

/** The same body before it was checked: ids and days are plain text. Commands are made of these. */
export type RawBodyOf<K extends EventKind> = Frozen<v.InferInput<(typeof eventShapes)[K]>>;

/** One fact: its kind and its body. */
export type DomainEvent = {
  readonly [K in EventKind]: { readonly kind: K; readonly body: BodyOf<K> };
}[EventKind];
