/** Sums up a record for two pages of paper, and for files that other programs read. */
import { useMemo, useState } from "preact/hooks";
import { sittings, weeksCounted } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Document } from "../../parts/document.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Printed } from "../../parts/printed.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { drawnWords } from "../evidence/drawn-words.ts";
import { printPage } from "../mine/print-page.ts";
import { saveFile } from "../mine/save-file.ts";
import { back, go } from "../navigation.ts";
import { dayWords, i18n, t } from "../words.ts";
import { fhirFile, neutralName, tableFiles } from "./files.ts";
import { backdrop, sheetSections } from "./sheet.ts";
import {
  chosenSittings,
  emptySummary,
  instrumentsIn,
  isIn,
  longestOwn,
  switched,
  type SummaryForm,
} from "./summary-form.ts";
import css from "./summary.module.css";

type Behind = ReturnType<typeof backdrop>;

/** Question 9 of the PHQ-9 stands apart, and off. */
const Closer = ({ draft }: { readonly draft: Draft<SummaryForm> }) => (
  <Card title={t("summary.closerTitle")}>
    <Switch
      label={t("summary.item9")}
      hint={t("summary.item9Hint")}
      on={draft.form.item9}
      onChange={(item9) => draft.change({ item9 })}
    />
  </Card>
);

/** What goes in: every questionnaire by itself, the weeks, the tries, and own words. */
const Picks = ({ draft, behind }: { readonly draft: Draft<SummaryForm>; readonly behind: Behind }) => {
  const { form, change } = draft;
  const state = useEngine().state.value;
  const hasTries = behind.some(({ id }) => !id.startsWith("weeks"));
  const tick = (id: string) => ({
    on: isIn(form, id),
    onChange: (on: boolean) => change({ out: switched(form, id, on) }),
  });
  return (
    <Card title={t("summary.whatTitle")}>
      <Stack gap={1}>
        {instrumentsIn(sittings(state)).map((id) => (
          <Switch key={id} label={t(`change.name.${id}`)} {...tick(id)} />
        ))}
        {weeksCounted(state).length === 0 ? null : <Switch label={t("summary.weeks")} {...tick("weeks")} />}
        {hasTries ? <Switch label={t("summary.tries")} {...tick("tries")} /> : null}
      </Stack>
      <Field
        label={t("summary.own")}
        hint={t("summary.ownHint")}
        rows={4}
        max={longestOwn}
        value={form.own}
        left={(n) => t("shell.left", { n })}
        onInput={(own) => change({ own })}
      />
    </Card>
  );
};

/** Three files, each on its own act; made when they are asked for and kept nowhere. */
const Files = ({ form }: { readonly form: SummaryForm }) => {
  const engine = useEngine();
  const [saved, setSaved] = useState(false);
  const chosen = chosenSittings(sittings(engine.state.value), form);
  const save = (which: 1 | 2 | 3, bytes: Uint8Array): void => {
    saveFile(neutralName(engine.today(), which), bytes);
    setSaved(true);
  };
  if (chosen.length === 0) return null;
  return (
    <Card title={t("summary.filesTitle")}>
      <Soft>{t("summary.filesLead")}</Soft>
      <Row>
        <Button onPress={() => save(1, fhirFile(chosen, form.item9, new Date()))}>{t("summary.fhir")}</Button>
        <Button onPress={() => save(2, tableFiles(chosen, form.item9).answers)}>{t("summary.answers")}</Button>
        <Button onPress={() => save(3, tableFiles(chosen, form.item9).scores)}>{t("summary.scores")}</Button>
      </Row>
      <Notice tone="good">{saved ? t("summary.saved") : null}</Notice>
    </Card>
  );
};

/** The sheet as it is printed; printing the page prints this alone. */
const Sheet = ({ form, behind }: { readonly form: SummaryForm; readonly behind: Behind }) => {
  const engine = useEngine();
  const today = engine.today();
  const state = engine.state.value;
  const sections = sheetSections({ state, today, form, behind });
  const days = chosenSittings(sittings(state), form).map(({ day }) => day);
  const [from, to] = [days[0], days.at(-1)];
  const span = from === undefined || to === undefined ? [] : [{ from, to }];
  const words = {
    ...drawnWords(),
    title: t("summary.docTitle"),
    facts: [
      { name: t("summary.made"), words: dayWords(today, "dated") },
      ...span.map((ends) => ({
        name: t("summary.span"),
        words: t("summary.fromTo", { from: dayWords(ends.from, "dated"), to: dayWords(ends.to, "dated") }),
      })),
    ],
    note: t("summary.note"),
    contents: t("summary.docTitle"),
    allRows: (n: number) => t("summary.allRows", { n }),
    running: t("summary.running"),
  };
  return (
    <Printed>
      <div class={css["sheet"]}>
        <Document doc={{ locale: i18n.locale, sections }} words={words} />
      </div>
    </Printed>
  );
};

/** Nothing is sent from here. */
export const Summary = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const draft = useDraft<SummaryForm>("summary", emptySummary);
  const behind = useMemo(() => backdrop(state, today), [state, today]);
  const all = sittings(state);
  const page = { title: t("summary.title"), lead: t("summary.lead"), back: { label: t("shell.back"), onBack: back } };
  if (all.length === 0 && behind.length === 0) {
    return (
      <Page {...page}>
        <Soft>{t("summary.none")}</Soft>
        <Row>
          <Button onPress={() => go("measures")}>{t("summary.measures")}</Button>
        </Row>
      </Page>
    );
  }
  if (!draft.ready) return null;
  return (
    <Page {...page}>
      <Picks draft={draft} behind={behind} />
      {all.some(({ instrument }) => instrument === "phq9") ? <Closer draft={draft} /> : null}
      <Card title={t("summary.paperTitle")}>
        <Row>
          <Button kind="primary" onPress={printPage}>
            {t("summary.print")}
          </Button>
        </Row>
      </Card>
      <Files form={draft.form} />
      <Sheet form={draft.form} behind={behind} />
    </Page>
  );
};
