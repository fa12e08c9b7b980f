/** Makes the files that other programs read, and names them so that a name tells nothing. */
import { utf8, type LocalDay } from "@belay/basics";
import type { MeasureSitting } from "@belay/domain";
import { fhirBundle, measureTables } from "@belay/measures";
import { i18n, t } from "../words.ts";

/** The sentence of an id; null where this build has none, as for what is for scoring only. */
const words = (id: string): string | null => (Object.hasOwn(i18n.messages, id) ? i18n._(id) : null);

/** The FHIR file. `madeAt` is an instant. */
export const fhirFile = (sittings: readonly MeasureSitting[], item9: boolean, madeAt: Date): Uint8Array => {
  const bundle = fhirBundle({
    sittings,
    item9,
    words,
    loincNotice: t("summary.loinc"),
    language: i18n.locale,
    madeAt: madeAt.toISOString(),
  });
  return utf8(`${JSON.stringify(bundle, null, 1)}\n`);
};

/** The tables, each with a byte order mark: without one many spreadsheets read letters wrongly. */
export const tableFiles = (
  sittings: readonly MeasureSitting[],
  item9: boolean,
): { readonly answers: Uint8Array; readonly scores: Uint8Array } => {
  const { answers, scores } = measureTables(sittings, item9);
  return { answers: utf8(`\ufeff${answers}`), scores: utf8(`\ufeff${scores}`) };
};

/** The product's neutral name, the day, and a number that keeps files of one day apart. */
export const neutralName = (day: LocalDay, which: 1 | 2 | 3): string =>
  `belay-${day}-${which}.${which === 1 ? "json" : "csv"}`;
