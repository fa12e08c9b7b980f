/**
 * Brings a person's own old answers along: a file, its columns, its values, every row, and then all of it or nothing.
 *
 * What was read lives in this screen alone. Leaving it leaves nothing behind.
 */
import type { Taken } from "@belay/measures";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Progress } from "../../parts/progress.tsx";
import { back, go } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { Check } from "./check.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { Columns } from "./columns.tsx";
import { Values } from "./values.tsx";
import type { Work } from "./work.ts";

/** Where one is; what was read goes from step to step, so that going back loses nothing. */
type Stage =
  | { readonly at: "file" }
  | { readonly at: "columns" | "values" | "check"; readonly work: Work }
  | { readonly at: "done"; readonly name: string; readonly kept: readonly Taken[] };

const stages = ["file", "columns", "values", "check"] as const;

const titles = {
  file: "bring.title",
  columns: "bring.columnsTitle",
  values: "bring.valuesTitle",
  check: "bring.checkTitle",
  done: "bring.doneTitle",
} as const;

/** The step before; totals have no values to explain. */
const before = (stage: Stage): Stage | null => {
  if (stage.at === "file" || stage.at === "done") return null;
  if (stage.at === "columns") return { at: "file" };
  const isLong = stage.at === "check" && stage.work.mapping.take === "answers";
  return { at: isLong ? "values" : "columns", work: stage.work };
};

/** What was kept, in one sentence. */
const Done = ({
  name,
  kept,
  onAnother,
}: {
  readonly name: string;
  readonly kept: readonly Taken[];
  readonly onAnother: () => void;
}) => {
  const days = kept.map(({ sitting }) => sitting.on).toSorted((a, b) => (a < b ? -1 : 1));
  const [first = null] = days;
  const last = days.at(-1) ?? null;
  if (first === null || last === null) return null;
  const values = { n: kept.length, name, first: dayWords(first, "dated"), last: dayWords(last, "dated") };
  return (
    <>
      <p>{t("bring.done", values)}</p>
      <Soft>{t("bring.doneAfter")}</Soft>
      <Row>
        <Button kind="primary" onPress={() => go("evidence")}>
          {t("bring.see")}
        </Button>
        <Button onPress={onAnother}>{t("bring.another")}</Button>
      </Row>
    </>
  );
};

/** The screen. */
export const MeasuresIn = () => {
  const [stage, setStage] = useState<Stage>({ at: "file" });
  const previous = before(stage);
  const at = stages.findIndex((one) => one === stage.at);
  const goTo = (to: "columns" | "values" | "check") => (work: Work) => setStage({ at: to, work });
  return (
    <Page
      key={stage.at}
      title={t(titles[stage.at])}
      lead={stage.at === "file" ? t("bring.lead") : undefined}
      back={{ label: t("bring.back"), onBack: () => (previous === null ? back() : setStage(previous)) }}
      above={
        at < 0 ? undefined : (
          <Progress label={t("bring.stages")} stages={stages.map((one) => t(`bring.stage.${one}`))} at={at} />
        )
      }
    >
      {stage.at === "file" ? <ChooseFile onWork={goTo("columns")} /> : null}
      {stage.at === "columns" ? (
        <Columns
          work={stage.work}
          onWork={goTo("columns")}
          onNext={(work) => goTo(work.mapping.take === "answers" ? "values" : "check")(work)}
        />
      ) : null}
      {stage.at === "values" ? (
        <Values work={stage.work} onWork={goTo("values")} onNext={() => goTo("check")(stage.work)} />
      ) : null}
      {stage.at === "check" ? (
        <Check work={stage.work} onKept={(kept) => setStage({ at: "done", name: stage.work.name, kept })} />
      ) : null}
      {stage.at === "done" ? (
        <Done name={stage.name} kept={stage.kept} onAnother={() => setStage({ at: "file" })} />
      ) : null}
    </Page>
  );
};
