/** Draws the look back: sentences first, one small picture, then one's own words. All of it can go on paper. */
import { beliefCatalogue } from "@belay/content";
import { parseDay } from "@belay/basics";
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { TallyChart } from "../../parts/charts/tally-chart.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Printed } from "../../parts/printed.tsx";
import { beliefWords } from "../beliefs/belief-words.ts";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { printPage } from "../mine/print-page.ts";
import { t } from "../words.ts";
import css from "./leaving.module.css";
import { looking, type Looking } from "./looking.ts";
import { monthWords } from "./month-words.ts";

/** A shape for each; all of them always stand there, so that a no is never out of sight. */
const marks = { yes: "full", no: "ring", silence: "dash", hurtful: "hurt", other: "dots" } as const;

/** The kinds in the order in which they are shown. */
const cameKinds = ["yes", "no", "silence", "hurtful", "other"] as const;

/** One mark for each try by what came of it; the counts add up to all tries. */
const CameBack = ({ came, sentence }: { readonly came: Looking["came"]; readonly sentence: string }) => {
  const rows = cameKinds.map((kind) => ({
    id: kind,
    label: t(`leaving.came.${kind}`),
    count: came[kind],
    mark: marks[kind],
  }));
  return (
    <Figure
      sentence={sentence}
      numbers={{
        caption: t("leaving.cameTable"),
        columns: [t("leaving.colCame"), t("leaving.colTries")],
        rows: rows.map(({ id, label, count }) => ({ id, cells: [label, String(count)] })),
      }}
      showText={t("leaving.show")}
      hideText={t("leaving.hide")}
    >
      <TallyChart rows={rows} />
    </Figure>
  );
};

/** Marks by month; the newest stands last, as time goes. */
const Months = ({ months }: { readonly months: Looking["months"] }) => {
  const rows = months.map(({ month, count }) => {
    const day = parseDay(`${month}-01`);
    return { id: month, label: day.ok ? monthWords(day.value) : month, count, mark: "full" as const };
  });
  return (
    <Figure
      sentence={t("leaving.monthsSentence")}
      numbers={{
        caption: t("leaving.monthsTable"),
        columns: [t("leaving.colMonth"), t("leaving.colTries")],
        rows: rows.map(({ id, label, count }) => ({ id, cells: [label, String(count)] })),
      }}
      showText={t("leaving.show")}
      hideText={t("leaving.hide")}
    >
      <TallyChart rows={rows} />
    </Figure>
  );
};

/** A titled list, left out where it is empty: nothing here is a list of things not done. */
const Listed = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  /** One softer line below the title. */
  readonly note?: string | undefined;
  readonly children: readonly ComponentChildren[];
}) =>
  children.length === 0 ? null : (
    <Card title={title}>
      {note === undefined ? null : <Soft>{note}</Soft>}
      <ul class={css["lines"]}>{children}</ul>
    </Card>
  );

/** What was feared beside what happened, in counts. */
const Feared = ({ felt, feared }: Pick<Looking, "felt" | "feared">) =>
  felt.n === 0 && feared.n === 0 ? null : (
    <Card title={t("leaving.fearTitle")}>
      {felt.n === 0 ? null : <p>{t("leaving.felt", felt)}</p>}
      {feared.n === 0 ? null : <p>{t("leaving.feared", feared)}</p>}
      <Soft>{t("leaving.fearNote")}</Soft>
    </Card>
  );

/** The whole look back; one line where there is nothing yet. */
export const LookBackPart = () => {
  const engine = useEngine();
  const today = engine.today();
  const look = looking(
    engine.state.value,
    beliefCatalogue.map(({ id }) => id),
  );
  const { tries, since, months, learnt, moved, names, putDown } = look;
  const empty = tries === 0 && learnt.length === 0 && moved.length === 0 && putDown.length === 0;
  if (empty) return <Soft>{t("leaving.lookNone")}</Soft>;
  return (
    <Printed>
      <Stack gap={3}>
        {since === null ? null : (
          <Card title={t("leaving.lookTitle")}>
            <CameBack came={look.came} sentence={t("leaving.tries", { n: tries, day: daySaid(since, today) })} />
            <Months months={months} />
          </Card>
        )}
        <Feared felt={look.felt} feared={look.feared} />
        <Listed title={t("leaving.learntTitle")}>
          {learnt.map(({ id, text, day, title }) => (
            <li key={id}>
              <p dir="auto">{text}</p>
              <Soft>{`${title} · ${daySaid(day, today)}`}</Soft>
            </li>
          ))}
        </Listed>
        <Listed title={t("leaving.movedTitle")}>
          {moved.map(({ belief, from, to }) => (
            <li key={belief.id}>
              <p dir="auto">{beliefWords(belief)}</p>
              <Soft>{t(to > from ? "leaving.movedStronger" : "leaving.moved", { from, to })}</Soft>
            </li>
          ))}
        </Listed>
        <Listed title={t("leaving.namesTitle")} note={t("leaving.namesNote")}>
          {names.map((name, index) => (
            <li key={`${name}/${index}`} dir="auto">
              {name}
            </li>
          ))}
        </Listed>
        <Listed title={t("leaving.downTitle")}>
          {putDown.map(({ id, title, day }) => (
            <li key={id}>
              <p dir="auto">{title}</p>
              <Soft>{t("leaving.downOn", { day: daySaid(day, today) })}</Soft>
            </li>
          ))}
        </Listed>
        <div>
          <Button onPress={printPage}>{t("leaving.print")}</Button>
        </div>
      </Stack>
    </Printed>
  );
};
