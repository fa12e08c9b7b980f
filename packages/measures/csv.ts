/** Writes sittings as two tables that spreadsheets and programs read: the answers, and the scores. */
import { keptOf, rounded, type Kept, type SittingFor } from "./fhir/kept.ts";

/** Both files, in text; a file that is handed over begins with a byte order mark, which whoever saves it adds. */
export interface MeasureTables {
  /** One row for each sitting with answers. */
  readonly answers: string;
  /** One row for each score. */
  readonly scores: string;
}

type Cell = string | number | null;

/** What a spreadsheet would take for a formula, also in its wide forms (OWASP, "CSV Injection"). */
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One cell: numbers bare, nothing empty, text quoted where it has to be (RFC 4180, 2.5 to 2.7) and never a formula. */
const cellOf = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines end as RFC 4180, 2.1 says, the last one too. */
const tableOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

/** An answer that is left out on purpose; an empty cell is one that was not given. */
const masked = "masked";

const answerCells = ({ answers, masked: items }: Kept, width: number): readonly Cell[] =>
  Array.from({ length: width }, (_, i) => (items.includes(i + 1) ? masked : (answers?.[i] ?? null)));

/**
 * Answers: `day,instrument,person,item1,…`, raw and in published order. Scores: `day,instrument,person,score,value`.
 * `person` is a number within the file, for what asks about a person. Without `item9`, item 9 of the PHQ-9 reads
 * "masked" and the scores are those of the PHQ-8, as in the FHIR file.
 */
export const measureTables = (sittings: readonly SittingFor[], item9: boolean): MeasureTables => {
  const all = sittings.flatMap((sitting) => keptOf(sitting, item9) ?? []);
  const people = [...new Set(all.flatMap(({ sitting }) => sitting.about ?? []))];
  const start = ({ sitting: { day, about } }: Kept, id: string): readonly Cell[] => [
    day,
    id,
    about === null ? null : people.indexOf(about) + 1,
  ];
  const answered = all.filter(({ answers }) => answers !== null);
  const width = Math.max(0, ...answered.map(({ instrument }) => instrument.items));
  const items = Array.from({ length: width }, (_, i) => `item${i + 1}`);
  const scored = all.flatMap((kept) => [
    ...kept.scoredAs.scales.flatMap(({ name }): readonly (readonly Cell[])[] => {
      const value = kept.scores[name];
      return value === undefined ? [] : [[...start(kept, kept.scoredAs.id), name, rounded(value)]];
    }),
    ...kept.withheld.map((name): readonly Cell[] => [...start(kept, kept.instrument.id), name, masked]),
  ]);
  return {
    answers: tableOf([
      ["day", "instrument", "person", ...items],
      ...answered.map((kept) => [...start(kept, kept.instrument.id), ...answerCells(kept, width)]),
    ]),
    scores: tableOf([["day", "instrument", "person", "score", "value"], ...scored]),
  };
};
