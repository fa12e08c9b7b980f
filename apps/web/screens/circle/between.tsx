/**
 * Keeps a private note of what went between two people.
 *
 * Nothing in it is counted or weighed: a tally of give and take is how a kindness turns into a debt.
 */
import { exchangeWays, type Exchange, type Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { DateField, Field } from "../../parts/field.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import css from "./circle.module.css";
import { earliest, pastDay } from "./past-day.ts";

/** As the draft keeps it: the way is a name or empty, the day may be half typed. */
type BetweenForm = { readonly way: string; readonly what: string; readonly on: string };

/** Newest first; a word says which way each went. */
const Past = ({ exchanges }: { readonly exchanges: readonly Exchange[] }) => {
  const today = useEngine().today();
  if (exchanges.length === 0) return null;
  return (
    <Fold title={t("circle.betweenPast")}>
      <ul class={css["past"]}>
        {exchanges.toReversed().map(({ id, way, what, on }) => (
          <li key={id}>
            <span dir="auto">{what}</span>
            <br />
            <Soft>
              {t(way === "received" ? "circle.betweenReceived" : "circle.betweenGiven")} · {daySaid(on, today)}
            </Soft>
          </li>
        ))}
      </ul>
    </Fold>
  );
};

/** One thing that went one way or the other, on a day. */
const NoteExchange = ({ person, onSaved }: { readonly person: Person; readonly onSaved: () => void }) => {
  const today = useEngine().today();
  const save = useSave();
  const draft = useDraft<BetweenForm>(`between/${person.id}`, { way: "", what: "", on: today });
  const [missing, setMissing] = useState(false);
  const { form, change } = draft;
  const way = exchangeWays.find((one) => one === form.way) ?? null;
  const store = async (): Promise<void> => {
    const [what, on] = [form.what.trim(), pastDay(form.on, today)];
    setMissing(way === null || what === "" || on === null);
    if (way === null || what === "" || on === null) return;
    if ((await save.run({ kind: "circle/note-exchange", person: person.id, way, what, on })) === null) return;
    draft.drop();
    onSaved();
  };
  if (!draft.ready) return null;
  return (
    <>
      <Choice
        label={t("circle.betweenWay")}
        options={exchangeWays.map((value) => ({ value, label: t(`circle.way.${value}`, { name: person.nickname }) }))}
        value={way}
        onChange={(value) => change({ way: value })}
      />
      <Field
        label={t("circle.betweenWhat")}
        hint={t("circle.betweenWhatHint")}
        max={120}
        value={form.what}
        onInput={(what) => change({ what })}
      />
      <DateField label={t("circle.on")} value={form.on} min={earliest} last={today} onInput={(on) => change({ on })} />
      <Notice urgent tone="care">
        {save.notice !== null ? t(save.notice) : missing ? t("circle.betweenMissing") : null}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void store()}>
          {t("circle.betweenSave")}
        </Button>
      </Row>
    </>
  );
};

/** What went between the two, and room for one more. */
export const Between = ({ person }: { readonly person: Person }) => {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <Card title={t("circle.betweenTitle")}>
      <Soft>{t("circle.betweenLead")}</Soft>
      <Notice tone="good">{saved ? t("shell.saved") : null}</Notice>
      {open ? (
        <NoteExchange
          person={person}
          onSaved={() => {
            setOpen(false);
            setSaved(true);
          }}
        />
      ) : (
        <Row>
          <Button
            small
            icon="plus"
            onPress={() => {
              setSaved(false);
              setOpen(true);
            }}
          >
            {t("circle.betweenNote")}
          </Button>
        </Row>
      )}
      <Past exchanges={person.exchanges} />
    </Card>
  );
};
