/** Sets how it was for the people asked beside what the person had feared. */
import { enoughOfThem } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { NumbersBelow } from "../../parts/charts/figure.tsx";
import { PairChart } from "../../parts/charts/pair-chart.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import type { Gathered } from "./gathered.ts";
import { SaidFigure } from "./said-figure.tsx";
import { themSaid } from "./said.ts";

/** More pairs than this are too thin for a phone; the table holds all answers. */
const drawn = 24;

/** Refusals are among them. Below five pairs every number is said instead of drawn. */
export const ForThemCard = (all: Pick<Gathered, "forThem" | "forThemSummary">) => {
  const said = themSaid(all, useEngine().today());
  if (said === null || said.numbers === null) return null;
  if (all.forThemSummary.beside.n < enoughOfThem) {
    return (
      <Card title={said.title}>
        <p>{said.sentence}</p>
        {said.notes.map((note, index) =>
          index === said.notes.length - 1 ? <Soft key={note}>{note}</Soft> : <p key={note}>{note}</p>,
        )}
        <NumbersBelow numbers={said.numbers} showText={t("evidence.show")} hideText={t("evidence.hide")} />
      </Card>
    );
  }
  const pairs = all.forThem.flatMap(({ id, bad, burden }) =>
    bad === null || burden === null ? [] : [{ id, before: bad / 10, after: burden, marked: burden > bad / 10 + 0.5 }],
  );
  return (
    <Card title={said.title}>
      <SaidFigure
        said={said}
        more={[pairs.length <= drawn ? null : t("evidence.otherNewest", { n: drawn, total: all.forThem.length })]}
      >
        <PairChart
          pairs={pairs.slice(-drawn)}
          marks={ticks(0, 10, 2)}
          max={10}
          beforeText={t("evidence.otherFeared")}
          afterText={t("evidence.otherWrote")}
        />
      </SaidFigure>
    </Card>
  );
};
