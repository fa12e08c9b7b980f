/** Puts expectation and outcome beside each other, and asks what it says about the thought it was to test. */
import { beliefCatalogue } from "@belay/content";
import { beliefs, verdicts, type Experiment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { Expected } from "../ask/expected.tsx";
import { useEngine } from "../engine-context.tsx";
import { nameOf, outcomeWords } from "../names.ts";
import { go, replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { compare } from "./compare.ts";

const verdictWords = { for: "outcome.weighFor", against: "outcome.weighAgainst", "does-not-count": "outcome.weighNone" } as const;

/** One thought, weighed by this one try. */
const Weigh = ({ experiment, belief }: { readonly experiment: Experiment; readonly belief: string }) => {
  const state = useEngine().state.value;
  const save = useSave();
  const known = beliefs(state, beliefCatalogue.map(({ id }) => id)).find((one) => one.id === belief);
  const moment = known?.moments.find((one) => one.experiment === experiment.id);
  const [verdict, setVerdict] = useState(moment?.verdict ?? null);
  const [because, setBecause] = useState(moment?.because ?? "");
  const [noted, setNoted] = useState(false);
  const text = known?.text ?? beliefCatalogue.find(({ id }) => id === belief)?.text;
  if (text === undefined) return null;
  const weigh = async (): Promise<void> => {
    if (verdict === null) return;
    const ids = await save.run({ kind: "beliefs/weigh", belief, experiment: experiment.id, verdict, because: because.trim() });
    setNoted(ids !== null);
  };
  return (
    <Card eyebrow={t("outcome.weighTitle")} title={`“${text}”`}>
      <Choice
        label={t("outcome.weighTitle")}
        hideLabel
        options={verdicts.map((value) => ({ value, label: t(verdictWords[value]) }))}
        value={verdict}
        onChange={(value) => {
          setVerdict(value);
          setNoted(false);
        }}
      />
      {verdict === null ? null : <Field label={t("outcome.weighBecause")} max={4000} value={because} onInput={setBecause} />}
      <Notice tone={save.notice === null ? "good" : "care"} urgent={save.notice !== null}>
        {save.notice !== null ? t(save.notice) : noted ? t("outcome.saved") : null}
      </Notice>
      {verdict === null || noted ? null : (
        <Row>
          <Button busy={save.busy} onPress={() => void weigh()}>
            {t("outcome.weighNote")}
          </Button>
        </Row>
      )}
    </Card>
  );
};

/** The end of one experiment. One time says little, and the page says so. */
export const LookBack = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  const { outcome, prediction } = experiment;
  const said = compare(prediction, outcome);
  const tried = outcome !== null && (outcome.status === "done" || outcome.status === "started");
  const came = outcome?.outcome ?? null;
  return (
    <Page
      key="look-back"
      eyebrow={experiment.plan.title}
      title={t("ask.closedTitle")}
      lead={came === null ? undefined : t("today.answerIs", { name: nameOf(state, experiment.person), answer: t(outcomeWords(came)) })}
      back={{ label: t("shell.backToday"), onBack: () => replace("today") }}
    >
      {said.length === 0 ? (
        <Card tone="sunk">
          <Expected experiment={experiment} />
        </Card>
      ) : (
        <Card tone="moss" title={t("outcome.compareTitle")}>
          {said.map(({ id, values }) => (
            <p key={id}>{t(id, values)}</p>
          ))}
          <Soft>{t("outcome.compareOne")}</Soft>
        </Card>
      )}
      {outcome === null || outcome.learnt === "" ? null : (
        <Card title={t("outcome.learnt")}>
          <p class="own-words">{outcome.learnt}</p>
        </Card>
      )}
      {tried ? (prediction?.beliefs ?? []).map((belief) => <Weigh key={belief} experiment={experiment} belief={belief} />) : null}
      <Row>
        <Button kind="primary" onPress={() => replace("today")}>
          {t("outcome.today")}
        </Button>
        <Button onPress={() => go("evidence")}>{t("outcome.evidence")}</Button>
        <Button kind="quiet" onPress={() => go("outcome", experiment.id)}>
          {t("outcome.change")}
        </Button>
      </Row>
    </Page>
  );
};
