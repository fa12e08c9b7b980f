/** Says and draws whether fear and feeling move over time. */
import { dayNumber } from "@belay/basics";
import { enoughForTrend, type Evidence, type Trend } from "@belay/guidance";
import { Figure } from "../../parts/charts/figure.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { TrendChart } from "../../parts/charts/trend-chart.tsx";
import { Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { courseOf } from "./said-figures.ts";

/** A slope a day as points a month, with its sign. */
const monthly = (slope: number): string => String(Math.round(slope * 30));

const row = (id: string, label: string, trend: Trend) => ({
  id,
  cells: [
    label,
    monthly(trend.slope),
    t("evidence.saidFromTo", { low: monthly(trend.low), high: monthly(trend.high) }),
  ],
});

/** Nothing of it below ten tries on more than one day. */
export const TrendFigure = ({
  pairs,
  feared,
  felt,
}: {
  readonly pairs: Evidence["pairs"];
  readonly feared: Trend | null;
  readonly felt: Trend | null;
}) => {
  const today = useEngine().today();
  if (feared === null || felt === null || feared.n < enoughForTrend) return <Soft>{t("evidence.trendFew")}</Soft>;
  const before = courseOf(feared);
  const after = courseOf(felt);
  const counted = pairs.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(-feared.n);
  const dots = (which: "feared" | "felt") =>
    counted.map((pair) => ({ id: pair.id, at: dayNumber(pair.day), value: pair[which] }));
  const [first] = counted;
  const last = counted.at(-1);
  return (
    <Figure
      sentence={t("evidence.trendSentence", {
        feared: before.way,
        fearedBy: before.by,
        fearedLow: before.low,
        fearedHigh: before.high,
        felt: after.way,
        feltBy: after.by,
        feltLow: after.low,
        feltHigh: after.high,
      })}
      note={
        <>
          <p>{t("evidence.trendNote")}</p>
          {feared.n === pairs.length ? null : <p>{t("evidence.trendNewest", { n: feared.n })}</p>}
        </>
      }
      numbers={{
        caption: t("evidence.trendTable"),
        columns: [t("evidence.colWhat"), t("evidence.colTrend"), t("evidence.colRange")],
        rows: [row("feared", t("evidence.trendFeared"), feared), row("felt", t("evidence.trendFelt"), felt)],
      }}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      <TrendChart
        before={{ dots: dots("feared"), slope: feared.slope, low: feared.low, high: feared.high }}
        after={{ dots: dots("felt"), slope: felt.slope, low: felt.low, high: felt.high }}
        max={100}
        marks={ticks(0, 100, 2)}
        from={first === undefined ? "" : daySaid(first.day, today)}
        to={last === undefined ? "" : daySaid(last.day, today)}
        beforeText={t("evidence.trendFeared")}
        afterText={t("evidence.trendFelt")}
      />
    </Figure>
  );
};
