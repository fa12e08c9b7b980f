/** Turns a finding into a section that can be shared: within its limits, and without anybody's name. */
import { people, person, type State } from "@belay/domain";
import type { DocumentFigure, DocumentTable, Section } from "../../parts/document-shape.ts";
import { t } from "../words.ts";
import type { Said } from "./said.ts";

/** What a section may hold at most; the wire room refuses a document that holds more (its `shareLimits`). */
export const most = { sentences: 12, rows: 400, marks: 60, points: 400, label: 120, sentence: 600 } as const;

/** A text that fits, cut with an ellipsis where it has to be. */
export const clipped = (text: string, length: number = most.label): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** A table of a finding, its newest rows first where there are too many. */
const tableOf = ({ numbers }: Pick<Said, "numbers">): DocumentTable | null => {
  if (numbers === null) return null;
  const rows = "rowsTo" in numbers ? numbers.rowsTo(most.rows) : numbers.rows.slice(0, most.rows);
  return {
    caption: numbers.caption,
    columns: numbers.columns,
    rows: rows.map(({ cells }) => cells.map((cell) => clipped(cell, most.sentence))),
  };
};

/** The finding under an id of at most 40 characters; `figure` is its drawing as numbers. */
export const sectionOf = (id: string, said: Said, figure: DocumentFigure | null): Section => ({
  id,
  title: clipped(said.title),
  sentences: [said.sentence, ...(typeof said.says === "string" ? [said.says] : []), ...said.notes]
    .slice(0, most.sentences)
    .map((sentence) => clipped(sentence, most.sentence)),
  figure,
  table: tableOf(said),
});

/** The place of a day between two others, 0 to 1; the middle where they are one. */
export const placeBetween = (first: number, last: number, at: number): number =>
  last > first ? (at - first) / (last - first) : 0.5;

/**
 * Takes names out of a text, whole words alone, and puts "somebody" there: those of the circle, and of whoever was asked
 * and has left it since.
 */
export const withoutNames = (state: State, asked: readonly (string | null)[]): ((text: string) => string) => {
  const known = [...people(state), ...asked.flatMap((id) => (id === null ? [] : (person(state, id) ?? [])))];
  const names = [...new Set(known.map(({ nickname }) => nickname.trim()))]
    .filter((name) => name !== "")
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (names.length === 0) return (text) => text;
  const named = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join("|")})(?![\p{L}\p{N}])`, "giu");
  return (text) => text.replaceAll(named, t("change.somebody"));
};
