/**
 * Weighs one try against a belief, with the words that were fixed before in sight.
 *
 * "Does not count" is a real answer and not hidden, but it wants a reason: it is the usual way in which evidence against
 * a belief disappears.
 */
import { verdicts, type Belief, type Experiment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { outcomeWords } from "../names.ts";
import { useSave } from "../save.ts";
import { dayWords, t, type MessageId } from "../words.ts";

/** The verdict is a text here, because a draft comes back as text. */
type WeighForm = { readonly verdict: string | null; readonly because: string };
/** For, against, or set aside. */
type Verdict = (typeof verdicts)[number];

/** The verdict of that name, or null. */
const verdictOf = (text: string | null): Verdict | null => verdicts.find((verdict) => verdict === text) ?? null;

/** What still keeps a weighing from being saved; null when nothing does. */
export const weighMissing = (verdict: Verdict | null, because: string): MessageId | null => {
  if (verdict === null) return "beliefs.weighMissing";
  return verdict === "does-not-count" && because.trim() === "" ? "beliefs.weighMissingWhy" : null;
};

/** `test` is what was fixed before; without one there is nothing to weigh by. */
interface WeighProps {
  readonly belief: Belief;
  readonly test: NonNullable<Belief["test"]>;
  readonly experiment: Experiment;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What happened, in the person's own words where there are some. */
const Happened = ({ experiment }: { readonly experiment: Experiment }) => {
  const today = useEngine().today();
  const { outcome, plan, prediction } = experiment;
  return (
    <Stack gap={1}>
      <h3>
        {plan.title}, {daySaid(plan.day, today)}
      </h3>
      {prediction === null || prediction.feared === "" ? null : (
        <p dir="auto">{t("beliefs.youFeared", { text: prediction.feared })}</p>
      )}
      {outcome === null || outcome.outcome === null ? null : (
        <p>{t("beliefs.cameBack", { outcome: t(outcomeWords(outcome.outcome)) })}</p>
      )}
      {outcome === null || outcome.learnt === "" ? null : (
        <p dir="auto">{t("beliefs.youLearnt", { text: outcome.learnt })}</p>
      )}
    </Stack>
  );
};

/** Three verdicts of the same weight; setting something aside needs a reason. */
export const Weigh = ({ belief, test, experiment, onDone, onClose }: WeighProps) => {
  const save = useSave();
  const draft = useDraft<WeighForm>(`weigh/${belief.id}/${experiment.id}`, { verdict: null, because: "" });
  const [missing, setMissing] = useState<MessageId | null>(null);
  // What an older version may have left in a draft counts as not chosen yet.
  const verdict = verdictOf(draft.form.verdict);
  const weigh = async (): Promise<void> => {
    const lacks = weighMissing(verdict, draft.form.because);
    setMissing(lacks);
    if (lacks !== null || verdict === null) return;
    const ids = await save.run({
      kind: "beliefs/weigh",
      belief: belief.id,
      experiment: experiment.id,
      verdict,
      because: draft.form.because,
    });
    if (ids === null) return;
    draft.drop();
    onDone();
  };
  const notice = missing ?? save.notice;
  return (
    <Landing>
      <Stack>
        <Happened experiment={experiment} />
        {/* The words that were fixed before stand beside the choice, so that it is made by them. */}
        <Soft>{t("beliefs.byFor", { text: test.countsFor })}</Soft>
        <Soft>{t("beliefs.byAgainst", { text: test.countsAgainst })}</Soft>
        {/* Said plainly, never forbidden: a test that was fixed afterwards is easy to fit to what happened. */}
        {experiment.outcome !== null && experiment.outcome.day < test.day ? (
          <Soft>{t("beliefs.byLater", { day: dayWords(test.day) })}</Soft>
        ) : null}
        {draft.ready ? (
          <>
            <Choice
              label={t("beliefs.weigh")}
              options={[
                { value: "for", label: t("beliefs.for") },
                { value: "against", label: t("beliefs.against") },
                { value: "does-not-count", label: t("beliefs.doesNotCount") },
              ]}
              value={verdict}
              onChange={(value) => draft.change({ verdict: value })}
            />
            <Field
              label={t("beliefs.because")}
              hint={t("beliefs.becauseHint")}
              value={draft.form.because}
              onInput={(because) => draft.change({ because })}
              rows={2}
              max={4000}
              left={(n) => t("shell.left", { n })}
            />
          </>
        ) : null}
        <Notice urgent tone="care">
          {notice === null ? null : t(notice)}
        </Notice>
        <Row>
          <Button busy={save.busy} onPress={() => void weigh()}>
            {t("beliefs.weighSave")}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t("beliefs.weighLater")}
          </Button>
        </Row>
      </Stack>
    </Landing>
  );
};
