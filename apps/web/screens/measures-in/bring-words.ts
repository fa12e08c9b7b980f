/** Finds the sentence for whatever is wrong with a file, a column or a row. */
import type { Lacking, NotTaken, RowFault, Table } from "@belay/measures";
import { i18n, t } from "../words.ts";
import type { FileFault } from "./read-file.ts";
import type { LackingValues } from "./work.ts";

/** What a column is called, or its number where it has no name. */
export const columnName = (table: Table, column: number): string => {
  const name = table.columns[column] ?? "";
  return name === "" ? t("bring.column", { n: column + 1 }) : name;
};

/** What a score is called on screens; the names come from the room of measures. */
export const scaleWords = (scale: string): string => i18n._(`change.scale.${scale}`);

/** For a file that is no table. */
export const faultWords = ({ type, ...values }: FileFault): string => t(`bring.fault.${type}`, values);

/** For columns that do not suffice. */
export const lackWords = (lacking: Lacking, table: Table): string =>
  lacking.type === "TwiceUsed"
    ? t("bring.lack.TwiceUsed", { column: columnName(table, lacking.column) })
    : t(`bring.lack.${lacking.type}`);

/** For values that do not suffice. */
export const valueWords = ({ type }: LackingValues): string => t(`bring.lack.${type}`);

/** For a row that cannot be taken in. */
export const rowWords = (fault: RowFault, table: Table): string => {
  const { type, ...values } = fault;
  return t(`bring.row.${type}`, "column" in values ? { ...values, column: columnName(table, values.column) } : values);
};

/** For rows that are not taken in as a whole. */
export const notTakenWords = (fault: NotTaken): string =>
  fault.type === "InDoubt" ? t("bring.lack.InDoubt", { n: fault.rows.length }) : t("bring.lack.NothingLeft");
