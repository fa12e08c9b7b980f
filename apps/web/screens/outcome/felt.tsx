/** Asks how it felt, what became of the fear, and what is taken from it. All of it may stay empty. */
import { closenesses, fearResults, type Experiment } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Range } from "../../parts/range.tsx";
import type { Draft } from "../draft.ts";
import { t } from "../words.ts";
import { closerWords, isNear } from "./closer.ts";
import type { OutcomeForm } from "./outcome-form.ts";

/** What each of these cards is given. */
interface FeltProps {
  readonly experiment: Experiment;
  /** Every answer goes into it at once. */
  readonly draft: Draft<OutcomeForm>;
}

/** In the order in which they were lived. */
const moments = ["before", "peak", "after"] as const;

/** What became of the fear. */
const fearWords = {
  happened: "outcome.fearedHappened",
  "did-not": "outcome.fearedDidNot",
  neither: "outcome.fearedNeither",
} as const;

/**
 * Before, worst moment, after; then all in all, beside what was expected. Four lines that all start empty: a slider that
 * starts in the middle would answer for whoever is too tired to move it.
 */
export const Felt = ({ experiment, draft }: FeltProps) => {
  const { form, change } = draft;
  const shared = {
    valueText: (n: number) => t("outcome.value", { n }),
    emptyText: t("shell.unset"),
    low: t("outcome.low"),
    high: t("outcome.high"),
    clearText: t("shell.clear"),
  };
  const expected = experiment.prediction?.bad ?? null;
  return (
    <Card title={t("outcome.felt")}>
      <Soft>{t("outcome.feltLead")}</Soft>
      {moments.map((moment) => (
        <Range
          key={moment}
          {...shared}
          label={t(`outcome.when.${moment}`)}
          value={form[moment]}
          onChange={(value) => change({ [moment]: value })}
        />
      ))}
      <Range
        {...shared}
        label={t("outcome.bad")}
        hint={expected === null ? undefined : t("outcome.badYou", { n: expected })}
        value={form.bad}
        onChange={(bad) => change({ bad })}
      />
    </Card>
  );
};

/** Only where something was feared; without a sign there is nothing to answer. */
export const Feared = ({ experiment, draft }: FeltProps) => {
  const { prediction } = experiment;
  if (prediction === null || prediction.feared === "") return null;
  return (
    <Card title={t("outcome.fearedTitle")}>
      <p>{t("outcome.fearedWas", { text: prediction.feared })}</p>
      {prediction.sign === "" ? (
        <Soft>{t("outcome.fearedNoSign")}</Soft>
      ) : (
        <>
          <p>{t("outcome.fearedSign", { text: prediction.sign })}</p>
          <Choice
            label={t("outcome.fearedTitle")}
            hideLabel
            options={fearResults.map((value) => ({ value, label: t(fearWords[value]) }))}
            value={fearResults.find((value) => value === draft.form.feared) ?? null}
            onChange={(feared) => draft.change({ feared })}
          />
        </>
      )}
    </Card>
  );
};

/** For sharing and being with somebody a yes is not the question; this is, and it comes first. */
export const Closer = ({ experiment, draft }: FeltProps) =>
  isNear(experiment) ? (
    <Card>
      <Choice
        label={t("outcome.closer")}
        hint={t("outcome.closerHint")}
        options={closenesses.map((value) => ({ value, label: t(closerWords[value]) }))}
        value={closenesses.find((value) => value === draft.form.closer) ?? null}
        onChange={(closer) => draft.change({ closer })}
      />
    </Card>
  ) : null;

/** One sentence to take along. */
export const Taken = ({ draft }: Pick<FeltProps, "draft">) => {
  return (
    <Card>
      <Field
        label={t("outcome.learnt")}
        hint={t("outcome.learntHint")}
        rows={3}
        max={4000}
        value={draft.form.learnt}
        left={(n) => t("shell.left", { n })}
        onInput={(learnt) => draft.change({ learnt })}
      />
    </Card>
  );
};
