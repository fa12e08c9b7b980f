/**
 * Sets how bad each try was feared to be beside how bad it felt.
 *
 * Oldest on the left. The drawing leaves old tries out where it gets too thin; the table never does.
 */
import { enough, type Evidence, type Trend } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { PairChart } from "../../parts/charts/pair-chart.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { comparePairs, feltWorse } from "./figures.ts";
import { TrendFigure } from "./trend-figure.tsx";

/** More pairs than this are too thin for a phone; the table holds all of them. */
const drawn = 24;

/** `titles` are those of the experiments by id; the trends are in points a day. */
export const FearCard = ({
  found,
  feared,
  felt,
  titles,
}: {
  readonly feared: Trend | null;
  readonly felt: Trend | null;
  readonly found: Evidence;
  readonly titles: ReadonlyMap<string, string>;
}) => {
  const today = useEngine().today();
  const { pairs } = found;
  const n = pairs.length;
  const words = { n, ...comparePairs(pairs) };
  return (
    <Card title={t("evidence.fearTitle")}>
      <Figure
        sentence={t(n < enough ? "evidence.fearFew" : "evidence.fearSentence", words)}
        note={
          <>
            <p>{t("evidence.fearNote")}</p>
            {n <= drawn ? null : <p>{t("evidence.fearNewest", { n: drawn, total: n })}</p>}
          </>
        }
        numbers={{
          caption: t("evidence.fearTable"),
          columns: [t("evidence.colTry"), t("evidence.colDay"), t("evidence.colFeared"), t("evidence.colFelt")],
          count: n,
          olderText: (left) => t("evidence.older", { n: left }),
          rowsTo: (most) =>
            pairs
              .slice(-most)
              .toReversed()
              .map((pair) => ({
                id: pair.id,
                cells: [
                  titles.get(pair.id) ?? pair.step,
                  daySaid(pair.day, today),
                  String(pair.feared),
                  String(pair.felt),
                ],
              })),
        }}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <PairChart
          pairs={pairs
            .slice(-drawn)
            .map((pair) => ({ id: pair.id, before: pair.feared, after: pair.felt, marked: feltWorse(pair) }))}
          marks={ticks(0, 100, 2)}
          max={100}
          beforeText={t("evidence.fearBefore")}
          afterText={t("evidence.fearAfter")}
        />
      </Figure>
      <TrendFigure pairs={pairs} feared={feared} felt={felt} />
    </Card>
  );
};
