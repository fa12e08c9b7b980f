/** Gathers the figures of every round and says each one's median, and whether it reached what it should. */
import { quantile } from "../figures.ts";

/** What a figure should be: at most or at least so much; null where nothing was asked of it. */
export type Goal = { readonly most: number } | { readonly least: number } | null;

/** One figure: a short name for whoever reckons on, what a person reads, its unit, its goal, and each round's value. */
export interface Line {
  readonly key: string;
  readonly what: string;
  readonly unit: string;
  readonly goal: Goal;
  readonly values: readonly number[];
}

/** The middle of the rounds (the lower one of two). */
export const medianOf = ({ values }: Pick<Line, "values">): number => quantile(values, 0.5);

/** How far a value is from its goal, in percent of the goal: "met", or by how much it was missed; "" without a goal. */
export const verdict = (value: number, goal: Goal): string => {
  if (goal === null) return "";
  if (!Number.isFinite(value)) return "not measured";
  const wanted = "most" in goal ? goal.most : goal.least;
  const off = "most" in goal ? value / wanted - 1 : 1 - value / wanted;
  return off <= 0 ? "met" : `missed by ${off < 0.1 ? (off * 100).toFixed(1) : (off * 100).toFixed(0)} %`;
};

/** A number as a table shows it: three figures that count, thousands apart. */
export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en");
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};

const goalShown = (goal: Goal): string => {
  if (goal === null) return "";
  return "most" in goal ? `<= ${goal.most.toLocaleString("en")}` : `>= ${goal.least.toLocaleString("en")}`;
};

/** The figures of a run so far. */
export interface Sheet {
  readonly note: (what: Omit<Line, "values">, value: number) => void;
  readonly lines: () => readonly Line[];
}

/** An empty sheet; lines stand in the order in which they were first noted. */
export const newSheet = (): Sheet => {
  const all = new Map<string, Line>();
  return {
    note: (what, value) => {
      const values = [...(all.get(what.key)?.values ?? []), value];
      all.set(what.key, { ...what, values });
    },
    lines: () => [...all.values()],
  };
};

/** A Markdown table: a row for each of these cells, the first row its head. */
export const markdown = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...rest] = rows;
  return [head, head.map(() => "---"), ...rest].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
};

/** The lines with their medians, every round beside them, goals and verdicts. */
export const goalTable = (lines: readonly Line[]): string =>
  markdown([
    ["what", "median", "rounds", "goal", ""],
    ...lines.map((line) => [
      line.what,
      `${shown(medianOf(line))} ${line.unit}`.trim(),
      line.values.map(shown).join(", "),
      goalShown(line.goal),
      verdict(medianOf(line), line.goal),
    ]),
  ]);

/** Medians by key, for whoever reckons on with them; what was not measured is left out. */
export const mediansOf = (lines: readonly Line[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    lines.map((line) => [line.key, medianOf(line)] as const).filter(([, median]) => Number.isFinite(median)),
  );
