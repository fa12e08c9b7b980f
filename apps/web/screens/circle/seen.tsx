/**
 * Shows the seven qualities of somebody as what was seen on which day, and takes a new note.
 *
 * People are not rated: each note says what was seen on a day, and the newest stands. The seven together are never
 * added up (`safety.md` 4.5 rules out ranking people).
 */
import { safeQualities } from "@belay/content";
import { qualities, sights, type Observation, type Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { DateField, Field } from "../../parts/field.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import css from "./circle.module.css";
import { earliest, pastDay } from "./past-day.ts";
import { arcLooks, qualityStates, type QualityState } from "./qualities.ts";

/** All texts, because a draft comes back as text; the day may be half typed. */
type SeenForm = {
  readonly quality: string | null;
  readonly seen: string | null;
  readonly on: string;
  readonly note: string;
};

/** The quality of that name, or null. */
const qualityOf = (text: string | null): Observation["quality"] | null =>
  qualities.find((quality) => quality === text) ?? null;
/** Seen or missing, or null while neither was said. */
const sightOf = (text: string | null): Observation["seen"] | null => sights.find((sight) => sight === text) ?? null;

/** The newest sight of one quality, and how often which was noted. */
const OneQuality = ({ state, look }: { readonly state: QualityState; readonly look: string }) => {
  const today = useEngine().today();
  const { newest, seen, missed } = state;
  return (
    <li class={css["one"]}>
      <svg width="26" height="10" aria-hidden="true" focusable="false">
        <line x1="1" x2="25" y1="5" y2="5" class={css[look]} />
      </svg>
      <p>{t(`circle.quality.${state.id}`)}</p>
      <p class={css["small"]}>
        {newest === null
          ? t("circle.notLooked")
          : t(newest.seen === "seen" ? "circle.seenOn" : "circle.notSeenOn", { day: daySaid(newest.on, today) })}
        {/* One sight needs no count; several say how steady it is. */}
        {seen + missed > 1 ? ` (${t("circle.counts", { seen, missed })})` : null}
      </p>
    </li>
  );
};

/** Everything noted, newest first. */
const Past = ({ observations }: { readonly observations: readonly Observation[] }) => {
  const today = useEngine().today();
  if (observations.length === 0) return null;
  return (
    <Fold title={t("circle.history", { n: observations.length })}>
      <ul class={css["past"]}>
        {observations.toReversed().map((one) => (
          <li key={one.id}>
            {t(`circle.quality.${one.quality}`)}:{" "}
            {t(one.seen === "seen" ? "circle.seenOn" : "circle.notSeenOn", { day: daySaid(one.on, today) })}
            {one.note === "" ? null : (
              <>
                <br />
                <q dir="auto">{one.note}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
};

/** What was seen, on a day, in a line. */
const NoteSeen = ({ person, onSaved }: { readonly person: Person; readonly onSaved: () => void }) => {
  const today = useEngine().today();
  const save = useSave();
  const draft = useDraft<SeenForm>(`seen/${person.id}`, { quality: null, seen: null, on: today, note: "" });
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const { form } = draft;
  const quality = qualityOf(form.quality);
  const seen = sightOf(form.seen);
  // An example of each kind stands under the two answers, once it is known what they are about.
  const example = safeQualities.find(({ id }) => id === quality);
  const store = async (): Promise<void> => {
    const on = pastDay(form.on, today);
    setWrong(quality === null || seen === null ? "circle.noteMissing" : on === null ? "circle.noteNoDay" : null);
    if (quality === null || seen === null || on === null) return;
    const ids = await save.run({ kind: "circle/observe", person: person.id, quality, seen, on, note: form.note });
    if (ids === null) return;
    draft.drop();
    onSaved();
  };
  const notice = wrong ?? save.notice;
  if (!draft.ready) return null;
  return (
    <>
      <Choice
        label={t("circle.which")}
        stacked
        options={qualities.map((value) => ({ value, label: t(`circle.quality.${value}`) }))}
        value={quality}
        onChange={(value) => draft.change({ quality: value })}
      />
      <Choice
        label={t("circle.what")}
        stacked
        options={[
          {
            value: "seen",
            label: t("circle.wasSeen"),
            detail: example === undefined ? undefined : t("circle.whatHint.seen", { example: example.seen }),
          },
          {
            value: "not-seen",
            label: t("circle.wasMissing"),
            detail: example === undefined ? undefined : t("circle.whatHint.seen", { example: example.notSeen }),
          },
        ]}
        value={seen}
        onChange={(value) => draft.change({ seen: value })}
      />
      <DateField
        label={t("circle.on")}
        value={form.on}
        min={earliest}
        last={today}
        onInput={(on) => draft.change({ on })}
      />
      <Field
        label={t("circle.line")}
        hint={t("circle.lineHint")}
        value={form.note}
        onInput={(note) => draft.change({ note })}
        rows={2}
        max={4000}
        left={(n) => t("shell.left", { n })}
      />
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <div>
        <Button busy={save.busy} onPress={() => void store()}>
          {t("circle.noteSave")}
        </Button>
      </div>
    </>
  );
};

/** Facts over time; there is no sum, because nobody is a number. */
export const Seen = ({ person }: { readonly person: Person }) => {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const states = qualityStates(person.observations);
  const looks = arcLooks(states);
  return (
    <Card title={t("circle.seenTitle")}>
      <Soft>{t("circle.seenLead", { name: person.nickname })}</Soft>
      <ul class={css["seven"]}>
        {states.map((state, index) => (
          <OneQuality key={state.id} state={state} look={looks[index] ?? "thin"} />
        ))}
      </ul>
      <Notice tone="good">{saved ? t("shell.saved") : null}</Notice>
      {open ? (
        <NoteSeen
          person={person}
          onSaved={() => {
            setOpen(false);
            setSaved(true);
          }}
        />
      ) : (
        <div>
          <Button
            small
            icon="plus"
            onPress={() => {
              setSaved(false);
              setOpen(true);
            }}
          >
            {t("circle.note")}
          </Button>
        </div>
      )}
      <Past observations={person.observations} />
    </Card>
  );
};
