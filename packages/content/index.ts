/** The only door of the room: every sentence a person reads, and the tables behind the screens. */
import { measureWords } from "./locales/en/measures.ts";
import { measuring } from "./locales/en/measuring.ts";
import { leaving } from "./locales/en/leaving.ts";
import { bring } from "./locales/en/bring.ts";
import { care } from "./locales/en/care.ts";
import { share } from "./locales/en/share.ts";
import { summary } from "./locales/en/summary.ts";
import { change } from "./locales/en/change.ts";
import { shifts } from "./locales/en/shifts.ts";
import { origins } from "./locales/en/origins.ts";
import { plan } from "./locales/en/plan.ts";
import { path } from "./locales/en/path.ts";
import { pause } from "./locales/en/pause.ts";
import { kindness } from "./locales/en/kindness.ts";
import { load } from "./locales/en/load.ts";
import { signs } from "./locales/en/signs.ts";
import { ask } from "./locales/en/ask.ts";
import { beliefs } from "./locales/en/beliefs.ts";
import { circle } from "./locales/en/circle.ts";
import { evidence } from "./locales/en/evidence.ts";
import { faults } from "./locales/en/faults.ts";
import { help } from "./locales/en/help.ts";
import { learn } from "./locales/en/learn.ts";
import { devices } from "./locales/en/devices.ts";
import { lock } from "./locales/en/lock.ts";
import { mine } from "./locales/en/mine.ts";
import { outcome } from "./locales/en/outcome.ts";
import { predict } from "./locales/en/predict.ts";
import { screening } from "./locales/en/screening.ts";
import { shell } from "./locales/en/shell.ts";
import { steps } from "./locales/en/steps.ts";
import { today } from "./locales/en/today.ts";
import { welcome } from "./locales/en/welcome.ts";
import { who } from "./locales/en/who.ts";
import { wording } from "./locales/en/wording.ts";

export { answer } from "./locales/en/answer.ts";
export { hostConsole } from "./locales/en/console.ts";
export { documentSentences, sharePage } from "./locales/en/share-page.ts";
/** Words of the questionnaires by id, also by themselves. */
export { measureWords } from "./locales/en/measures.ts";
export { beliefCatalogue } from "./catalogue/beliefs.ts";
export { beliefGroups, type BeliefGroup, type BeliefGroupId } from "./catalogue/belief-groups.ts";
export { beliefSteps, ownBeliefSteps } from "./catalogue/belief-steps.ts";
export { bodyCues } from "./catalogue/body-cues.ts";
export { careLines, therapyCatalogue } from "./catalogue/care.ts";
export { disclaimers, type Disclaimer } from "./catalogue/disclaimers.ts";
export { firstWays, type FirstWay } from "./catalogue/no-one-yet.ts";
export { helpFallbacks, helpLines } from "./catalogue/help-lines.ts";
export { lessonCatalogue } from "./catalogue/lessons.ts";
export { noScripts, type NoKind, type NoScript, type NoTo } from "./catalogue/no-scripts.ts";
export { originNotes, originPrompts, type OriginNoteId } from "./catalogue/origins.ts";
export { pauseLines, type PauseLineId } from "./catalogue/pause-lines.ts";
export { practiceCatalogue } from "./catalogue/practices.ts";
export { safeQualities, safetyQuestions } from "./catalogue/safe-qualities.ts";
export { scriptCatalogue } from "./catalogue/scripts.ts";
export { shiftCatalogue } from "./catalogue/shifts.ts";
export { signCatalogue } from "./catalogue/signs.ts";
export { stepCatalogue } from "./catalogue/steps.ts";
export { togetherCatalogue } from "./catalogue/together.ts";
export { wordingEn } from "./wording/en.ts";
export { rowAreas, rowIds, type RowId } from "./rows.ts";
export type {
  BeliefContent,
  BodyCue,
  CareLine,
  CriticMoment,
  EvidenceGrade,
  HelpCountry,
  HelpFallback,
  HelpLine,
  LessonContent,
  OriginNote,
  OriginPrompt,
  PauseLine,
  PracticeContent,
  SafeQuality,
  SafetyQuestion,
  ScriptContent,
  ShiftContent,
  SignContent,
  SignGroup,
  StepContent,
  TherapyContent,
  TogetherContent,
} from "./shapes.ts";

/** Every sentence of the app's own screens in English: ICU MessageFormat by explicit id. */
export const messagesEn = {
  ...shell,
  ...welcome,
  ...today,
  ...steps,
  ...who,
  ...screening,
  ...predict,
  ...ask,
  ...wording,
  ...outcome,
  ...beliefs,
  ...circle,
  ...evidence,
  ...change,
  ...faults,
  ...help,
  ...learn,
  ...devices,
  ...lock,
  ...mine,
  ...signs,
  ...load,
  ...kindness,
  ...pause,
  ...path,
  ...plan,
  ...origins,
  ...shifts,
  ...care,
  ...share,
  ...summary,
  ...measuring,
  ...measureWords,
  ...leaving,
  ...bring,
} as const;
