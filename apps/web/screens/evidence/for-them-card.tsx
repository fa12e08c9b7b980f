/** Sets how it was for the people asked beside what the person had feared. */
import { enoughOfThem } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure, type LongNumbers } from "../../parts/charts/figure.tsx";
import { PairChart } from "../../parts/charts/pair-chart.tsx";
import { ticks } from "../../parts/charts/scale.ts";
import { Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import type { Gathered } from "./gathered.ts";

/** More pairs than this are too thin for a phone; the table holds all answers. */
const drawn = 24;

/** Those that were given; an empty answer is none, not a zero. */
const given = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

/** What so few wrote: every number, because an average of three hides them. */
const Few = ({ rows }: { readonly rows: Gathered["forThem"] }) => {
  const burden = given(rows.map((row) => row.burden));
  const glad = given(rows.map((row) => row.glad));
  return (
    <Card title={t("evidence.otherTitle")}>
      <p>{t("evidence.otherLine", { n: rows.length })}</p>
      {burden.length === 0 ? null : <p>{t("evidence.otherBurden", { list: burden.join(", ") })}</p>}
      {glad.length === 0 ? null : <p>{t("evidence.otherGlad", { list: glad.join(", ") })}</p>}
      <Soft>{t("evidence.otherNote")}</Soft>
    </Card>
  );
};

const cell = (value: number | null): string => (value === null ? t("evidence.none") : String(value));

const table = (rows: Gathered["forThem"], dayOf: (row: Gathered["forThem"][number]) => string): LongNumbers => ({
  caption: t("evidence.otherTable"),
  columns: [
    t("evidence.colTry"),
    t("evidence.colDay"),
    t("evidence.colYes"),
    t("evidence.colFeared"),
    t("evidence.colBurden"),
    t("evidence.colGlad"),
  ],
  count: rows.length,
  olderText: (left) => t("evidence.older", { n: left }),
  rowsTo: (most) =>
    rows
      .slice(-most)
      .toReversed()
      .map((row) => ({
        id: row.id,
        cells: [row.title, dayOf(row), cell(row.yes), cell(row.bad), cell(row.burden), cell(row.glad)],
      })),
});

/** Refusals are among them. Below five pairs every number is said instead of drawn. */
export const ForThemCard = ({
  rows,
  summary,
}: {
  readonly rows: Gathered["forThem"];
  readonly summary: Gathered["forThemSummary"];
}) => {
  const today = useEngine().today();
  if (rows.length === 0) return null;
  const { beside, burden, glad } = summary;
  if (beside.n < enoughOfThem) return <Few rows={rows} />;
  const pairs = rows.flatMap((row) =>
    row.bad === null || row.burden === null ? [] : [{ ...row, bad: row.bad, burden: row.burden }],
  );
  return (
    <Card title={t("evidence.otherTitle")}>
      <Figure
        sentence={t("evidence.otherSentence", beside)}
        note={
          <>
            {burden.middle === null || glad.middle === null ? null : (
              <p>{t("evidence.otherMiddle", { burden: burden.middle, glad: glad.middle })}</p>
            )}
            <p>{t("evidence.otherGuess")}</p>
            <p>{t("evidence.otherNote")}</p>
            {pairs.length <= drawn ? null : <p>{t("evidence.otherNewest", { n: drawn, total: rows.length })}</p>}
          </>
        }
        numbers={table(rows, ({ day }) => daySaid(day, today))}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <PairChart
          pairs={pairs.slice(-drawn).map(({ id, bad, burden: wrote }) => ({
            id,
            before: bad / 10,
            after: wrote,
            marked: wrote > bad / 10 + 0.5,
          }))}
          marks={ticks(0, 10, 2)}
          max={10}
          beforeText={t("evidence.otherFeared")}
          afterText={t("evidence.otherWrote")}
        />
      </Figure>
    </Card>
  );
};
