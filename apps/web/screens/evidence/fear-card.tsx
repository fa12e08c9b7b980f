/**
 * Sets how bad each try was feared to be beside how bad it felt.
 *
 * Oldest on the left. The drawing leaves old tries out where it gets too thin; the table never does.
 */
import type { Evidence, Trend } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { PairChart } from "../../parts/charts/pair-chart.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { feltWorse } from "./figures.ts";
import { SaidFigure } from "./said-figure.tsx";
import { fearSaid } from "./said.ts";
import { TrendFigure } from "./trend-figure.tsx";

/** More pairs than this are too thin for a phone; the table holds all of them. */
const drawn = 24;

interface FearCardProps {
  readonly found: Evidence;
  /** Points a day. */
  readonly feared: Trend | null;
  readonly felt: Trend | null;
  /** Titles of the experiments by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** A try that was worse than feared has a broken line. */
export const FearCard = ({ found, feared, felt, titles }: FearCardProps) => {
  const { pairs } = found;
  const said = fearSaid(pairs, titles, useEngine().today());
  return (
    <Card title={said.title}>
      <SaidFigure
        said={said}
        more={[
          t("evidence.fearNote"),
          pairs.length <= drawn ? null : t("evidence.fearNewest", { n: drawn, total: pairs.length }),
        ]}
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
      </SaidFigure>
      <TrendFigure pairs={pairs} feared={feared} felt={felt} />
    </Card>
  );
};
