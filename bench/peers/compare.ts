/** Sets our figures beside a peer's of the same rounds, and says by how much ours are ahead. */
import { markdown, medianOf, shown, verdict, type Line } from "../relay/lines.ts";

/** What is compared: its key in both sheets, and whether more of it is better. */
export interface Matter {
  readonly key: string;
  readonly better: "more" | "less";
  /** How many times ours is to be as good; null where nothing was asked. */
  readonly least: number | null;
}

/** By how much ours was better, round by round: only rounds that both have. */
export const aheadBy = (ours: readonly number[], theirs: readonly number[], better: Matter["better"]): number[] =>
  ours.slice(0, theirs.length).map((one, i) => {
    const other = theirs[i] ?? Number.NaN;
    return better === "more" ? one / other : other / one;
  });

const rowOf = (ours: readonly Line[], theirs: readonly Line[], { key, better, least }: Matter): readonly string[] => {
  const [our, their] = [ours.find((line) => line.key === key), theirs.find((line) => line.key === key)];
  if (our === undefined) return [];
  const value = (line: Line): string => `${shown(medianOf(line))} ${line.unit}`.trim();
  if (their === undefined) return [our.what, value(our), "has none", "", "", ""];
  const ahead = medianOf({ values: aheadBy(our.values, their.values, better) });
  const goal = least === null ? null : { least };
  return [
    our.what,
    value(our),
    value(their),
    `${shown(ahead)} x`,
    least === null ? "" : `>= ${least}`,
    verdict(ahead, goal),
  ];
};

/** The table of one peer: medians of both, and the median of what each round's ratio was. */
export const comparison = (
  ours: readonly Line[],
  theirs: readonly Line[],
  matters: readonly Matter[],
  title: string,
): string =>
  markdown([
    ["what", "relay", title, "relay ahead by", "goal", ""],
    ...matters.map((matter) => rowOf(ours, theirs, matter)).filter((row) => row.length > 0),
  ]);
