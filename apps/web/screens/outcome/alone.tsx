/** Looks back on something done alone: a choice, never a failure. */
import { aloneVerdicts, doneAlone } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { useSave } from "../save.ts";
import { dayWords, t } from "../words.ts";

/** The form as its draft keeps it. */
type AloneForm = { readonly title: string; readonly verdict: string; readonly note: string };

/** Nothing said yet. */
const empty: AloneForm = { title: "", verdict: "", note: "" };

/** Both verdicts weigh the same. */
const verdictWords = { glad: "outcome.aloneGlad", "wish-asked": "outcome.aloneWish" } as const;

/** A name is enough; the rest may stay empty. Earlier ones stand below. */
export const Alone = () => {
  const engine = useEngine();
  const save = useSave();
  const draft = useDraft<AloneForm>("alone", empty);
  const [tried, setTried] = useState(false);
  const [noted, setNoted] = useState(false);
  const { form, change } = draft;
  const earlier = doneAlone(engine.state.value);
  const verdict = aloneVerdicts.find((value) => value === form.verdict) ?? null;
  const note = async (): Promise<void> => {
    setTried(true);
    const title = form.title.trim();
    if (title === "" || (await save.run({ kind: "steps/note-alone", title, verdict, note: form.note.trim() })) === null)
      return;
    // Ready for another one; what was noted stands below.
    change(empty);
    draft.drop();
    setTried(false);
    setNoted(true);
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
          {save.notice !== null ? t(save.notice) : noted ? t("outcome.aloneSaved") : null}
        </Notice>
        <Row>
          <Button kind="primary" busy={save.busy} onPress={() => void note()}>
            {t("outcome.note")}
          </Button>
        </Row>
      </Card>
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
