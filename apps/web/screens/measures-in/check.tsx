/** Shows every row before anything is kept: those in doubt, those that are there already, those that are taken in. */
import { sittings } from "@belay/domain";
import {
  instruments,
  isIn,
  sittingsOf,
  type Preview,
  type RowFault,
  type Table as FileTable,
  type Taken,
  type Ticks,
} from "@belay/measures";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Table } from "../../parts/charts/table.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { ItemNine } from "../measures/item-nine.tsx";
import { scoreWords } from "../evidence/score-said.ts";
import { useSave } from "../save.ts";
import { listed } from "../shifts/shift-words.ts";
import { dayWords, t } from "../words.ts";
import { notTakenWords, rowWords, scaleWords } from "./bring-words.ts";
import { importCommand, recordedDays, ticked } from "./import-command.ts";
import css from "./measures-in.module.css";
import { rowsOf, type Work } from "./work.ts";

/** So many rows are drawn at a time. */
const atOnce = 25;

/** A list that grows when asked. */
const useMore = (all: number) => {
  const [shown, setShown] = useState(atOnce);
  const more =
    shown >= all ? null : (
      <Row>
        <Button small kind="quiet" onPress={() => setShown(shown + atOnce)}>
          {t("bring.moreRows", { n: Math.min(atOnce, all - shown) })}
        </Button>
      </Row>
    );
  return { shown, more };
};

/** The first reasons, and how many more there are: one unknown word can stand in every column. */
const reasons = (faults: readonly RowFault[], table: FileTable): string => {
  const most = faults.length > 3 ? 2 : 3;
  const first = faults.slice(0, most).map((fault) => rowWords(fault, table));
  return [...first, ...(faults.length > most ? [t("bring.row.more", { n: faults.length - most })] : [])].join(" ");
};

interface TickProps {
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
}

const Doubts = ({
  work,
  doubtful,
  ticks,
  onTicks,
}: TickProps & { readonly work: Work } & Pick<Preview, "doubtful">) => {
  const { shown, more } = useMore(doubtful.length);
  if (doubtful.length === 0) return null;
  const leaveAll = (): void => onTicks({ ...ticks, leftOut: new Set(doubtful.map(({ n }) => n)) });
  return (
    <Card tone="accent" title={t("bring.doubtTitle", { n: doubtful.length })}>
      <p>{t("bring.doubtLead")}</p>
      <ul class={css["doubts"]}>
        {doubtful.slice(0, shown).map(({ n, faults }) => (
          <li key={n}>
            <Switch
              label={t("bring.leaveOut", { n })}
              hint={reasons(faults, work.table)}
              on={ticks.leftOut.has(n)}
              onChange={(on) => onTicks({ ...ticks, leftOut: ticked(ticks.leftOut, n, on) })}
            />
          </li>
        ))}
      </ul>
      {more}
      {doubtful.length < 2 ? null : (
        <Row>
          <Button onPress={leaveAll}>{t("bring.leaveAll", { n: doubtful.length })}</Button>
        </Row>
      )}
    </Card>
  );
};

const Twice = ({ taken, ticks, onTicks }: TickProps & Pick<Preview, "taken">) => {
  const twice = taken.filter((row) => row.twice !== null);
  const { shown, more } = useMore(twice.length);
  if (twice.length === 0) return null;
  return (
    <Card title={t("bring.twiceTitle", { n: twice.length })}>
      <p>{t("bring.twiceLead")}</p>
      <ul class={css["doubts"]}>
        {twice.slice(0, shown).map(({ n, sitting, twice: where }) => (
          <li key={n}>
            <Switch
              label={t("bring.takeToo", { n, day: dayWords(sitting.on, "dated") })}
              hint={typeof where === "number" ? t("bring.twiceRow", { n: where }) : t("bring.twiceKept")}
              on={ticks.wanted.has(n)}
              onChange={(on) => onTicks({ ...ticks, wanted: ticked(ticks.wanted, n, on) })}
            />
          </li>
        ))}
      </ul>
      {more}
    </Card>
  );
};

/** The scores of a row in words, or how many answers are missing for them. */
const scoresSaid = ({ sitting, scores }: Taken): string => {
  const { scales } = instruments[sitting.instrument];
  const said = scales.flatMap((scale) => {
    const value = scores?.[scale.name];
    if (value === undefined) return [];
    const points = scoreWords(scale, value);
    return [scales.length === 1 ? points : t("bring.scoreOf", { scale: scaleWords(scale.name), value: points })];
  });
  const missing = (sitting.answers ?? []).filter((answer) => answer === null).length;
  return said.length === 0 ? t("bring.noScore", { n: missing }) : listed(said);
};

const RowsIn = ({ rows }: { readonly rows: readonly Taken[] }) => {
  const { shown, more } = useMore(rows.length);
  const [first] = rows;
  if (first === undefined) return null;
  const hasAnswers = first.sitting.answers !== null;
  const { scales } = instruments[first.sitting.instrument];
  const scores = scales.length > 1 ? t("bring.colScores") : scaleWords(scales[0]?.name ?? "total");
  const columns = [t("bring.colRow"), t("bring.colDay"), scores, ...(hasAnswers ? [t("bring.colAnswers")] : [])];
  const cells = (row: Taken): readonly string[] => [
    String(row.n),
    dayWords(row.sitting.on, "dated"),
    scoresSaid(row),
    ...(hasAnswers ? [(row.sitting.answers ?? []).map((answer) => answer ?? t("bring.gap")).join(" ")] : []),
  ];
  return (
    <div class={css["rows"]}>
      <Table
        caption={t("bring.rows")}
        columns={columns}
        rows={rows.slice(0, shown).map((row) => ({ id: String(row.n), cells: cells(row) }))}
      />
      {more}
    </div>
  );
};

/** Thoughts of being better off dead, at any time: what answers to them stands before any number (safety page 4.2). */
const speaksOfNine = ({ sitting: { instrument, answers } }: Taken): boolean =>
  instrument === "phq9" && (answers?.[8] ?? 0) > 0;

interface CheckProps {
  readonly work: Work;
  readonly onKept: (kept: readonly Taken[]) => void;
}

/** The whole step: what is recorded is what stands in the table, or nothing. */
export const Check = ({ work, onKept }: CheckProps) => {
  const engine = useEngine();
  const save = useSave();
  const [ticks, setTicks] = useState<Ticks>({ leftOut: new Set(), wanted: new Set() });
  const [wrong, setWrong] = useState<string | null>(null);
  // The record as it was when the rows were first shown: what is kept is what was looked at.
  const preview = useMemo(() => {
    const kept = recordedDays(sittings(engine.state.peek()), work.mapping.instrument);
    return rowsOf(work, kept, engine.today());
  }, [work]);
  const rows = preview.taken.filter((row) => isIn(row, ticks));
  const change = (next: Ticks): void => {
    setWrong(null);
    setTicks(next);
  };
  const take = async (): Promise<void> => {
    const taken = sittingsOf(preview, ticks);
    if (!taken.ok) return setWrong(notTakenWords(taken.error));
    const ids = await save.run(importCommand(work.name, taken.value));
    if (ids !== null) onKept(rows);
  };
  const ticking = { ticks, onTicks: change };
  return (
    <>
      {preview.taken.some(speaksOfNine) ? <ItemNine /> : null}
      <p role="status">{t("bring.in", { n: rows.length })}</p>
      <Doubts work={work} doubtful={preview.doubtful} {...ticking} />
      <Twice taken={preview.taken} {...ticking} />
      <RowsIn rows={rows} />
      <Notice urgent tone="care">
        {wrong ?? (save.notice === null ? null : t(save.notice))}
      </Notice>
      <Stack>
        <Row>
          <Button kind="primary" busy={save.busy} onPress={() => void take()}>
            {t("bring.go", { n: rows.length })}
          </Button>
        </Row>
        <Soft>{t("bring.whole")}</Soft>
      </Stack>
    </>
  );
};
