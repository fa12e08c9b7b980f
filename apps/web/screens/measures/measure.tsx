/** Answers one sitting part by part: each part is saved by itself, and may be left out or come another day. */
import { weekOf, weeksCounted, person, type State } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, go, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { CareFirst } from "../today/care-first.tsx";
import { nameOf } from "../names.ts";
import { t } from "../words.ts";
import { ItemNine } from "./item-nine.tsx";
import { ItemsPart } from "./items-part.tsx";
import { isHigh, nineAnswered, Result, SourcesResult } from "./result.tsx";
import { holds } from "./said.ts";
import { givenOf, isIn, sheetOf, sittingOf, type Part, type Sheet } from "./sheets.ts";
import { SourcesPart } from "./sources-part.tsx";
import { WeekPart } from "./week-part.tsx";
import { weekList } from "./week-list.ts";

/** What a part is called; of a person it is about, by their nickname. */
const titleOf = (state: State, part: Part): string => {
  if (part.kind === "counts") return t("measuring.weekTitle");
  if (part.kind === "sources") return t("measuring.sourcesTitle");
  const name = t(`change.name.${part.id}`);
  return part.about === null ? name : `${name}: ${nameOf(state, part.about)}`;
};

/** One part, with its own draft under its own name. */
const Asked = (props: {
  readonly sheet: Sheet;
  readonly part: Part;
  readonly onSaved: () => void;
  readonly onSkip: (() => void) | null;
}) => {
  const { sheet, part, onSaved, onSkip } = props;
  const base = { onSaved, onSkip };
  if (part.kind === "counts") return <WeekPart {...base} all={part.all} draft="measure/counts" />;
  if (part.kind === "sources") return <SourcesPart {...base} draft={`measure/${sheet.name}/sources`} />;
  const draft = `measure/${sheet.name}/${part.id}/${part.about ?? ""}`;
  const set = sheet.name === "week" ? "alone" : sheet.name;
  return <ItemsPart {...base} id={part.id} about={part.about} set={set} draft={draft} />;
};

/** What was said, part by part; the calm panel stands before any number. */
const Done = ({ sheet }: { readonly sheet: Sheet }) => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const week = weeksCounted(state).find((one) => one.week === weekOf(today));
  const its = sheet.parts.flatMap((part) => {
    const sitting = sittingOf(state, sheet, part, today);
    return part.kind === "instrument" && sitting !== null ? [{ id: part.id, sitting }] : [];
  });
  const has = (kind: Part["kind"]): boolean =>
    sheet.parts.some((part) => part.kind === kind && isIn(state, sheet, part, today));
  const counted = has("counts") && week !== undefined;
  const nothing = its.length === 0 && !counted && !has("sources");
  return (
    <Page
      key="done"
      title={t("measuring.doneTitle")}
      lead={t(nothing ? "measuring.doneNone" : "measuring.doneLead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {its.some(({ sitting }) => nineAnswered(sitting)) ? <ItemNine open /> : null}
      {its.some(({ id, sitting }) => isHigh(id, sitting)) ? (
        <CareFirst>
          <p>{t("measuring.care")}</p>
        </CareFirst>
      ) : null}
      {counted ? (
        <Card title={t("measuring.weekTitle")}>
          <p>{weekList(week) === "" ? t("measuring.weekOther") : t("measuring.weekSaid", { list: weekList(week) })}</p>
        </Card>
      ) : null}
      {its.map(({ id, sitting }) => (
        <Result key={sitting.id} state={state} id={id} sitting={sitting} />
      ))}
      {has("sources") ? <SourcesResult state={state} /> : null}
      <Row gap={1}>
        <Button onPress={() => replace("measures")}>{t("measuring.toAll")}</Button>
        {nothing ? null : (
          <Button kind="quiet" onPress={() => go("evidence")}>
            {t("measuring.course")}
          </Button>
        )}
      </Row>
    </Page>
  );
};

/** A part that was answered in this round is not asked again; what is left comes first. */
const Sitting = ({ sheet }: { readonly sheet: Sheet }) => {
  const engine = useEngine();
  const state = engine.state.value;
  // The four counts can always be added to; of a set, what is in stays as it is.
  const open = (from: number): number => {
    const next = sheet.parts.findIndex(
      (part, index) => index >= from && (sheet.name === "week" || !isIn(state, sheet, part, engine.today())),
    );
    return next < 0 ? sheet.parts.length : next;
  };
  const [at, setAt] = useState(() => open(0));
  const part = sheet.parts[at];
  if (part === undefined) return <Done sheet={sheet} />;
  const [n, next] = [sheet.parts.length, (): void => setAt(open(at + 1))];
  return (
    <Page
      // Another part is another page: the focus goes to its heading.
      key={`part-${at}`}
      eyebrow={n === 1 ? undefined : t("measuring.place", { at: at + 1, n })}
      title={titleOf(state, part)}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Asked key={at} sheet={sheet} part={part} onSaved={next} onSkip={n === 1 ? null : next} />
      {n === 1 ? null : (
        <Row>
          <Button small kind="quiet" onPress={() => replace("measures")}>
            {t("measuring.later")}
          </Button>
        </Row>
      )}
    </Page>
  );
};

/** `id`: `week`, `weekly`, `four-weekly`, `baseline`, an instrument, or `ecr-rs~<person>`. */
export const Measure = ({ id }: ScreenProps) => {
  const engine = useEngine();
  const state = engine.state.value;
  const sheet = sheetOf(id, givenOf(state, engine.today(), holds));
  // Only somebody who is on the circle is asked about.
  const about = sheet?.parts.flatMap((part) => (part.kind === "instrument" && part.about !== null ? [part.about] : []));
  if (sheet !== null && (about ?? []).every((one) => person(state, one) !== null))
    return <Sitting key={id} sheet={sheet} />;
  return (
    <Page title={t("measuring.title")} back={{ label: t("shell.back"), onBack: back }}>
      <Soft>{t("measuring.unknown")}</Soft>
      <Row>
        <Button onPress={() => replace("measures")}>{t("measuring.toAll")}</Button>
      </Row>
    </Page>
  );
};
