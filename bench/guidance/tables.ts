/** Writes the figures as the tables of `bench/README.md`. */
import { measures, type Figure, type Measure } from "./figures.ts";

/** The figures of one policy in one world, in the order of `measures`. */
export interface Row {
  readonly world: string;
  readonly policy: string;
  readonly figures: readonly Figure[];
}

const number = (value: number, { digits, percent }: Pick<Measure, "digits" | "percent">): string =>
  Number.isNaN(value) ? "-" : (percent ? 100 * value : value).toFixed(digits);

/** A figure with its interval, in per cent where the measure says so. */
export const shown = (figure: Figure | undefined, measure: Measure): string => {
  if (figure === undefined || Number.isNaN(figure.value)) return "-";
  const middle = number(figure.value, measure);
  if (measure.digits === 0) return middle;
  return `${middle} (${number(figure.low, measure)} to ${number(figure.high, measure)})`;
};

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A markdown table of a head and its rows. */
export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const titled = ({ name, percent }: Measure): string => (percent ? `${name}, %` : name);

/** Every measure of the engine in every world: one line a measure, the goal beside it. */
export const engineTable = (rows: readonly Row[], policy = "engine"): string => {
  const mine = rows.filter((row) => row.policy === policy);
  return markdown(
    ["figure", "goal", ...mine.map(({ world }) => world)],
    measures.map((measure, i) => [
      titled(measure),
      measure.goal,
      ...mine.map(({ figures }) => shown(figures[i], measure)),
    ]),
  );
};

/** The ratio of every policy in every world. */
export const ratioTable = (rows: readonly Row[]): string => {
  const [first] = measures;
  const names = [...new Set(rows.map(({ policy }) => policy))];
  const worlds = [...new Set(rows.map(({ world }) => world))];
  const cell = (world: string, policy: string): string => {
    const row = rows.find((each) => each.world === world && each.policy === policy);
    return first === undefined ? "-" : shown(row?.figures[0], first);
  };
  return markdown(
    ["world", ...names],
    worlds.map((world) => [world, ...names.map((policy) => cell(world, policy))]),
  );
};

/** Each figure of each policy in one world. */
export const worldTable = (rows: readonly Row[], world: string): string => {
  const here = rows.filter((row) => row.world === world);
  return markdown(
    ["figure", ...here.map(({ policy }) => policy)],
    measures.map((measure, i) => [titled(measure), ...here.map(({ figures }) => shown(figures[i], measure))]),
  );
};

/** Base, mean and worst of the engine's ratio over the worlds, in words. */
export const summary = (rows: readonly Row[], policy = "engine"): string => {
  const mine = rows.filter((row) => row.policy === policy);
  const ratios = mine.map(({ figures }) => figures[0]?.value ?? Number.NaN);
  const mean = ratios.reduce((sum, value) => sum + value, 0) / Math.max(1, ratios.length);
  const worst = mine[ratios.indexOf(Math.min(...ratios))]?.world ?? "-";
  const base = mine.find(({ world }) => world === "base")?.figures[0]?.value ?? Number.NaN;
  return `Ratio of the ${policy}: base ${base.toFixed(2)}, mean ${mean.toFixed(2)}, worst ${Math.min(...ratios).toFixed(2)} (${worst}).`;
};

/** `text` with what stands between the two marks of `name` replaced; null when the marks are missing. */
export const between = (text: string, name: string, inside: string): string | null => {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) return null;
  return `${text.slice(0, start + from.length)}\n\n${inside}\n\n${text.slice(end)}`;
};
