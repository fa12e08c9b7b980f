/** Counts whether the things that were feared came true. */
import type { Experiment } from "@belay/domain";
import { enough } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { TallyChart, type TallyRow } from "../../parts/charts/tally-chart.tsx";
import { t } from "../words.ts";

/** Counts of the three results among the newest outcomes. */
export const countFeared = (
  all: readonly Experiment[],
): { readonly happened: number; readonly not: number; readonly neither: number; readonly n: number } => {
  const said = all.flatMap(({ outcome }) => (outcome === null || outcome.feared === null ? [] : [outcome.feared]));
  const happened = said.filter((result) => result === "happened").length;
  const not = said.filter((result) => result === "did-not").length;
  return { happened, not, neither: said.length - happened - not, n: said.length };
};

/** Fears that could not have been seen either way count as neither, and are shown. */
export const ThingCard = ({ all }: { readonly all: readonly Experiment[] }) => {
  const { happened, not, neither, n } = countFeared(all);
  if (n === 0) return null;
  const rows: readonly (TallyRow & { readonly id: string })[] = [
    { id: "happened", label: t("evidence.thingHappened"), count: happened, mark: "diamond" },
    { id: "not", label: t("evidence.thingNot"), count: not, mark: "full" },
    { id: "neither", label: t("evidence.thingNeither"), count: neither, mark: "ring" },
  ];
  return (
    <Card title={t("evidence.thingTitle")}>
      <Figure
        sentence={t(n < enough ? "evidence.thingFew" : "evidence.thingSentence", { happened, n })}
        numbers={{
          caption: t("evidence.thingTable"),
          columns: [t("evidence.colKind"), t("evidence.colHow")],
          rows: rows.map(({ id, label, count }) => ({ id, cells: [label, String(count)] })),
        }}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <TallyChart rows={rows} />
      </Figure>
    </Card>
  );
};
