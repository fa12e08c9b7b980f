/** Follows how far fear and experience lay apart, try by try. */
import { runOf, type Violation } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { GapChart } from "../../parts/charts/gap-chart.tsx";
import { Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { gapSentence, reachOf } from "./said-figures.ts";

/** More marks than this are too thin for a phone; the table holds all of them. */
const drawn = 48;

/** `titles` are those of the experiments by id. Tries that were worse are counted in words and have a mark of their own. */
export const GapCard = ({
  violations,
  titles,
}: {
  readonly violations: readonly Violation[];
  readonly titles: ReadonlyMap<string, string>;
}) => {
  const today = useEngine().today();
  const n = violations.length;
  const { id, ...numbers } = gapSentence(violations);
  if (n === 0) return null;
  if (id === "evidence.gapFew") {
    return (
      <Card title={t("evidence.gapTitle")}>
        <Soft>{t("evidence.gapFew", { n })}</Soft>
      </Card>
    );
  }
  const shown = violations.slice(-drawn);
  const worse = violations.filter(({ gap }) => gap < 0).length;
  return (
    <Card title={t("evidence.gapTitle")}>
      <Figure
        sentence={t(id, numbers)}
        says={t("evidence.gapWorse", { n, worse })}
        note={
          <>
            <p>{t("evidence.gapNote", { run: runOf })}</p>
            {n <= drawn ? null : <p>{t("evidence.gapNewest", { n: drawn, total: n })}</p>}
          </>
        }
        numbers={{
          caption: t("evidence.gapTable"),
          columns: [
            t("evidence.colTry"),
            t("evidence.colDay"),
            t("evidence.colGap"),
            t("evidence.colRun", { run: runOf }),
          ],
          count: n,
          olderText: (left) => t("evidence.older", { n: left }),
          rowsTo: (most) =>
            violations
              .slice(-most)
              .toReversed()
              .map((one) => ({
                id: one.id,
                cells: [
                  titles.get(one.id) ?? one.step,
                  daySaid(one.day, today),
                  String(one.gap),
                  String(Math.round(one.run.mean)),
                ],
              })),
        }}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <GapChart
          gaps={shown.map((one) => ({ id: one.id, value: one.gap, mean: one.run.mean, range: one.run.range }))}
          reach={reachOf(shown)}
          topText={t("evidence.gapTop")}
          bottomText={t("evidence.gapBottom")}
        />
      </Figure>
    </Card>
  );
};
