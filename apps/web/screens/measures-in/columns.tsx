/** Shows which column is taken for what, and lets every part of it be changed. */
import { dayForms, dayIn, formOf, instrumentIds, totalRange, totallings, type DayForm } from "@belay/measures";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice, Switch } from "../../parts/choice.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { dayWords, t } from "../words.ts";
import { columnName, lackWords, scaleWords } from "./bring-words.ts";
import { knownWords } from "./known-words.ts";
import {
  inOrder,
  instrumentIn,
  lacksColumns,
  withInstrument,
  withItem,
  withMapping,
  withNames,
  withScore,
  withValues,
  type Work,
} from "./work.ts";

interface ColumnsProps {
  readonly work: Work;
  readonly onWork: (work: Work) => void;
  /** The columns are settled. */
  readonly onNext: (work: Work) => void;
}

/** Every column by its name and the first thing that stands in it. */
const columnOptions = ({ table }: Work) =>
  table.columns.map((_, column) => {
    const sample = table.rows.map(({ cells }) => cells[column] ?? "").find((cell) => cell !== "");
    const name = columnName(table, column);
    const label = sample === undefined ? name : t("bring.columnNamed", { name, sample: sample.slice(0, 24) });
    return { value: String(column), label };
  });

/** One column out of all, or none where that may be. */
const ColumnField = ({
  label,
  column,
  options,
  onColumn,
}: {
  readonly label: string;
  readonly column: number | null;
  readonly options: ReturnType<typeof columnOptions>;
  readonly onColumn: (column: number | null) => void;
}) => (
  <SelectField
    label={label}
    emptyText={t("bring.pick")}
    value={column === null ? "none" : String(column)}
    options={[{ value: "none", label: t("bring.none") }, ...options]}
    onChange={(value) => onColumn(value === "none" ? null : Number(value))}
  />
);

/** How days are written: asked where it cannot be known, and open to change where it can. */
const FormChoice = ({ work, onWork }: Omit<ColumnsProps, "onNext">) => {
  const { day, form } = work.mapping;
  if (day === null) return null;
  const cells = work.table.rows.map(({ cells: row }) => row[day] ?? "");
  const sampleIn = (way: DayForm): string | undefined => cells.find((cell) => dayIn(cell, way) !== null);
  const options = dayForms.flatMap((way) => {
    const cell = sampleIn(way);
    const means = cell === undefined ? null : dayIn(cell, way);
    if (cell === undefined || means === null) return [];
    return [
      {
        value: way,
        label: t(`bring.form.${way}`),
        detail: t("bring.formMeans", { cell, day: dayWords(means, "dated") }),
      },
    ];
  });
  const [first] = options;
  const doubt = form !== null || first === undefined ? undefined : sampleIn(first.value);
  return (
    <Choice
      label={t("bring.form")}
      hint={doubt === undefined ? undefined : t("bring.formHint", { cell: doubt })}
      stacked
      options={options}
      value={form}
      onChange={(way) => onWork(withMapping(work, { form: way }))}
    />
  );
};

/** The columns of the answers, folded away where every one was found. */
const Items = ({ work, onWork }: Omit<ColumnsProps, "onNext">) => {
  const options = columnOptions(work);
  const { items } = work.mapping;
  const found = items.filter((column) => column !== null).length;
  // Whether it stands open is settled when it appears: it must not close under a hand that is filling it in.
  const [open] = useState(found < items.length);
  return (
    <Fold title={t("bring.items", { n: found, all: items.length })} open={open}>
      <Stack>
        {items.map((column, item) => (
          <Stack key={item}>
            <ColumnField
              label={t("bring.item", { n: item + 1 })}
              column={column}
              options={options}
              onColumn={(next) => onWork(withItem(work, item, next))}
            />
            {item === 0 && column !== null && found < items.length ? (
              <Row>
                <Button small onPress={() => onWork(inOrder(work))}>
                  {t("bring.inOrder")}
                </Button>
              </Row>
            ) : null}
          </Stack>
        ))}
      </Stack>
    </Fold>
  );
};

const Scores = ({ work, onWork }: Omit<ColumnsProps, "onNext">) => {
  const options = columnOptions(work);
  const { scores, totals } = work.mapping;
  const instrument = instrumentIn(work);
  const first = instrument?.scales.find((_, score) => (scores[score] ?? null) !== null);
  const ranges = totallings.flatMap((way) => {
    const range = instrument && first ? totalRange(instrument, first, way) : null;
    return range === null ? [] : [{ value: way, label: t("bring.range", { low: range[0], high: range[1] }) }];
  });
  return (
    <>
      {(instrument?.scales ?? []).map(({ name }, score) => (
        <ColumnField
          key={name}
          label={scaleWords(name)}
          column={scores[score] ?? null}
          options={options}
          onColumn={(next) => onWork(withScore(work, score, next))}
        />
      ))}
      {ranges.length < 2 ? null : (
        <Choice
          label={t("bring.totals")}
          hint={totals === null ? t("bring.wayHint") : undefined}
          options={ranges}
          value={totals}
          onChange={(way) => onWork(withMapping(work, { totals: way }))}
        />
      )}
    </>
  );
};

/** The whole step. */
export const Columns = ({ work, onWork, onNext }: ColumnsProps) => {
  const [wrong, setWrong] = useState<string | null>(null);
  const { mapping, table, raw } = work;
  const change = (next: Work): void => {
    setWrong(null);
    onWork(next);
  };
  const next = (): void => {
    const lacking = lacksColumns(work);
    if (lacking === null) onNext(withValues(work, knownWords));
    else setWrong(lackWords(lacking, table));
  };
  const setDay = (value: string): void => {
    const day = Number(value);
    change(withMapping(work, { day, form: formOf(table.rows.map(({ cells }) => cells[day] ?? "")) }));
  };
  return (
    <>
      <Soft>{t("bring.size", { name: work.name, rows: table.rows.length, columns: table.columns.length })}</Soft>
      <p>{t("bring.proposal")}</p>
      {raw.sure ? null : (
        <Switch label={t("bring.headed")} on={raw.headed} onChange={(on) => change(withNames(work, on, knownWords))} />
      )}
      <SelectField
        label={t("bring.instrument")}
        emptyText={t("bring.pick")}
        value={mapping.instrument}
        options={instrumentIds.map((id) => ({ value: id, label: t(`change.name.${id}`) }))}
        onChange={(id) => change(withInstrument(work, id, knownWords))}
      />
      <SelectField
        label={t("bring.day")}
        emptyText={t("bring.pick")}
        value={mapping.day === null ? null : String(mapping.day)}
        options={columnOptions(work)}
        onChange={setDay}
      />
      <FormChoice work={work} onWork={change} />
      {mapping.instrument === null ? null : (
        <>
          <Choice
            label={t("bring.take")}
            options={[
              { value: "answers", label: t("bring.take.answers") },
              { value: "scores", label: t("bring.take.scores") },
            ]}
            value={mapping.take}
            onChange={(take) => change(withMapping(work, { take }))}
          />
          {mapping.take === "answers" ? (
            <Items key={mapping.instrument} work={work} onWork={change} />
          ) : (
            <Scores work={work} onWork={change} />
          )}
        </>
      )}
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      <Row>
        <Button kind="primary" onPress={next}>
          {t("bring.next")}
        </Button>
      </Row>
    </>
  );
};
