/** Every kind of fact that was ever recorded, with the shape of its newest version. */
import type * as v from "valibot";
import { answerReceived, askClosed, askPrepared, askSent } from "./asks.ts";
import {
  alternativeRated,
  alternativeSet,
  beliefAdded,
  beliefQuestioned,
  beliefRated,
  momentWeighed,
  testAgreed,
} from "./beliefs.ts";
import { checkinNoted } from "./checkin.ts";
import {
  askableAdded,
  askableRemoved,
  exchangeNoted,
  harmNoted,
  personAdded,
  personChanged,
  personObserved,
  personRemoved,
  personScreened,
  safetyRated,
} from "./circle.ts";
import { practiceDone } from "./compassion.ts";
import { entryErased } from "./erasing.ts";
import type { Frozen } from "./fields.ts";
import { cardSeen } from "./learn.ts";
import { limitDropped, limitSet, loadAdded, loadDecided, loadLinked, loadPutDown, resentmentNoted } from "./load.ts";
import { measureAnswered, measuresChosen, measuresCounted, measuresImported, sourcesRated } from "./measures.ts";
import { offerEnded, offerMade, offerTaken } from "./offers.ts";
import { originsBegun, originsEnded, originsForgotten, originsSwitched } from "./origins.ts";
import { pathWalked } from "./paths.ts";
import { pauseTaken } from "./pauses.ts";
import { planLineRemoved, planLineWritten } from "./plan.ts";
import { backupMade, breathSet, introSeen, paceChosen, remindersSet, settingsChosen } from "./settings.ts";
import { shareBegun, sharePaused, sharePrepared, shareRenewed, shareResumed, shareRevoked } from "./sharing.ts";
import { shiftsAnswered } from "./shifts.ts";
import { signsAnswered } from "./signs.ts";
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
  "circle/exchanged@1": exchangeNoted,
  "circle/askable-added@1": askableAdded,
  "circle/askable-removed@1": askableRemoved,
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
  "beliefs/questioned@1": beliefQuestioned,
  "beliefs/alternative-set@1": alternativeSet,
  "beliefs/alternative-rated@1": alternativeRated,
  "signs/answered@1": signsAnswered,
  "load/added@1": loadAdded,
  "load/decided@1": loadDecided,
  "load/linked@1": loadLinked,
  "load/put-down@1": loadPutDown,
  "load/resentment-noted@1": resentmentNoted,
  "load/limit-set@1": limitSet,
  "load/limit-dropped@1": limitDropped,
  "offers/made@1": offerMade,
  "offers/ended@1": offerEnded,
  "offers/taken@1": offerTaken,
  "pauses/taken@1": pauseTaken,
  "compassion/practised@1": practiceDone,
  "origins/switched@1": originsSwitched,
  "origins/begun@1": originsBegun,
  "origins/ended@1": originsEnded,
  "origins/forgotten@1": originsForgotten,
  "shifts/answered@1": shiftsAnswered,
  "measures/answered@1": measureAnswered,
  "measures/counted@1": measuresCounted,
  "measures/sources-rated@1": sourcesRated,
  "measures/imported@1": measuresImported,
  "measures/chosen@1": measuresChosen,
  "sharing/prepared@1": sharePrepared,
  "sharing/begun@1": shareBegun,
  "sharing/renewed@1": shareRenewed,
  "sharing/paused@1": sharePaused,
  "sharing/resumed@1": shareResumed,
  "sharing/revoked@1": shareRevoked,
  "paths/walked@1": pathWalked,
  "learn/seen@1": cardSeen,
  "plan/line-written@1": planLineWritten,
  "plan/line-removed@1": planLineRemoved,
  "entries/erased@1": entryErased,
  "settings/chosen@1": settingsChosen,
  "settings/intro-seen@1": introSeen,
  "settings/backup-made@1": backupMade,
  "settings/breath-set@1": breathSet,
  "settings/pace-chosen@1": paceChosen,
  "settings/reminders-set@1": remindersSet,
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
