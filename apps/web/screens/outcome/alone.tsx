/** Looks back on something done alone: a choice, never a failure. */
import { aloneVerdicts, doneAlone, people, stopsFor, type DoneAlone } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { restsNow } from "../circle/no-steps.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { cornerId } from "../try/corner-id.ts";
import { writePlace } from "../try/place-id.ts";
import { dayWords, t } from "../words.ts";

/** The form as its draft keeps it. */
type AloneForm = { readonly title: string; readonly verdict: string; readonly note: string };

/** Nothing said yet. */
const empty: AloneForm = { title: "", verdict: "", note: "" };

/** Both verdicts weigh the same. */
const verdictWords = { glad: "outcome.aloneGlad", "wish-asked": "outcome.aloneWish" } as const;

/** What was noted just now. */
type Noted = { readonly verdict: DoneAlone["verdict"] };

/** So many names are offered; the rest of the circle stands behind "somebody else". */
const few = 3;

/** Glad: done. A wish to have asked leads to one person for the next time, and no further than that. */
const After = ({ verdict, onLater }: Noted & { readonly onLater: () => void }) => {
  const engine = useEngine();
  const state = engine.state.value;
  if (verdict === "glad") return <p>{t("outcome.aloneGladText")}</p>;
  if (verdict === null) return null;
  // Nobody is named here who may not be asked for something.
  const named = people(state)
    .filter((one) => !one.removed && !restsNow(one, engine.today()))
    .filter(({ id }) => ["ok", "screen-first"].includes(stopsFor(state, id, "ask", false)))
    .slice(0, few);
  return (
    <Card tone="sunk" title={t("outcome.aloneWishTitle")}>
      <p>{t("outcome.aloneWishText")}</p>
      <Row gap={1}>
        {named.map(({ id, nickname }) => (
          <Button key={id} onPress={() => go("try", writePlace({ step: null, person: id }))}>
            {t("outcome.aloneWishAsk", { name: nickname })}
          </Button>
        ))}
        <Button onPress={() => go("try", cornerId)}>{t("outcome.aloneWishOther")}</Button>
        <Button kind="quiet" onPress={onLater}>
          {t("outcome.aloneWishLater")}
        </Button>
      </Row>
    </Card>
  );
};

/** A name is enough; the rest may stay empty. Earlier ones stand below. */
export const Alone = () => {
  const engine = useEngine();
  const save = useSave();
  const draft = useDraft<AloneForm>("alone", empty);
  const [tried, setTried] = useState(false);
  const [noted, setNoted] = useState<Noted | null>(null);
  const { form, change } = draft;
  const earlier = doneAlone(engine.state.value);
  const verdict = aloneVerdicts.find((value) => value === form.verdict) ?? null;
  const note = async (): Promise<void> => {
    setTried(true);
    const title = form.title.trim();
    if (title === "" || (await save.run({ kind: "steps/note-alone", title, verdict, note: form.note.trim() })) === null)
      return;
    // Ready for another one; what was noted stands below.
    setNoted({ verdict });
    change(empty);
    draft.drop();
    setTried(false);
  };
  if (!draft.ready) return null;
  return (
    <Page title={t("outcome.aloneTitle")} lead={t("outcome.aloneLead")} back={{ label: t("shell.back"), onBack: back }}>
      <Card>
        <Field
          label={t("outcome.aloneWhat")}
          max={120}
          value={form.title}
          error={tried && form.title.trim() === "" ? t("outcome.aloneMissing") : undefined}
          onInput={(title) => change({ title })}
        />
        <Choice
          label={t("outcome.aloneVerdict")}
          options={aloneVerdicts.map((value) => ({ value, label: t(verdictWords[value]) }))}
          value={verdict}
          onChange={(value) => change({ verdict: value })}
        />
        <Field
          label={t("outcome.aloneNote")}
          rows={2}
          max={4000}
          value={form.note}
          left={(n) => t("shell.left", { n })}
          onInput={(text) => change({ note: text })}
        />
        <Notice urgent={save.notice !== null} tone={save.notice === null ? "good" : "care"}>
          {save.notice !== null ? t(save.notice) : noted === null ? null : t("outcome.aloneSaved")}
        </Notice>
        <Row>
          <Button kind="primary" busy={save.busy} onPress={() => void note()}>
            {t("outcome.note")}
          </Button>
        </Row>
      </Card>
      {noted === null ? null : (
        <>
          <After verdict={noted.verdict} onLater={() => setNoted({ verdict: null })} />
          <LessonHere moment="after-alone" />
        </>
      )}
      {earlier.length === 0 ? null : (
        <Stack gap={2}>
          {earlier.map((one) => (
            <div key={one.id}>
              <p>{one.title}</p>
              <Soft>
                {dayWords(one.day)}
                {one.verdict === null ? null : ` · ${t(verdictWords[one.verdict])}`}
              </Soft>
            </div>
          ))}
        </Stack>
      )}
    </Page>
  );
};
