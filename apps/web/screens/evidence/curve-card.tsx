/** Sets what was said before beside how often it came, in words and as a curve. */
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { ReliabilityChart } from "../../parts/charts/reliability-chart.tsx";
import { Soft } from "../../parts/layout.tsx";
import { t } from "../words.ts";
import { whole } from "./figures.ts";
import type { Gathered } from "./gathered.ts";
import { aboutPercent, curveSentence, scoreWords } from "./said-figures.ts";

/** How far off the guesses were, and how far off the average would have been. */
const Score = ({ found, against }: Pick<Gathered, "found" | "against">) => {
  if (found.brier === null || against === null) return null;
  const { score, average, its, id } = scoreWords(found.brier, against);
  return (
    <>
      <p>{t("evidence.calScore", { score })}</p>
      <p>{t(id, { average, its })}</p>
    </>
  );
};

/** Each group has its sentence, its dot and its row; below ten guesses none of them is drawn. */
export const CurveCard = ({ groups, found, against }: Pick<Gathered, "groups" | "found" | "against">) => {
  const sentence = curveSentence(groups);
  if (found.n === 0) return null;
  if (sentence === "evidence.calFew") {
    return (
      <Card title={t("evidence.calTitle")}>
        <Soft>{t("evidence.calFew", { n: found.n })}</Soft>
      </Card>
    );
  }
  const said = (share: number): number => whole(share) ?? 0;
  return (
    <Card title={t("evidence.calTitle")}>
      <Figure
        sentence={t(sentence, { n: found.n })}
        note={
          <>
            {groups.map((group) => (
              <p key={group.said}>
                {t("evidence.calGroup", { said: aboutPercent(group.said), came: group.came, n: group.n })}
              </p>
            ))}
            <Score found={found} against={against} />
            <p>{t("evidence.calNote")}</p>
          </>
        }
        numbers={{
          caption: t("evidence.calTable"),
          columns: [t("evidence.colSaid"), t("evidence.colCame"), t("evidence.colShare"), t("evidence.colRange")],
          rows: groups.map((group) => ({
            id: String(group.said),
            cells: [
              t("evidence.saidRange", { low: said(group.low), high: said(group.high) }),
              t("evidence.ofTotal", { yes: group.came, total: group.n }),
              t("evidence.percent", { n: said(group.share) }),
              group.range === null
                ? t("evidence.none")
                : t("evidence.likely", { low: said(group.range[0]), high: said(group.range[1]) }),
            ],
          })),
        }}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <ReliabilityChart groups={groups} acrossText={t("evidence.calSaid")} upText={t("evidence.calCame")} />
      </Figure>
    </Card>
  );
};
