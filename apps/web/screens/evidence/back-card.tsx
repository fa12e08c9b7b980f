/**
 * Counts what came back from every try, one mark for each.
 *
 * Marks rather than shares: a single no stays as large as a single yes.
 */
import { Card } from "../../parts/card.tsx";
import { TallyChart, type Mark } from "../../parts/charts/tally-chart.tsx";
import { t } from "../words.ts";
import type { Kind, Sorted } from "./came-back.ts";
import { SaidFigure } from "./said-figure.tsx";
import { backSaid, kindsShown } from "./said.ts";

/** A shape for each kind; only what hurt has the colour of care, and a shape of its own as well. */
const marks: Readonly<Record<Kind, Mark>> = {
  yes: "full",
  partly: "half",
  no: "ring",
  silence: "dash",
  hurtful: "hurt",
  open: "dots",
  done: "full",
  undone: "dash",
};

interface BackCardProps {
  readonly all: readonly Sorted[];
  readonly hurtful: number;
  /** Steps that were let be with somebody unsafe: judgement, not avoidance. */
  readonly guarded: number;
}

/** Nothing is left out: the counts add up to all tries. */
export const BackCard = ({ all, hurtful, guarded }: BackCardProps) => {
  const said = backSaid(all, hurtful, guarded);
  const rows = kindsShown(all).map(({ kind, count }) => ({
    label: t(`evidence.kind.${kind}`),
    count,
    mark: marks[kind],
  }));
  return (
    <Card title={said.title}>
      <SaidFigure said={said}>
        <TallyChart rows={rows} />
      </SaidFigure>
    </Card>
  );
};
