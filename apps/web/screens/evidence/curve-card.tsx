/** Sets what was said before beside how often it came, in words and as a curve. */
import { Card } from "../../parts/card.tsx";
import { ReliabilityChart } from "../../parts/charts/reliability-chart.tsx";
import { t } from "../words.ts";
import type { Gathered } from "./gathered.ts";
import { SaidFigure } from "./said-figure.tsx";
import { curveSaid } from "./said.ts";

/** Each group has its sentence, its dot and its row; below ten guesses none of them is drawn. */
export const CurveCard = (all: Pick<Gathered, "groups" | "found" | "against">) => {
  const said = curveSaid(all);
  if (said === null) return null;
  return (
    <Card title={said.title}>
      <SaidFigure said={said} more={[t("evidence.calNote")]}>
        <ReliabilityChart groups={all.groups} acrossText={t("evidence.calSaid")} upText={t("evidence.calCame")} />
      </SaidFigure>
    </Card>
  );
};
