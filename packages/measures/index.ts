/** The only door of the room: instruments, their scores, and what counts as a change. */
export { instrumentIds, type InstrumentId } from "./ids.ts";
export {
  answersTo,
  rangeOf,
  type AnswerScale,
  type Bands,
  type Instrument,
  type Norm,
  type Reliability,
  type Scale,
  type Words,
} from "./instrument.ts";
export { bandOf, instrumentOf, instruments, normOf, reliabilitiesOf, scaleOf } from "./catalogue.ts";
export {
  allowedIn,
  includedIn,
  keySource,
  licenceOf,
  type Build,
  type Licence,
  type LicenceForbids,
  type Verdict,
} from "./licences.ts";
export { publishedIn } from "./published.ts";
export { score, turned, type Scores, type Unscorable } from "./score.ts";
export {
  averagedReliability,
  changeOf,
  cutoffsOf,
  meanOf,
  minimalDetectable,
  reliableFrom,
  sittingsForBaseline,
  standardError,
  type Change,
  type ChangeVerdict,
  type Course,
  type Group,
  type NoChange,
  type Side,
} from "./change.ts";
export {
  middleOf,
  napIntervalOf,
  napLevel,
  phasesOf,
  pointsForPhase,
  smallestPhaseDifference,
  tooEarly,
  type NoPhase,
  type Phases,
  type PhaseVerdict,
} from "./phases.ts";
export { expectedNext, regressionOf, type Regression, type Start } from "./regression.ts";
export {
  baselineDays,
  baselineSet,
  courseOf,
  fourWeeklySet,
  helpSources,
  itemsIn,
  mostPeople,
  offered,
  reachOf,
  weekCounts,
  weeklySet,
  type CountId,
  type HelpSource,
  type Question,
  type Reach,
  type Sitting,
} from "./battery.ts";
export { fhirBundle, type FhirRequest } from "./fhir/bundle.ts";
export type { SittingFor } from "./fhir/kept.ts";
export type { FhirBundle } from "./fhir/shapes.ts";
export { measureTables, type MeasureTables } from "./csv.ts";
export {
  bytesMost,
  cleaned,
  columnsMost,
  looksHeaded,
  rowsMost,
  tableOf,
  type Row,
  type Table,
  type TableFault,
} from "./import/table.ts";
export { jsonRows, type JsonRows } from "./import/json-rows.ts";
export { dayForms, dayIn, formOf, type DayForm } from "./import/days.ts";
export {
  inOrderFrom,
  lackingIn,
  mappingFor,
  proposed,
  type ItemWords,
  type Lacking,
  type Mapping,
} from "./import/columns.ts";
export {
  answersOf,
  numberedBy,
  numberingsOf,
  openIn,
  proposedCodes,
  proposedCounted,
  turnedItems,
  valuesIn,
  valuesMost,
  type Codes,
  type Counted,
  type Meaning,
  type Numbering,
} from "./import/codes.ts";
export { proposedTotals, totalRange, totallings, type Totalling } from "./import/totals.ts";
export {
  isIn,
  previewOf,
  sittingsOf,
  type NotTaken,
  type Preview,
  type Reading,
  type RowFault,
  type Sitting as ImportedSitting,
  type Taken,
  type Ticks,
} from "./import/preview.ts";
