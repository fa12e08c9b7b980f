/**
 * Counts what came back from every try, one mark for each.
 *
 * Marks rather than shares: a single no stays as large as a single yes.
 */
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { TallyChart, type Mark } from "../../parts/charts/tally-chart.tsx";
import { t } from "../words.ts";
import { countKinds, type Kind, type Sorted } from "./came-back.ts";

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

/** These stand there even when there were none, so that a no is never out of sight. */
const always: readonly Kind[] = ["yes", "partly", "no", "silence", "hurtful"];

/** Nothing is left out: the counts add up to all tries. */
export const BackCard = ({
  all,
  hurtful,
  guarded,
}: {
  readonly all: readonly Sorted[];
  readonly hurtful: number;
  /** Steps that were let be with somebody unsafe: judgement, not avoidance. */
  readonly guarded: number;
}) => {
  const kinds = countKinds(all);
  const counts = Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]));
  const rows = kinds
    .filter(({ kind, count }) => count > 0 || always.includes(kind))
    .map(({ kind, count }) => ({ id: kind, label: t(`evidence.kind.${kind}`), count, mark: marks[kind] }));
  return (
    <Card title={t("evidence.backTitle")}>
      <Figure
        sentence={t("evidence.backSentence", { n: all.length, ...counts })}
        says={hurtful === 0 ? null : t("evidence.backHurt", { n: hurtful })}
        note={
          <>
            <p>{t("evidence.backNote")}</p>
            {guarded === 0 ? null : <p>{t("evidence.backGuarded", { n: guarded })}</p>}
          </>
        }
        numbers={{
          caption: t("evidence.backTable"),
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
